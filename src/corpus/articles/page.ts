import type { Article, DatePrecision } from '../../domain/index.ts'

/** Text of a page that belongs to no article: furniture, stray headlines, scraps. */
export interface Leftover {
  /** Numbers of its lines, from 1, ascending. */
  readonly lines: readonly number[]
  /** Cleaned, its lines joined by one space. */
  readonly text: string
  readonly kind: 'furniture' | 'stray'
}

/** What one page file gives. Every line that is not blank is in an article or in a leftover. */
export interface Page {
  /** Path below the corpus folder, with forward slashes. */
  readonly file: string
  readonly paper?: string
  /** Day of the issue, `YYYY-MM-DD`. */
  readonly date?: string
  /** There where `date` is. */
  readonly datePrecision?: DatePrecision
  /** The day, `MM-DD`, where the text tells it and the year is not known. */
  readonly monthDay?: string
  /** As printed: `03`, `A06`. */
  readonly page?: string
  readonly section?: string
  readonly articles: readonly Article[]
  readonly leftovers: readonly Leftover[]
  /** In English, for the operator. */
  readonly warnings: readonly string[]
}
