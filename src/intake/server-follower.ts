import type { OpenSearch, Rebuild } from '../search/index.ts'
import type { Archive } from '../store/index.ts'
import type { IntakeProgress } from './pass-options.ts'

/** Changes that are written at once; the server takes them as one request or a few. */
const CHANGES_AT_ONCE = 500

/** How far it is, and when to stop. */
interface FollowOptions {
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: IntakeProgress) => void
}

/**
 * Brings an index on a server up to the archive. It notes how far it is, so that another try, or another process, goes on
 * from there.
 * @returns how many changes it wrote
 */
export async function followOnServer(
  archive: Archive,
  remote: Pick<OpenSearch, 'prepare' | 'apply'>,
  options: FollowOptions = {},
): Promise<number> {
  const known = await remote.prepare()
  return write(archive, known, (...given) => remote.apply(...given), options)
}

/** Writes the whole archive into a new index, and then lets it take the place of the one that is searched. */
export async function rebuildOnServer(
  archive: Archive,
  rebuild: Rebuild,
  options: FollowOptions = {},
): Promise<number> {
  const written = await write(archive, rebuild.revision, (...given) => rebuild.apply(...given), options)
  if (!options.signal?.aborted) await rebuild.finish()
  return written
}

async function write(
  archive: Archive,
  known: number,
  apply: Rebuild['apply'],
  { signal, onProgress }: FollowOptions,
): Promise<number> {
  let revision = known
  let written = 0
  const total = (await archive.state()).revision - known
  for (;;) {
    const changes = await archive.changesSince(revision, CHANGES_AT_ONCE)
    const last = changes.at(-1)
    if (last === undefined || signal?.aborted) return written
    await apply(changes, last.revision, changes.length === CHANGES_AT_ONCE)
    revision = last.revision
    written += changes.length
    onProgress?.({ done: written, total: Math.max(total, written) })
  }
}
