import type { Article } from '../domain/index.ts'
import { lettersOnly } from '../language/index.ts'
import { holdersOf } from './holders.ts'
import { holdsLiteral } from './literal.ts'
import { holdsWanted, normalTextOf } from './normal-text.ts'
import type { QueryPlan, Unit, Wanted } from './query-plan.ts'
import type { TermIndex } from './term-index.ts'

/** What only the text of a candidate can tell. */
export interface SecondLook {
  /** True where the article holds every unit as written. */
  readonly complete: boolean
  /** False where it lacks a mandatory one, or holds an excluded one: the terms alone had looked so. */
  readonly admissible: boolean
  /** Factor for the score of the index, at least 1. */
  readonly factor: number
}

/** Worth of a part of the query that stands in the headline as it was typed, and of one in the text. */
const IN_HEADLINE = 1
const IN_TEXT = 0.3
/** Worth of a headline that is the query and nothing else. */
const WHOLE_HEADLINE = 2

/** @param units those of the plan that count */
export function lookAgain(article: Article, plan: QueryPlan, units: readonly Unit[]): SecondLook {
  const text = normalTextOf(article)
  const { headline, all } = text
  const holds = (it: Wanted) => holdsWanted(text, it)
  const holdsUnit = (unit: Unit) => unit.alternatives.some(holds)
  return {
    complete: units.every(holdsUnit),
    admissible: units.every((it) => !it.mandatory || holdsUnit(it)) && !plan.excluded.some(holds),
    factor: factorOf(plan, headline, ({ literal }) => holdsLiteral(all, literal)),
  }
}

/**
 * The highest factor that {@link lookAgain} may find for a document: by its headline, and by what the index knows of
 * its text, which is too much rather than too little.
 * @param headlineOf in normal form
 */
export function ceilingOf(
  plan: QueryPlan,
  index: TermIndex,
  headlineOf: (document: number) => string,
): (document: number) => number {
  const holders = new Map(
    plan.parts.map((it) => [it, holdersOf(index, { literal: it.literal, field: undefined })]),
  )
  return (document) =>
    factorOf(plan, headlineOf(document), (part) => holders.get(part)?.has(document) === true)
}

function factorOf({ parts }: QueryPlan, headline: string, inText: (part: Wanted) => boolean): number {
  const length = parts.reduce((sum, it) => sum + it.literal.length, 0)
  let factor = 1
  for (const part of parts) {
    const share = part.literal.length / length
    if (holdsLiteral(headline, part.literal)) factor += IN_HEADLINE * share
    else if (inText(part)) factor += IN_TEXT * share
  }
  const asked = parts.map((it) => it.literal.runs.join('')).join('')
  return lettersOnly(headline) === asked ? factor + WHOLE_HEADLINE : factor
}
