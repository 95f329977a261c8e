import type { SearchEngine } from '../search/index.ts'
import type { Archive } from '../store/index.ts'
import type { IntakeProgress } from './pass-options.ts'

/** Changes that are read at once: their articles are in memory together. */
const SLICE = 64

export interface IndexFollower {
  /** Takes over all that has changed since the last time, whichever process changed it. @returns how many articles */
  catchUp(options?: {
    readonly signal?: AbortSignal
    /** Told how many changes were taken over, and how many there may be. */
    readonly onProgress?: (progress: IntakeProgress) => void
  }): Promise<number>
  /** The latest change that the index knows of. */
  readonly revision: number
}

/** Keeps a search index as the archive is. @param revision that the index has now: 0 for an empty one */
export function createIndexFollower(
  archive: Archive,
  search: Pick<SearchEngine, 'add' | 'remove'>,
  revision = 0,
): IndexFollower {
  let taken = 0
  const takeSlice = async (): Promise<boolean> => {
    const changes = await archive.changesSince(revision, SLICE)
    await search.remove(changes.flatMap(({ id, article }) => (article ? [] : [id])))
    await search.add(
      changes.flatMap(({ article }) => article ?? []),
      changes.length === SLICE,
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
