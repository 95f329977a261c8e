import { withRoom } from './columns.ts'
import type { DocumentSet } from './document-set.ts'
import { FIELD_BITS, FIELDS_AT_MOST } from './fields.ts'
import type { PostingList } from './posting-list.ts'

/** Of a posting: its document; eight times the frequency plus the number of the field; the posting before it + 1, or 0. */
const DOCUMENT = 0
const KIND = 1
const BEFORE = 2
const NUMBERS_PER_POSTING = 3

/**
 * Postings of documents added lately: 12 bytes each, chained from the newest of a term to its oldest. Adding one is a
 * write at the end of one column, whereas the maps of MiniSearch take most of the time of building.
 */
export class InMemorySegment {
  /** Two numbers a term, side by side for the processor's sake: its newest posting + 1, or 0; and the document of it. */
  #newest = new Uint32Array(0)
  /** Three numbers a posting, for the same reason: whoever looks at one of them looks at the others. */
  #postings = new Uint32Array(0)
  #size = 0
  /** Where the postings of one term are, the newest first. */
  #chain = new Uint32Array(16)
  #chainLength = 0

  get size(): number {
    return this.#size
  }

  /**
   * Counts a term once more in a field of a document. All of one field come together, documents in ascending order.
   * @returns whether it is the first time
   */
  add(term: number, document: number, field: number): boolean {
    if (2 * term + 1 >= this.#newest.length) this.#newest = withRoom(this.#newest, 2 * term + 2)
    const newest = this.#newest[2 * term] ?? 0
    if (newest > 0 && this.#newest[2 * term + 1] === document) {
      const kindAt = (newest - 1) * NUMBERS_PER_POSTING + KIND
      const kind = this.#postings[kindAt] ?? 0
      if (fieldOf(kind) === field) {
        this.#postings[kindAt] = kind + FIELDS_AT_MOST
        return false
      }
    }
    const at = this.#size++ * NUMBERS_PER_POSTING
    if (at + NUMBERS_PER_POSTING > this.#postings.length)
      this.#postings = withRoom(this.#postings, at + NUMBERS_PER_POSTING)
    this.#postings[at + DOCUMENT] = document
    this.#postings[at + KIND] = FIELDS_AT_MOST + field
    this.#postings[at + BEFORE] = newest
    this.#newest[2 * term] = this.#size
    this.#newest[2 * term + 1] = document
    return true
  }

  has(term: number): boolean {
    return (this.#newest[2 * term] ?? 0) > 0
  }

  /** Documents that hold the term, once for each field. */
  count(term: number): number {
    this.open(term)
    return this.#chainLength
  }

  /** Looks a term up, for {@link read}. */
  open(term: number): void {
    this.#chainLength = 0
    for (let next = this.#newest[2 * term] ?? 0; next > 0; ) {
      const at = (next - 1) * NUMBERS_PER_POSTING
      if (this.#chainLength === this.#chain.length) this.#chain = withRoom(this.#chain, this.#chainLength + 1)
      this.#chain[this.#chainLength++] = at
      next = this.#postings[at + BEFORE] ?? 0
    }
  }

  /** How many documents hold the term looked up in a field. */
  countIn(field: number): number {
    let count = 0
    for (let i = 0; i < this.#chainLength; i++)
      if (fieldOf(this.#postings[(this.#chain[i] ?? 0) + KIND] ?? 0) === field) count++
    return count
  }

  /** Adds the documents that hold the term looked up in a field. */
  addTo(documents: DocumentSet, field: number): void {
    for (let i = 0; i < this.#chainLength; i++) {
      const at = this.#chain[i] ?? 0
      if (fieldOf(this.#postings[at + KIND] ?? 0) === field) documents.add(this.#postings[at + DOCUMENT] ?? 0)
    }
  }

  /** Puts the documents that hold the term looked up in a field, and are wanted, behind those of `list`. */
  read(field: number, list: PostingList, wanted: DocumentSet | undefined): void {
    list.reserve(this.#chainLength)
    const postings = this.#postings
    for (let i = this.#chainLength - 1; i >= 0; i--) {
      const at = this.#chain[i] ?? 0
      const kind = postings[at + KIND] ?? 0
      const document = postings[at + DOCUMENT] ?? 0
      if (fieldOf(kind) !== field || wanted?.has(document) === false) continue
      list.documents[list.count] = document
      list.frequencies[list.count++] = kind >>> FIELD_BITS
    }
  }
}

const fieldOf = (kind: number): number => kind & (FIELDS_AT_MOST - 1)
