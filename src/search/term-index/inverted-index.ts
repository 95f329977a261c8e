import type { EmitTerm } from '../../language/index.ts'
import { BlockReader } from './block-reader.ts'
import type { DocumentSet } from './document-set.ts'
import { FIELDS_AT_MOST } from './fields.ts'
import { InMemorySegment } from './in-memory-segment.ts'
import { mergeSegments, type PackedSegment } from './merge-segments.ts'
import { PostingList } from './posting-list.ts'
import { type TermColumns, TermDictionary } from './term-dictionary.ts'
import type { TermIndexColumns } from './term-index-columns.ts'

type PostingColumns = TermColumns & Pick<TermIndexColumns, 'postingStarts' | 'postings'>

/**
 * Terms and the documents that hold each of them, by field: those added lately in an in-memory segment, all others in a
 * packed one. It stands in for MiniSearch's radix tree and its maps, which take forty times the bytes.
 */
export class InvertedIndex {
  readonly dictionary = new TermDictionary()
  readonly fieldCount: number
  #inMemory = new InMemorySegment()
  #packed: PackedSegment = { starts: new Uint32Array(1), bytes: new Uint8Array(0) }
  // Made once: a query looks at hundreds of them.
  readonly #list = new PostingList()
  readonly #blocks = new BlockReader()

  /** @param fieldCount 8 at most: a posting keeps the number of its field in three bits */
  constructor(fieldCount: number) {
    if (fieldCount > FIELDS_AT_MOST)
      throw new Error(`an index has ${FIELDS_AT_MOST} fields at most, not ${fieldCount}`)
    this.fieldCount = fieldCount
  }

  /**
   * Takes the terms of a field of a document, which must be the newest one, and counts the different ones. Fields that
   * are written one after the other continue where they are.
   */
  fieldWriter(document: number, field: number): { readonly emit: EmitTerm; readonly count: () => number } {
    let count = 0
    const { dictionary } = this
    const inMemory = this.#inMemory
    return {
      emit: (mark, source, from, to) => {
        if (inMemory.add(dictionary.intern(mark, source, from, to), document, field)) count++
      },
      count: () => count,
    }
  }

  /** Adds what another index knows of a term: its documents ascending, field by field. */
  addPosting(term: string, document: number, field: number, frequency: number): void {
    const number = this.dictionary.intern('', term, 0, term.length)
    for (let i = 0; i < frequency; i++) this.#inMemory.add(number, document, field)
  }

  /** All terms that some document holds, or did until it was removed, in the order in which they came. */
  *terms(): Generator<string> {
    const { starts } = this.#packed
    for (let term = 0; term < this.dictionary.size; term++)
      if ((starts[term] ?? 0) < (starts[term + 1] ?? 0) || this.#inMemory.has(term))
        yield this.dictionary.textOf(term)
  }

  /** Documents that hold a term, or did until they were removed, summed over the fields. */
  documentFrequency(text: string): number {
    const term = this.dictionary.find('', text)
    if (term < 0) return 0
    let count = this.#inMemory.count(term)
    const blocks = this.#blocksOf(term)
    while (blocks.next()) count += blocks.count
    return count
  }

  /**
   * Adds the documents that hold a term, or did until they were removed, to `matching`.
   * @param fields 0 for each field that is not wanted
   */
  addMatching(text: string, fields: readonly number[], matching: DocumentSet): void {
    const term = this.dictionary.find('', text)
    if (term < 0) return
    const blocks = this.#blocksOf(term)
    while (blocks.next()) if (fields[blocks.field] !== 0) blocks.addTo(matching, this.#list)
    if (!this.#inMemory.has(term)) return
    this.#inMemory.open(term)
    for (let field = 0; field < this.fieldCount; field++)
      if (fields[field] !== 0) this.#inMemory.addTo(matching, field)
  }

  /**
   * Gives those of the wanted documents that hold a term, field by field, and how many hold it there in all. The list is
   * good until the next one comes.
   * @param fields 0 for each field that is not wanted
   * @param live the documents that have not been removed; undefined if none has
   */
  read(
    text: string,
    fields: readonly number[],
    wanted: DocumentSet,
    live: DocumentSet | undefined,
    give: (field: number, list: PostingList, documentFrequency: number) => void,
  ): void {
    const term = this.dictionary.find('', text)
    if (term < 0) return
    const list = this.#list
    const inMemory = this.#inMemory
    const isInMemory = inMemory.has(term)
    if (isInMemory) inMemory.open(term)
    const blocks = this.#blocksOf(term)
    for (let field = 0; field < this.fieldCount; field++) {
      if (fields[field] === 0) continue
      const isPacked = blocks.reaches(field)
      let count = (isPacked ? blocks.count : 0) + (isInMemory ? inMemory.countIn(field) : 0)
      list.count = 0
      if (isPacked) blocks.unpack(list, live ?? wanted)
      if (isInMemory) inMemory.read(field, list, live ?? wanted)
      if (live) {
        count = list.count
        list.keep(wanted)
      }
      if (list.count > 0) give(field, list, count)
    }
  }

  /**
   * Merges the in-memory segment into the packed one. Yields in between: queries meanwhile see what they saw before. If
   * documents are added meanwhile, it begins again, and at last does not yield.
   * @param live vacuums: documents that are not in it are left out; undefined copies what is packed as it is
   */
  async merge(live: DocumentSet | undefined): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const inMemory = this.#inMemory
      const { size } = inMemory
      const merged = await mergeSegments(this.#packed, inMemory, {
        terms: this.dictionary.size,
        fieldCount: this.fieldCount,
        live,
        yields: attempt < MOST_ATTEMPTS,
        isCurrent: () => inMemory.size === size,
      })
      if (merged === undefined) continue
      this.#packed = merged
      this.#inMemory = new InMemorySegment()
      return
    }
  }

  /** What a snapshot holds if everything is merged. */
  columns(): PostingColumns {
    const { starts, bytes } = this.#packed
    return { ...this.dictionary.columns(), postingStarts: starts, postings: bytes.subarray(0, starts.at(-1)) }
  }

  load(columns: PostingColumns): void {
    this.dictionary.load(columns)
    this.#packed = { starts: columns.postingStarts, bytes: columns.postings }
  }

  #blocksOf(term: number): BlockReader {
    const { starts, bytes } = this.#packed
    this.#blocks.open(bytes, starts[term] ?? 0, starts[term + 1] ?? 0)
    return this.#blocks
  }
}

const MOST_ATTEMPTS = 3
