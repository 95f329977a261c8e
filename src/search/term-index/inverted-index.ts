import type { EmitTerm } from '../../language/index.ts'
import { BlockReader } from './block-reader.ts'
import type { DocumentSet } from './document-set.ts'
import { FIELDS } from './fields.ts'
import { InMemorySegment } from './in-memory-segment.ts'
import { mergeSegments, type PackedSegment } from './merge-segments.ts'
import { PostingList } from './posting-list.ts'
import { type TermColumns, TermDictionary } from './term-dictionary.ts'
import type { TermIndexColumns } from './term-index-columns.ts'

/**
 * The terms of an index and the documents that hold each of them: those that came lately chained, all others packed
 * into one array. It stands in for the radix tree of MiniSearch and its maps, which take forty times the bytes.
 */
export class InvertedIndex {
  readonly #terms = new TermDictionary()
  #fresh = new InMemorySegment()
  #packed: PackedSegment = { starts: new Uint32Array(1), bytes: new Uint8Array(0) }
  // Made once: a query looks at hundreds of them.
  readonly #list = new PostingList()
  readonly #blocks = new BlockReader()

  /** What takes the terms of a field of a document, and tells how many different ones there were. */
  taker(document: number, field: number): { readonly take: EmitTerm; readonly different: () => number } {
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
    const { starts } = this.#packed
    for (let term = 0; term < this.#terms.size; term++)
      if (starts[term] !== starts[term + 1] || this.#fresh.has(term)) yield this.#terms.textOf(term)
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
   * Adds the documents that hold a term, or did lately, to `holders`.
   * @param fields 0 for each field that is not wanted
   */
  addMatching(text: string, fields: readonly number[], holders: DocumentSet): void {
    const term = this.#terms.find('', text)
    if (term < 0) return
    const blocks = this.#blocksOf(term)
    while (blocks.next()) if (fields[blocks.field] !== 0) blocks.addTo(holders, this.#list)
    if (!this.#fresh.has(term)) return
    this.#fresh.open(term)
    for (let field = 0; field < FIELDS.length; field++)
      if (fields[field] !== 0) this.#fresh.addTo(holders, field)
  }

  /**
   * Gives those of the wanted documents that hold a term, field by field, and how many hold it there in all. The list is
   * good until the next one comes.
   * @param fields 0 for each field that is not wanted
   * @param here the documents that are not gone; undefined where none is
   */
  read(
    text: string,
    fields: readonly number[],
    wanted: DocumentSet,
    here: DocumentSet | undefined,
    give: (field: number, list: PostingList, count: number) => void,
  ): void {
    const term = this.#terms.find('', text)
    if (term < 0) return
    const list = this.#list
    const fresh = this.#fresh
    const isFresh = fresh.has(term)
    if (isFresh) fresh.open(term)
    const blocks = this.#blocksOf(term)
    for (let field = 0; field < FIELDS.length; field++) {
      if (fields[field] === 0) continue
      const isPacked = blocks.reaches(field)
      let count = (isPacked ? blocks.count : 0) + (isFresh ? fresh.countIn(field) : 0)
      list.count = 0
      if (isPacked) blocks.unpack(list, here ?? wanted)
      if (isFresh) fresh.read(field, list, here ?? wanted)
      if (here) {
        count = list.count
        list.keep(wanted)
      }
      if (list.count > 0) give(field, list, count)
    }
  }

  /**
   * Packs what came lately and sweeps out documents that are gone. Breathes in between; queries meanwhile see what they
   * saw before. Nothing may be added before it has settled.
   * @param kept undefined where none is gone: what is packed is then copied as it is
   */
  async pack(kept: DocumentSet | undefined): Promise<void> {
    this.#packed = await mergeSegments(this.#packed, this.#fresh, this.#terms.size, kept)
    this.#fresh = new InMemorySegment()
  }

  /** What a snapshot holds, where everything is packed. */
  columns(): PostingColumns {
    const { starts, bytes } = this.#packed
    return { ...this.#terms.columns(), postingStarts: starts, postings: bytes.subarray(0, starts.at(-1)) }
  }

  load(columns: PostingColumns): void {
    this.#terms.load(columns)
    this.#packed = { starts: columns.postingStarts, bytes: columns.postings }
  }

  #blocksOf(term: number): BlockReader {
    const { starts, bytes } = this.#packed
    this.#blocks.open(bytes, starts[term] ?? 0, starts[term + 1] ?? 0)
    return this.#blocks
  }
}

export type PostingColumns = TermColumns & Pick<TermIndexColumns, 'postingStarts' | 'postings'>
