import type { TextRange, Tokeniser } from '../../language/index.ts'
import { findLiteral } from '../query/literal.ts'
import { literalsOf, type TermClause } from './query-plan.ts'
import type { SearchableText } from './searchable-text.ts'

/** Places of a literal that are looked at. */
const MOST_PLACES = 20
/** Characters around a place that are cut into words with it. */
const AROUND = 10

/**
 * Whether a term clause stands somewhere without cutting a word of the dictionary in two: 人大 does not in 千名工**人大**合唱. A
 * part of one longer word does (农业 in 农业局), and so do names that the dictionary does not know.
 */
export function standsWhole(
  clause: TermClause,
  { all, issueDate }: SearchableText,
  tokeniser: Tokeniser,
): boolean {
  const { dates } = clause
  if (dates !== undefined && issueDate >= dates.from && issueDate <= dates.to) return true
  return literalsOf(clause).some((literal) =>
    findLiteral(all, literal, MOST_PLACES).some((range) => !cutsWord(all, range, tokeniser)),
  )
}

function cutsWord(text: string, [from, to]: TextRange, tokeniser: Tokeniser): boolean {
  const start = Math.max(0, from - AROUND)
  return tokeniser.wordsOf(text.slice(start, to + AROUND)).some((word) => {
    const [first, end] = [start + word.start, start + word.end]
    const cutsStart = first < from && end > from && end < to
    const cutsEnd = first > from && first < to && end > to
    return (cutsStart || cutsEnd) && tokeniser.knows(word.text)
  })
}
