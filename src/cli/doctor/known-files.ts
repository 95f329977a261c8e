import { findMissing } from '../../intake/index.ts'
import { systemClock } from '../../ops/index.ts'
import type { Store } from '../../store/index.ts'
import type { Check } from './check.ts'

/** Whether most of the files that the archive was made from are missing in the corpus folder. */
export async function checkKnownFiles(folder: string, { manifest }: Store): Promise<Check> {
  const check = 'known files'
  const missing = await findMissing(folder, manifest, systemClock.now())
  if (!missing) return { check, state: 'ok', finding: 'the files of the archive are in the corpus folder' }
  const { count, known, dropMs } = missing
  return {
    check,
    state: 'warn',
    finding: `${count} of ${known} known files are missing in ${folder}; their articles are served until ${new Date(dropMs).toISOString()}`,
    mend: 'check that the drive of CORPUS_DIR is mounted; to remove the articles now, run paperboy index --prune',
  }
}
