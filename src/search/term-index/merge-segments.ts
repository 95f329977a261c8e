import { yieldToEventLoop } from '../../concurrency/index.ts'
import { BlockReader } from './block-reader.ts'
import { BlockWriter } from './block-writer.ts'
import type { Bytes, Numbers } from './columns.ts'
import type { DocumentSet } from './document-set.ts'
import type { InMemorySegment } from './in-memory-segment.ts'
import { PostingList } from './posting-list.ts'

/** The blocks of all terms, one term behind the other. */
export interface PackedSegment {
  /** Where the blocks of each term begin; one more for the end. */
  readonly starts: Numbers
  /** There may be some room at the end. */
  readonly bytes: Bytes
}

/** Bytes written before others have their turn, and what a term counts for beside them: a few milliseconds. */
const BYTES_PER_SLICE = 1 << 17
const TERM = 16
/** Bytes that are only copied. */
const COPY = 1 << 22
/** Room that may be left, as a share of all. */
const ROOM = 1 / 16

/** How two segments become one. */
export interface MergeOptions {
  /** How many terms there are. */
  readonly terms: number
  readonly fieldCount: number
  /** All other documents are left out, which takes unpacking everything; undefined if none has been removed. */
  readonly live: DocumentSet | undefined
  /** Whether others have their turn in between. */
  readonly yields: boolean
  /** Asked after each turn of others. */
  readonly isCurrent: () => boolean
}

/**
 * Puts the postings of an in-memory segment behind the packed ones of their terms.
 * @returns undefined if the in-memory segment is no longer the one that it was
 */
export async function mergeSegments(
  packed: PackedSegment,
  inMemory: InMemorySegment,
  { terms, fieldCount, live, yields, isCurrent }: MergeOptions,
): Promise<PackedSegment | undefined> {
  const end = packed.starts.at(-1) ?? 0
  const startOf = (term: number) => packed.starts[term] ?? end
  const isNew = (term: number) => live !== undefined || inMemory.has(term)
  const starts = new Uint32Array(terms + 1)
  // Room that is never written to takes no memory, and a writer that had to grow would copy everything at once.
  const writer = new BlockWriter(end + 5 * inMemory.size)
  const blocks = new BlockReader()
  const list = new PostingList()

  const write = (term: number) => {
    starts[term] = writer.length
    blocks.open(packed.bytes, startOf(term), startOf(term + 1))
    const isInMemory = inMemory.has(term)
    if (isInMemory) inMemory.open(term)
    for (let field = 0; field < fieldCount; field++) {
      const isPacked = blocks.reaches(field)
      list.count = 0
      if (isPacked && live) blocks.unpack(list, live)
      if (isInMemory) inMemory.read(field, list, live)
      if (list.count > 0) writer.block(field, list, isPacked && !live ? blocks : undefined)
      else if (isPacked && !live) writer.copy(packed.bytes, blocks.start, blocks.end)
    }
  }
  /** Terms with nothing new lie side by side before as after: one copy for all of them. */
  const copy = (from: number, to: number) => {
    const moved = writer.length - startOf(from)
    for (let term = from; term < to; term++) starts[term] = startOf(term) + moved
    writer.copy(packed.bytes, startOf(from), startOf(to))
  }

  let rest = BYTES_PER_SLICE
  for (let term = 0; term < terms; ) {
    const before = writer.length
    const from = term
    while (term < terms && !isNew(term) && startOf(term) - startOf(from) < COPY) term++
    if (term > from) {
      copy(from, term)
      rest -= TERM + ((writer.length - before) * BYTES_PER_SLICE) / COPY
    } else {
      write(term++)
      rest -= TERM + writer.length - before
    }
    if (rest > 0) continue
    if (yields) await yieldToEventLoop()
    if (!isCurrent()) return undefined
    rest = BYTES_PER_SLICE
  }
  starts[terms] = writer.length
  const bytes = await trimmed(writer, yields)
  return isCurrent() ? { starts, bytes } : undefined
}

/** What was written, copied if that gives back much room. */
async function trimmed({ bytes, length }: BlockWriter, yields: boolean): Promise<Bytes> {
  if (bytes.length - length <= ROOM * length) return bytes
  const exact = new Uint8Array(length)
  for (let at = 0; at < length; at += COPY) {
    exact.set(bytes.subarray(at, Math.min(length, at + COPY)), at)
    if (yields) await yieldToEventLoop()
  }
  return exact
}
