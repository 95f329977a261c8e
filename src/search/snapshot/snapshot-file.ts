import { type FileHandle, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { endianness } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { crc32 } from 'node:zlib'
import { yieldToEventLoop } from '../../concurrency/index.ts'
import type { ArchiveState } from '../../domain/index.ts'
import type { Column } from '../term-index/columns.ts'
import { SNAPSHOT_COLUMNS, type SnapshotColumns } from './snapshot-columns.ts'

/**
 * A snapshot is a line that says what it is, with a checksum of the next line; a line of JSON, its head; and the columns
 * of {@link SNAPSHOT_COLUMNS}, one right behind the other, byte for byte as they are in memory. The number in the first
 * line changes with what stands in the columns.
 */
const KIND = `paperboy index 3 ${endianness()}`

/** What a snapshot was made of. */
export interface SnapshotOrigin extends ArchiveState {
  /** See `readIndexRules`. */
  readonly rules: string
}

interface Head extends SnapshotOrigin {
  /** How many numbers each column has, and a checksum of its bytes. */
  readonly columns: readonly (readonly [length: number, checksum: number])[]
}

/** Why a snapshot cannot be used, in a few words. */
export class UnusableSnapshot extends Error {}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its own keys
const NAMES = Object.keys(SNAPSHOT_COLUMNS) as readonly (keyof SnapshotColumns)[]

/** Bytes between two breaths: less than a millisecond. */
const BYTES_PER_SLICE = 1 << 20
/** The two lines take less than one. */
const LONGEST_HEAD = 4096

/** Writes a snapshot so that, whatever happens, either the old or the new one is there. The columns must not change. */
export async function writeSnapshot(
  file: string,
  origin: SnapshotOrigin,
  columns: SnapshotColumns,
): Promise<void> {
  const all = NAMES.map((name) => columns[name])
  const sums: Head['columns'][number][] = []
  for (const column of all) sums.push([column.length, await checksumOf(column)])
  const head = JSON.stringify({ ...origin, columns: sums } satisfies Head)
  const fresh = `${file}.${process.pid}.new`
  try {
    const handle = await open(fresh, 'w', 0o600)
    try {
      await handle.writeFile(`${KIND} ${crc32(head)}\n${head}\n`)
      for (const column of all) for (const slice of slicesOf(column)) await handle.writeFile(slice)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(fresh, file)
  } catch (error) {
    await rm(fresh, { force: true })
    throw error
  }
  await syncFolder(dirname(file))
  // They only take room.
  await removeLeftovers(file).catch(() => {})
}

/**
 * Reads a snapshot, every byte of it checked.
 * @param now what it must go with: by the same rules, of the same archive, and of no later revision
 * @returns undefined if there is none
 * @throws {UnusableSnapshot}
 */
export async function readSnapshot(
  file: string,
  now: SnapshotOrigin,
): Promise<{ readonly revision: number; readonly columns: SnapshotColumns } | undefined> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw new UnusableSnapshot(`it cannot be opened (${error.code})`, { cause: error })
  })
  if (handle === undefined) return undefined
  try {
    const { head, length } = await readHead(handle)
    if (head.rules !== now.rules) throw new UnusableSnapshot('its terms were made by other rules')
    if (head.archive !== now.archive) throw new UnusableSnapshot('it is of another archive')
    if (head.revision > now.revision) throw new UnusableSnapshot('the archive was put back to an earlier day')
    return { revision: head.revision, columns: await readColumns(handle, head, length) }
  } catch (error) {
    if (error instanceof Error && 'code' in error)
      throw new UnusableSnapshot(`it cannot be read (${String(error.code)})`, { cause: error })
    throw error
  } finally {
    await handle.close()
  }
}

async function readHead(handle: FileHandle): Promise<{ readonly head: Head; readonly length: number }> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(LONGEST_HEAD), 0, LONGEST_HEAD, 0)
  const text = buffer.toString('latin1', 0, bytesRead)
  const [first = '', second, rest] = text.split('\n', 3)
  if (!first.startsWith('paperboy index ')) throw new UnusableSnapshot('it is no snapshot of ours')
  if (!first.startsWith(`${KIND} `)) throw new UnusableSnapshot('another version of the program made it')
  const json = buffer.subarray(first.length + 1, first.length + 1 + (second?.length ?? 0))
  if (rest === undefined || first !== `${KIND} ${crc32(json)}`)
    throw new UnusableSnapshot('its head is damaged')
  // The checksum says that we wrote it.
  const head: Head = JSON.parse(json.toString())
  return { head, length: first.length + json.length + 2 }
}

async function readColumns(handle: FileHandle, head: Head, start: number): Promise<SnapshotColumns> {
  const kinds = Object.entries(SNAPSHOT_COLUMNS)
  const size = kinds.reduce(
    (sum, [, Kind], i) => sum + Kind.BYTES_PER_ELEMENT * (head.columns[i]?.[0] ?? 0),
    start,
  )
  if ((await handle.stat()).size !== size) throw new UnusableSnapshot('it is not whole')
  const columns: Record<string, Column> = {}
  let at = start
  for (const [i, [name, Kind]] of kinds.entries()) {
    const [length = 0, checksum] = head.columns[i] ?? []
    const column = new Kind(length)
    for (const slice of slicesOf(column)) {
      for (let from = 0; from < slice.length; ) {
        const { bytesRead } = await handle.read(slice, from, slice.length - from, at + from)
        if (bytesRead === 0) throw new UnusableSnapshot('it is not whole')
        from += bytesRead
      }
      at += slice.length
    }
    if ((await checksumOf(column)) !== checksum) throw new UnusableSnapshot(`its ${name} are damaged`)
    columns[name] = column
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made name by name above
  return columns as SnapshotColumns
}

async function checksumOf(column: Column): Promise<number> {
  let sum = 0
  for (const slice of slicesOf(column)) {
    sum = crc32(slice, sum)
    await yieldToEventLoop()
  }
  return sum
}

function* slicesOf({ buffer, byteOffset, byteLength }: Column): Generator<Uint8Array> {
  for (let from = 0; from < byteLength; from += BYTES_PER_SLICE)
    yield new Uint8Array(buffer, byteOffset + from, Math.min(BYTES_PER_SLICE, byteLength - from))
}

/** Of writers that were killed. What is of this hour may be another one's work under way. */
async function removeLeftovers(file: string): Promise<void> {
  const folder = dirname(file)
  const { mtimeMs: nowMs } = await stat(file)
  for (const name of await readdir(folder)) {
    if (!name.startsWith(`${basename(file)}.`) || !name.endsWith('.new')) continue
    const residue = join(folder, name)
    const age = nowMs - (await stat(residue)).mtimeMs
    if (age > HOUR_MS) await rm(residue, { force: true })
  }
}

const HOUR_MS = 3_600_000

/** Not every system can: then a loss of power may cost the new snapshot. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder).catch(() => undefined)
  await handle?.sync().catch(() => {})
  await handle?.close()
}
