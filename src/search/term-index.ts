import type { ArticleId } from '../domain/index.ts'
import type { Field } from './index-fields.ts'

/**
 * An inverted index: which documents hold a term, and how much that says. Documents are counted from 0 in the order
 * in which they came; the number of a removed document is not given again.
 */
export interface TermIndex {
  /** Documents that can be found. */
  readonly size: number
  /** One above the highest number of a document. */
  readonly capacity: number
  /** Takes a document in and gives its number. Its id must not be in the index. */
  add(id: ArticleId, terms: Readonly<Record<Field, string>>): number
  /** @returns the number that the document had, or undefined where there was none. */
  remove(id: ArticleId): number | undefined
  idOf(document: number): ArticleId | undefined
  numberOf(id: ArticleId): number | undefined
  /**
   * Visits the documents that hold `term`, once for each field of `boosts` that holds it, with BM25 (k = 1.2,
   * b = 0.7, d = 0.5) times the boost of the field. Fields without a boost, or with 0, are left out.
   */
  visit(term: string, boosts: FieldBoosts, visitor: (document: number, score: number) => void): void
  /** All terms, in no order. */
  terms(): Iterable<string>
  /** Number of documents that hold the term in any field; a field counts by itself. */
  postingCount(term: string): number
}

export type FieldBoosts = Readonly<Partial<Record<Field, number>>>
