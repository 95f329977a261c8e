import { type Article, isDoubtful } from '../../domain/index.ts'
import { hasLetters } from '../../language/index.ts'
import { holdsLiteral } from '../query/literal.ts'
import type { Candidate, Held } from './candidate-source.ts'
import { type Clause, literalsOf, type QueryPlan, type TermClause } from './query-plan.ts'
import { matchesTermClause, searchableTextOf } from './searchable-text.ts'

/** What only the text of a candidate can tell. */
export interface Rescoring {
  /** True if the article holds every clause as written. */
  readonly complete: boolean
  /** Factor for the score of the index, above 0. */
  readonly factor: number
}

/** Worth of a part of the query that stands in the headline as it was typed, and of one in the text. */
const IN_HEADLINE = 1
const IN_TEXT = 0.3
/** What it costs that a part stands in the text by another name only: what was typed comes first. */
const OTHER_ONLY = 0.5
/** Worth of a headline that is the query and nothing else. */
const WHOLE_HEADLINE = 2

/** What is left of the worth of an article that is most likely cut wrong: it comes behind others as good. */
const DOUBTED = 0.85

/**
 * Checks a candidate against its text, and weighs what only the text tells: parts of the query in the
 * headline, parts that stand as they were typed, and whether the article is doubtful.
 * @param clauses those of the plan that count
 */
export function rescore(article: Article, plan: QueryPlan, clauses: readonly Clause[]): Rescoring {
  const text = searchableTextOf(article)
  const { headline, all } = text
  const holds = (it: TermClause) => matchesTermClause(text, it)
  const factor = factorOf(plan, headline, (part) =>
    holdsLiteral(all, part.literal) ? 'typed' : holdsAny(all, part) ? 'other' : undefined,
  )
  return {
    complete: clauses.every((it) => it.alternatives.some(holds)),
    factor: isDoubtful(article) ? factor * DOUBTED : factor,
  }
}

/**
 * The highest factor that {@link rescore} may find for a candidate: by its headline, and by what its source knows of its
 * text, which is too much rather than too little.
 */
export const upperBoundOf = (plan: QueryPlan, { headline, partsHeld }: Candidate['bound']): number =>
  factorOf(plan, headline, (_, i) => partsHeld[i])

const holdsAny = (text: string, part: TermClause): boolean =>
  literalsOf(part).some((literal) => holdsLiteral(text, literal))

function factorOf(
  { parts, typed }: QueryPlan,
  headline: string,
  inText: (part: TermClause, place: number) => Held,
): number {
  const length = parts.reduce((sum, it) => sum + it.literal.length, 0)
  let factor = 1
  for (const [i, part] of parts.entries()) {
    const share = part.literal.length / length
    const held = inText(part, i)
    if (holdsLiteral(headline, part.literal)) factor += IN_HEADLINE * share
    else if (held === 'typed') factor += IN_TEXT * share
    else if (held === 'other') factor -= OTHER_ONLY * share
  }
  return hasLetters(headline, typed) ? factor + WHOLE_HEADLINE : factor
}
