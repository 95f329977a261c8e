import type { Article } from '../domain/index.ts'
import { normalise } from '../language/index.ts'
import { textOfFields } from './index-fields.ts'
import { holdsLiteral } from './literal.ts'
import type { QueryPlan, Unit, Wanted } from './query-plan.ts'

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

export function lookAgain(article: Article, plan: QueryPlan): SecondLook {
  const fields = textOfFields(article)
  const headline = normalise(fields.headline)
  const title = `${headline}\n${normalise(fields.deck)}`
  const byline = normalise(fields.byline)
  const all = `${title}\n${byline}\n${normalise(fields.body)}`
  const holds = ({ literal, field }: Wanted) =>
    holdsLiteral(field === 'title' ? title : field === 'byline' ? byline : all, literal)
  const holdsUnit = (unit: Unit) => unit.alternatives.some(holds)

  const length = plan.parts.reduce((sum, it) => sum + it.literal.length, 0)
  let factor = 1
  for (const { literal } of plan.parts) {
    const share = literal.length / length
    if (holdsLiteral(headline, literal)) factor += IN_HEADLINE * share
    else if (holdsLiteral(all, literal)) factor += IN_TEXT * share
  }
  if (bare(headline) === plan.parts.map((it) => it.literal.runs.join('')).join('')) factor += WHOLE_HEADLINE
  return {
    complete: plan.units.every(holdsUnit),
    admissible: plan.units.every((it) => !it.mandatory || holdsUnit(it)) && !plan.excluded.some(holds),
    factor,
  }
}

const bare = (normalText: string) => normalText.replace(/[^\p{L}\p{N}]/gu, '')
