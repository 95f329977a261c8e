import { countReasons } from '../../intake/index.ts'
import type { Store } from '../../store/index.ts'
import { tellUnread } from '../unread.ts'
import { type Check, look } from './check.ts'

/** What could not be read of the files that were taken in, or not be trusted: each reason with its count, and each file by its name. */
export const checkProblems = (store: Store): Promise<Check> => {
  const check = 'what was read'
  return look(check, 'the log of paperboy index says what to do about each file', async () => {
    const files = [...(await store.manifest.files())]
      .map(([file, { problems }]) => [file, problems] as const)
      .filter(([, problems]) => problems.length > 0)
    if (files.length === 0) return { check, state: 'ok', finding: 'every file, and all of it' }
    const reasons = tellUnread({ reasons: countReasons(files), passedOver: new Map() })
    // One sentence of each file: a damaged one may have twenty.
    const details = files.flatMap(([, problems]) => problems[0] ?? [])
    return {
      check,
      state: 'warn',
      finding: reasons.join('; '),
      mend: 'what to do about each file stands behind its name',
      details,
    }
  })
}
