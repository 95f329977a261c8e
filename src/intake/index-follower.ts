import type { SearchEngine } from '../search/index.ts'
import type { Archive } from '../store/index.ts'
import type { IntakeProgress } from './pass-options.ts'

/** Changes that are read at once: their articles are in memory together. */
const CHANGES_AT_ONCE = 64

/** Keeps a search index up to date with the archive. */
export interface IndexFollower {
  /** Applies all changes since the last time, whichever process made them. @returns how many articles changed */
  catchUp(options?: {
    readonly signal?: AbortSignal
    /** Told how many changes were applied, and how many there may be. */
    readonly onProgress?: (progress: IntakeProgress) => void
  }): Promise<number>
  /** The revision of the archive that the index has. */
  readonly revision: number
}

/** Follows the archive with a search index. @param revision that the index has now: 0 for an empty one */
export function createIndexFollower(
  archive: Archive,
  search: Pick<SearchEngine, 'add' | 'remove'>,
  revision = 0,
): IndexFollower {
  let taken = 0
  const takeSlice = async (): Promise<boolean> => {
    const changes = await archive.changesSince(revision, CHANGES_AT_ONCE)
    await search.remove(changes.flatMap(({ id, article }) => (article ? [] : [id])))
    await search.add(
      changes.flatMap(({ article }) => article ?? []),
      changes.length === CHANGES_AT_ONCE,
    )
    revision = changes.at(-1)?.revision ?? revision
    taken += changes.length
    return changes.length > 0
  }
  return {
    get revision() {
      return revision
    },
    catchUp: async ({ signal, onProgress } = {}) => {
      const before = taken
      const total = onProgress && (await archive.state()).revision - revision
      while (await takeSlice()) {
        onProgress?.({ done: taken - before, total: Math.max(total ?? 0, taken - before) })
        if (signal?.aborted) break
      }
      return taken - before
    },
  }
}
