import { withRoom } from './columns.ts'
import type { PostingList } from './posting-list.ts'

/**
 * Postings of documents that came lately: 12 bytes each, chained from the newest of a term to its oldest. Adding one
 * is a write at the end of three columns, where the maps of MiniSearch take most of the time of building.
 */
export class FreshPostings {
  /** By number of the term: its newest posting + 1, or 0. */
  #newest = new Uint32Array(0)
  #documents = new Uint32Array(0)
  /** Eight times the frequency plus the number of the field. */
  #kinds = new Uint32Array(0)
  /** The posting of the same term before it + 1, or 0. */
  #before = new Uint32Array(0)
  #size = 0

  get size(): number {
    return this.#size
  }

  /**
   * Counts a term once more in a field of a document. All of one field come together, documents in ascending order.
   * @returns whether it is the first time
   */
  add(term: number, document: number, field: number): boolean {
    if (term >= this.#newest.length) this.#newest = withRoom(this.#newest, term + 1)
    const newest = this.#newest[term] ?? 0
    const last = newest - 1
    if (newest > 0 && this.#documents[last] === document && this.#fieldOf(newest) === field) {
      this.#kinds[last] = (this.#kinds[last] ?? 0) + FIELDS_AT_MOST
      return false
    }
    const at = this.#size++
    if (at >= this.#documents.length) this.#grow()
    this.#documents[at] = document
    this.#kinds[at] = FIELDS_AT_MOST + field
    this.#before[at] = newest
    this.#newest[term] = at + 1
    return true
  }

  has(term: number): boolean {
    return (this.#newest[term] ?? 0) > 0
  }

  /** Documents that hold the term in a field, or in any: then once for each field. */
  count(term: number, field?: number): number {
    let count = 0
    for (let at = this.#newest[term] ?? 0; at > 0; at = this.#before[at - 1] ?? 0)
      if (field === undefined || this.#fieldOf(at) === field) count++
    return count
  }

  /** Puts the documents that hold the term in a field behind those of `list`. */
  read(term: number, field: number, list: PostingList): void {
    const count = this.count(term, field)
    list.reserve(count)
    list.count += count
    let to = list.count
    for (let at = this.#newest[term] ?? 0; at > 0; at = this.#before[at - 1] ?? 0) {
      if (this.#fieldOf(at) !== field) continue
      list.documents[--to] = this.#documents[at - 1] ?? 0
      list.frequencies[to] = (this.#kinds[at - 1] ?? 0) >>> FIELD_BITS
    }
  }

  #fieldOf(at: number): number {
    return (this.#kinds[at - 1] ?? 0) & (FIELDS_AT_MOST - 1)
  }

  #grow(): void {
    this.#documents = withRoom(this.#documents, this.#size)
    this.#kinds = withRoom(this.#kinds, this.#size)
    this.#before = withRoom(this.#before, this.#size)
  }
}

const FIELD_BITS = 3
const FIELDS_AT_MOST = 1 << FIELD_BITS
