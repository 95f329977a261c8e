import { setImmediate as yieldToEventLoop } from 'node:timers/promises'
import { BlockReader } from './block-reader.ts'
import { BlockWriter } from './block-writer.ts'
import type { Bytes, Numbers } from './columns.ts'
import type { DocumentSet } from './document-set.ts'
import { FIELDS } from './fields.ts'
import type { InMemorySegment } from './in-memory-segment.ts'
import { PostingList } from './posting-list.ts'

/** The blocks of all terms, one term behind the other. */
export interface PackedSegment {
  /** Where the blocks of each term begin; one more for the end. */
  readonly starts: Numbers
  /** There may be some room at the end. */
  readonly bytes: Bytes
}

/** Bytes packed between two breaths, and what a term counts for beside them: a few milliseconds. */
const BYTES_PER_SLICE = 1 << 17
const TERM = 16
/** Bytes that are only copied. */
const COPY = 1 << 22
/** Room that may be left, as a share of all. */
const ROOM = 1 / 16

/**
 * Puts fresh postings behind the packed ones of their terms. Breathes in between; neither may change meanwhile.
 * @param terms how many terms there are
 * @param kept all other documents are left out, which takes unpacking everything; undefined where none is gone
 */
export async function mergeSegments(
  packed: PackedSegment,
  fresh: InMemorySegment,
  terms: number,
  kept: DocumentSet | undefined,
): Promise<PackedSegment> {
  const end = packed.starts.at(-1) ?? 0
  const startOf = (term: number) => packed.starts[term] ?? end
  const hasNews = (term: number) => kept !== undefined || fresh.has(term)
  const starts = new Uint32Array(terms + 1)
  // Room that is never written to takes no memory, and a writer that had to grow would copy everything at once.
  const writer = new BlockWriter(end + 5 * fresh.size)
  const blocks = new BlockReader()
  const list = new PostingList()

  const write = (term: number) => {
    starts[term] = writer.length
    blocks.open(packed.bytes, startOf(term), startOf(term + 1))
    const isFresh = fresh.has(term)
    if (isFresh) fresh.open(term)
    for (let field = 0; field < FIELDS.length; field++) {
      const isPacked = blocks.reaches(field)
      list.count = 0
      if (isPacked && kept) blocks.unpack(list, kept)
      if (isFresh) fresh.read(field, list, kept)
      if (list.count > 0) writer.block(field, list, isPacked && !kept ? blocks : undefined)
      else if (isPacked && !kept) writer.copy(packed.bytes, blocks.start, blocks.end)
    }
  }
  /** Terms without news lie side by side before as after: one copy for all of them. */
  const copy = (from: number, to: number) => {
    const moved = writer.length - startOf(from)
    for (let term = from; term < to; term++) starts[term] = startOf(term) + moved
    writer.copy(packed.bytes, startOf(from), startOf(to))
  }

  let rest = BYTES_PER_SLICE
  for (let term = 0; term < terms; ) {
    const before = writer.length
    const from = term
    while (term < terms && !hasNews(term) && startOf(term) - startOf(from) < COPY) term++
    if (term > from) {
      copy(from, term)
      rest -= TERM + ((writer.length - before) * BYTES_PER_SLICE) / COPY
    } else {
      write(term++)
      rest -= TERM + writer.length - before
    }
    if (rest > 0) continue
    await yieldToEventLoop()
    rest = BYTES_PER_SLICE
  }
  starts[terms] = writer.length
  return { starts, bytes: await trimmed(writer) }
}

/** What was written, copied where that gives back much room. */
async function trimmed({ bytes, length }: BlockWriter): Promise<Bytes> {
  if (bytes.length - length <= ROOM * length) return bytes
  const exact = new Uint8Array(length)
  for (let at = 0; at < length; at += COPY) {
    exact.set(bytes.subarray(at, Math.min(length, at + COPY)), at)
    await yieldToEventLoop()
  }
  return exact
}
