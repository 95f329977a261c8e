import type { Article } from '../../domain/index.ts'
import { normalise } from '../../language/index.ts'
import { holdsLiteral } from '../query/literal.ts'
import { textOfFields } from '../term-index/fields.ts'
import { literalsOf, type TermClause } from './query-plan.ts'

/** The text of an article in the form in which literals are looked for. */
export interface SearchableText {
  readonly headline: string
  /** Headline, kicker, deck and sub-heads. */
  readonly title: string
  readonly byline: string
  readonly all: string
  /** `YYYY-MM-DD`; empty if there is none. */
  readonly issueDate: string
}

/** Brings the text of an article into normal form; it costs more than looking for a few literals in it. */
export function searchableTextOf(article: Article): SearchableText {
  const fields = textOfFields(article)
  const headline = normalise(fields.headline)
  const title = `${headline}\n${normalise(fields.deck)}`
  const byline = normalise(fields.byline)
  const all = `${title}\n${byline}\n${normalise(fields.body)}`
  return { headline, title, byline, all, issueDate: article.issueDate ?? '' }
}

/** Whether a literal stands where it is wanted, or the issue is of days that will do as well. */
export const matchesTermClause = (
  { title, byline, all, issueDate }: SearchableText,
  clause: TermClause,
): boolean => {
  const { field, dates } = clause
  const text = field === 'title' ? title : field === 'byline' ? byline : all
  return (
    literalsOf(clause).some((literal) => holdsLiteral(text, literal)) ||
    (dates !== undefined && issueDate >= dates.from && issueDate <= dates.to)
  )
}
