import type { ArticleId } from '../../domain/index.ts'
import type { DocumentSet } from './document-set.ts'
import type { Field } from './fields.ts'
import type { TermIndexColumns } from './term-index-columns.ts'

/** How much a term counts by the field that holds it; 0, or left out, is not at all. */
export type FieldBoosts = Readonly<Partial<Record<Field, number>>>

export interface WeightedTerm {
  readonly term: string
  readonly boosts: FieldBoosts
}

/**
 * An inverted index: which documents hold a term, and how much that says. Documents are counted from 0 in the order
 * in which they came; the number of a removed document is not given again.
 */
export interface TermIndex {
  /** How many documents can be found. */
  readonly size: number
  /** One above the highest number of a document. */
  readonly capacity: number
  /** Takes a document in and gives its number. Its id must not be in the index. */
  add(id: ArticleId, texts: Readonly<Record<Field, string>>): number
  /** @returns the number that the document had, or undefined where there was none. */
  remove(id: ArticleId): number | undefined
  /**
   * Packs what has come and sweeps out what has gone since the last time, where that is worth it. Breathes in between;
   * queries may be asked meanwhile, but nothing added or removed.
   * @param more whether many more documents are to come at once
   */
  tidy(more: boolean): Promise<void>
  /** All that it knows, packed. The columns are the index's own: they are good until the next change. */
  columns(): Promise<TermIndexColumns>
  /** Takes over what another index knew. This one must be empty. */
  load(columns: TermIndexColumns): void
  idOf(document: number): ArticleId | undefined
  numberOf(id: ArticleId): number | undefined
  /** Adds all documents that can be found. */
  addAll(documents: DocumentSet): void
  /** Adds the documents that hold `term` in a field of `boosts`. */
  addMatching(term: string, boosts: FieldBoosts, holders: DocumentSet): void
  /**
   * What each of `documents` is worth: the BM25 of each term (k = 1.2, b = 0.7, d = 0.5) in each field, times its boost.
   * Documents that are of no interest cost next to nothing.
   */
  scores(terms: readonly WeightedTerm[], documents: Uint32Array): Float64Array
  /** All terms, in no order. */
  terms(): Iterable<string>
  /** How many documents hold a term, once for each field; those just removed may count for a while. */
  documentFrequency(term: string): number
}
