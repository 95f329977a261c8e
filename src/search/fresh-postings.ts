import { withRoom } from './columns.ts'
import { FIELD_BITS, FIELDS_AT_MOST } from './index-fields.ts'
import type { PostingList } from './posting-list.ts'

/**
 * Postings of documents that came lately: 12 bytes each, chained from the newest of a term to its oldest. Adding one
 * is a write at the end of three columns, where the maps of MiniSearch take most of the time of building.
 */
export class FreshPostings {
  /** Two numbers a term, side by side for the processor's sake: its newest posting + 1, or 0; and the document of it. */
  #newest = new Uint32Array(0)
  #documents = new Uint32Array(0)
  /** Eight times the frequency plus the number of the field. */
  #kinds = new Uint32Array(0)
  /** The posting of the same term before it + 1, or 0. */
  #before = new Uint32Array(0)
  #size = 0
  /** The chain of one term, straightened. */
  readonly #chain = { documents: new Uint32Array(0), kinds: new Uint32Array(0), length: 0 }

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
      const kind = this.#kinds[newest - 1] ?? 0
      if (fieldOf(kind) === field) {
        this.#kinds[newest - 1] = kind + FIELDS_AT_MOST
        return false
      }
    }
    const at = this.#size++
    if (at >= this.#documents.length) this.#grow()
    this.#documents[at] = document
    this.#kinds[at] = FIELDS_AT_MOST + field
    this.#before[at] = newest
    this.#newest[2 * term] = at + 1
    this.#newest[2 * term + 1] = document
    return true
  }

  has(term: number): boolean {
    return (this.#newest[2 * term] ?? 0) > 0
  }

  /** Documents that hold the term, once for each field. */
  count(term: number): number {
    let count = 0
    for (let at = this.#newest[2 * term] ?? 0; at > 0; at = this.#before[at - 1] ?? 0) count++
    return count
  }

  /** Looks a term up, for {@link read}. */
  open(term: number): void {
    const chain = this.#chain
    chain.length = 0
    for (let at = this.#newest[2 * term] ?? 0; at > 0; at = this.#before[at - 1] ?? 0) {
      if (chain.length === chain.documents.length) {
        chain.documents = withRoom(chain.documents, chain.length + 1)
        chain.kinds = withRoom(chain.kinds, chain.length + 1)
      }
      chain.documents[chain.length] = this.#documents[at - 1] ?? 0
      chain.kinds[chain.length++] = this.#kinds[at - 1] ?? 0
    }
  }

  /** Puts the documents that hold the term looked up in a field behind those of `list`. */
  read(field: number, list: PostingList): void {
    const { documents, kinds, length } = this.#chain
    list.reserve(length)
    for (let i = length - 1; i >= 0; i--) {
      const kind = kinds[i] ?? 0
      if (fieldOf(kind) !== field) continue
      list.documents[list.count] = documents[i] ?? 0
      list.frequencies[list.count++] = kind >>> FIELD_BITS
    }
  }

  #grow(): void {
    this.#documents = withRoom(this.#documents, this.#size)
    this.#kinds = withRoom(this.#kinds, this.#size)
    this.#before = withRoom(this.#before, this.#size)
  }
}

const fieldOf = (kind: number): number => kind & (FIELDS_AT_MOST - 1)
