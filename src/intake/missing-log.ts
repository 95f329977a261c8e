import type { Logger } from '../ops/index.ts'
import type { PassReport } from './pass-options.ts'

/** Tells the log once that files are missing, and once that they are not any more. */
export function createMissingLog(folder: string, log: Pick<Logger, 'info' | 'warn'>) {
  let told = ''
  return {
    report: ({ missing, dropped }: PassReport): void => {
      const now = missing ? `${missing.count} ${missing.sinceMs}` : ''
      if (now === told) return
      if (missing) {
        const { count: files, known, sinceMs, dropMs } = missing
        log.warn(
          { folder, files, known, since: timeOf(sinceMs), removal: timeOf(dropMs) },
          `${files} of ${known} known files are missing in the corpus folder. Their articles are served until ${timeOf(dropMs)}. Check that the drive is mounted, or run "paperboy index --prune" to remove them now`,
        )
      } else if (dropped > 0)
        log.warn({ folder, files: dropped }, 'the articles of the missing files were removed')
      else log.info({ folder }, 'the missing files are in the corpus folder again')
      told = now
    },
  }
}

const timeOf = (ms: number): string => new Date(ms).toISOString()
