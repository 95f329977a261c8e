import { setImmediate as yieldToOthers } from 'node:timers/promises'
import type { TermSink } from '../language/index.ts'
import { FreshPostings } from './fresh-postings.ts'
import { FIELDS } from './index-fields.ts'
import { PackedReader, PackedWriter } from './packed-postings.ts'
import { PostingList } from './posting-list.ts'
import type { SnapshotColumns } from './snapshot-columns.ts'
import { type TermColumns, TermTable } from './term-table.ts'

/** Bytes packed between two breaths, and what a term without any counts for: a few milliseconds. */
const SLICE = 1 << 17
const TERM = 16
const COPY = 1 << 22

/**
 * The terms of an index and the documents that hold each of them: those that came lately chained, all others packed
 * into one array. It stands in for the radix tree of MiniSearch and its maps, which take forty times the bytes.
 */
export class Postings {
  readonly #terms = new TermTable()
  #fresh = new FreshPostings()
  /** Where the packed postings of each term begin; one more for the end. */
  #starts = new Uint32Array(1)
  #bytes = new Uint8Array(0)
  // Made once: a query looks at hundreds of them.
  readonly #list = new PostingList()
  readonly #blocks = new PackedReader()

  /** What takes the terms of a field of a document, and tells how many different ones there were. */
  taker(document: number, field: number): { readonly take: TermSink; readonly different: () => number } {
    let different = 0
    const terms = this.#terms
    const fresh = this.#fresh
    return {
      take: (mark, source, from, to) => {
        if (fresh.add(terms.take(mark, source, from, to), document, field)) different++
      },
      different: () => different,
    }
  }

  /** All terms that some document holds, or did lately. */
  *terms(): Generator<string> {
    for (let term = 0; term < this.#terms.size; term++)
      if (this.#starts[term] !== this.#starts[term + 1] || this.#fresh.has(term))
        yield this.#terms.textOf(term)
  }

  /** Documents that hold a term, or did lately, once for each field. */
  count(text: string): number {
    const term = this.#terms.find('', text)
    if (term < 0) return 0
    let count = this.#fresh.count(term)
    const blocks = this.#blocksOf(term)
    while (blocks.next()) count += blocks.count
    return count
  }

  /**
   * Gives the documents that hold a term, field by field. The list is good until the next one comes.
   * @param fields 0 for each field that is not wanted
   * @param gone documents marked here are left out
   */
  read(
    text: string,
    fields: readonly number[],
    gone: Uint8Array | undefined,
    give: (field: number, list: PostingList) => void,
  ): void {
    const term = this.#terms.find('', text)
    if (term >= 0) this.#read(term, fields, gone, give)
  }

  /**
   * Packs what came lately and sweeps out documents that are gone. Breathes in between; queries meanwhile see what they
   * saw before. Nothing may be added before it has settled.
   * @param gone undefined where no document was removed: terms without news are then copied as they are
   */
  async pack(gone: Uint8Array | undefined): Promise<void> {
    const { size } = this.#terms
    const starts = new Uint32Array(size + 1)
    // Room that is never written to takes no memory, and a writer that had to grow would copy everything at once.
    const writer = new PackedWriter(this.#bytes.length + 5 * this.#fresh.size)
    let rest = SLICE
    for (let term = 0; term < size; term++) {
      starts[term] = writer.length
      if (gone === undefined && !this.#fresh.has(term))
        writer.copy(this.#bytes.subarray(this.#starts[term] ?? 0, this.#starts[term + 1] ?? 0))
      else this.#read(term, ALL_FIELDS, gone, (field, list) => writer.block(field, list))
      rest -= writer.length - (starts[term] ?? 0) + TERM
      if (rest > 0) continue
      await yieldToOthers()
      rest = SLICE
    }
    starts[size] = writer.length
    const bytes = new Uint8Array(writer.length)
    for (let at = 0; at < bytes.length; at += COPY) {
      bytes.set(writer.bytes.subarray(at, Math.min(bytes.length, at + COPY)), at)
      await yieldToOthers()
    }
    this.#starts = starts
    this.#bytes = bytes
    this.#fresh = new FreshPostings()
  }

  /** What a snapshot holds, where everything is packed. */
  columns(): PostingColumns {
    return { ...this.#terms.columns(), postingStarts: this.#starts, postings: this.#bytes }
  }

  load(columns: PostingColumns): void {
    this.#terms.load(columns)
    this.#starts = columns.postingStarts
    this.#bytes = columns.postings
  }

  #read(
    term: number,
    fields: readonly number[],
    gone: Uint8Array | undefined,
    give: (field: number, list: PostingList) => void,
  ): void {
    const list = this.#list
    const fresh = this.#fresh
    const isFresh = fresh.has(term)
    if (isFresh) fresh.open(term)
    const blocks = this.#blocksOf(term)
    let more = blocks.next()
    for (let field = 0; field < FIELDS.length; field++) {
      const isPacked = more && blocks.field === field
      if (fields[field] !== 0) {
        list.count = 0
        if (isPacked) blocks.unpack(list)
        if (isFresh) fresh.read(field, list)
        if (gone !== undefined) list.drop(gone)
        if (list.count > 0) give(field, list)
      }
      if (isPacked) more = blocks.next()
    }
  }

  #blocksOf(term: number): PackedReader {
    this.#blocks.open(this.#bytes, this.#starts[term] ?? 0, this.#starts[term + 1] ?? 0)
    return this.#blocks
  }
}

export type PostingColumns = TermColumns & Pick<SnapshotColumns, 'postingStarts' | 'postings'>

const ALL_FIELDS = FIELDS.map(() => 1)
