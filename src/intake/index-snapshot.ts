import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from '../ops/index.ts'
import { type SearchEngine, UnusableSnapshot } from '../search/index.ts'
import type { Archive } from '../store/index.ts'

/** Keeps what a search index knows in a file, so that a start need not build it anew. */
export interface IndexSnapshot {
  /**
   * Loads the file into an empty index if it belongs to this archive and was made by the same rules. If it cannot be
   * used it is logged and deleted.
   * @returns the revision of the archive that the index has; 0 if it is empty
   */
  load(): Promise<number>
  /**
   * Saves the index if at least so many changes are not in the file. A failure is only logged: it costs a longer
   * start.
   */
  save(revision: number, leastChanges: number): Promise<void>
}

/** Beside the database. Without it a start takes longer, and nothing else is lost. */
export const indexFileIn = (dataFolder: string): string => join(dataFolder, 'index.snapshot')

/**
 * Loads the index from its snapshot file when the bot starts, and writes the file anew after changes. A
 * snapshot that is missing, damaged or of another version costs a build of the index, nothing else.
 */
export function createIndexSnapshot({
  file,
  archive,
  search,
  log,
}: {
  readonly file: string
  readonly archive: Archive
  readonly search: Pick<SearchEngine, 'load' | 'save'>
  readonly log: Logger
}): IndexSnapshot {
  let saved = 0
  return {
    load: async () => {
      try {
        saved = (await search.load(file, await archive.state())) ?? 0
      } catch (error) {
        if (!(error instanceof UnusableSnapshot)) throw error
        log.warn({ file, reason: error.message }, 'the index snapshot cannot be used; the index is rebuilt')
        // Left where it is, it might one day seem to fit an archive that was put back and went on another way.
        await rm(file, { force: true }).catch(() => {})
      }
      return saved
    },
    save: async (revision, leastChanges) => {
      if (revision - saved < Math.max(1, leastChanges)) return
      try {
        await search.save(file, { archive: (await archive.state()).archive, revision })
        saved = revision
      } catch (err) {
        log.warn({ err, file }, 'the index snapshot could not be written; the next start takes longer')
      }
    },
  }
}
