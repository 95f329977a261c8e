import { literalOf } from '../query/literal.ts'
import { DocumentSet } from '../term-index/document-set.ts'
import type { TermIndex } from '../term-index/term-index.ts'
import { matchingDocuments } from './matching-documents.ts'

/**
 * What stands in the archive, in numbers. One corrected misspelling asks for hundreds of them, and pinyin for thousands, so
 * they are answered by the process itself, at once.
 */
export interface TermCounts {
  /** Number of articles that were counted. */
  readonly documentCount: number
  /** How many articles hold a term, summed over the fields. */
  documentFrequency(term: string): number
  /** How many articles hold each of some texts, or all its pairs of neighbours; 0 if one of them is punctuation only. */
  countTogether(texts: readonly string[]): number
  /** All terms, in no order. */
  terms(): Iterable<string>
}

/** Counts what an index in memory holds, as it is when it is asked. */
export const createTermCounts = (index: TermIndex): TermCounts => ({
  get documentCount() {
    return index.documentCount
  },
  documentFrequency: (term) => index.documentFrequency(term),
  countTogether: ([first = '', ...others]) => {
    const documentsOf = (text: string) => {
      const literal = literalOf(text)
      return literal && matchingDocuments(index, { literal, others: [], field: undefined })
    }
    const documents = documentsOf(first)
    for (const text of others) documents?.meet(documentsOf(text) ?? new DocumentSet(0))
    return documents?.size ?? 0
  },
  terms: () => index.terms(),
})

/** How much a word or clause says that so many articles hold: `ln(1 + N / (df + 0.5))`; highest of what none holds. */
export const inverseDocumentFrequency = (count: number, documentCount: number): number =>
  Math.log(1 + documentCount / (count + 0.5))

/** How many articles hold a text, or all its pairs of neighbours. */
export const countOfText = (counts: Pick<TermCounts, 'countTogether'>, text: string): number =>
  counts.countTogether([text])

/** Tells of texts whether an article may hold them. */
export const standsIn =
  (counts: TermCounts) =>
  (text: string): boolean =>
    countOfText(counts, text) > 0
