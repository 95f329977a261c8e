import type { DocumentSet } from './document-set.ts'
import type { InvertedIndex } from './inverted-index.ts'
import { SortedTerms } from './sorted-terms.ts'

/** How often documents hold a term, by field and document, both ascending: what MiniSearch keeps for a term. */
export type FieldTermData = Map<number, Map<number, number>>

/**
 * An inverted index in the shape of MiniSearch's `SearchableMap`, as far as MiniSearch calls it. What it gives for a
 * term is a copy without removed documents, so that to delete a posting from it does nothing, and needs not to.
 */
export class PackedSearchableMap {
  readonly #index: InvertedIndex
  readonly #live: DocumentSet
  readonly #someAreGone: () => boolean
  readonly #allFields: readonly number[]
  readonly #sorted: SortedTerms

  constructor(index: InvertedIndex, live: DocumentSet, someAreGone: () => boolean) {
    this.#index = index
    this.#live = live
    this.#someAreGone = someAreGone
    this.#allFields = Array.from({ length: index.fieldCount }, () => 1)
    this.#sorted = new SortedTerms(index.dictionary)
  }

  /** How many terms there are that some document holds. */
  get size(): number {
    let size = 0
    for (const term of this.#index.terms()) if (!this.#someAreGone() || this.has(term)) size++
    return size
  }

  has(term: string): boolean {
    return this.get(term) !== undefined
  }

  get(term: string): FieldTermData | undefined {
    const data: FieldTermData = new Map()
    const live = this.#someAreGone() ? this.#live : undefined
    this.#index.read(term, this.#allFields, this.#live, live, (field, { documents, frequencies, count }) => {
      const ofField = new Map<number, number>()
      for (let i = 0; i < count; i++) ofField.set(documents[i] ?? 0, frequencies[i] ?? 0)
      data.set(field, ofField)
    })
    return data.size > 0 ? data : undefined
  }

  fetch(term: string, initial: () => FieldTermData): FieldTermData {
    return this.get(term) ?? initial()
  }

  /** Nothing: terms that no document holds are not given anyway, and leave with the next vacuum. */
  delete(_term: string): void {}

  /** The terms that begin with `prefix`. */
  *atPrefix(prefix: string): Generator<[string, FieldTermData]> {
    for (const term of this.#sorted.withPrefix(prefix)) yield* this.#entryOf(term)
  }

  /** The terms within an edit distance (Levenshtein, in UTF-16 units) of `term`, and their distances. */
  fuzzyGet(term: string, maxDistance: number): Map<string, [FieldTermData, number]> {
    const found = new Map<string, [FieldTermData, number]>()
    for (const [near, distance] of this.#sorted.within(term, maxDistance))
      for (const [text, data] of this.#entryOf(near)) found.set(text, [data, distance])
    return found
  }

  *[Symbol.iterator](): Generator<[string, FieldTermData]> {
    for (const term of this.#index.terms()) yield* this.#entryOf(term)
  }

  #entryOf(term: string): [string, FieldTermData][] {
    const data = this.get(term)
    return data === undefined ? [] : [[term, data]]
  }
}
