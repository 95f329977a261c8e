import type { Article } from '../domain/index.ts'
import { positionsOf } from './positions.ts'
import { MEASURES, type ProminenceSigns, signsOf } from './prominence-signs.ts'
import { MEASURE_WEIGHTS, TERM_WEIGHTS } from './prominence-terms.ts'

/**
 * How much each sign of prominence weighs. What the makers of a paper decided, the page and the place on it, comes
 * before what we infer from the text.
 */
export interface ProminenceWeights {
  /** Front page 1, the second page 1/2, and so on. */
  readonly page: number
  /** First piece of its page 1, the second 1/2, and so on. */
  readonly position: number
  /** What the text tells, 0 to 1; an article as prominent as most of its day 1/2. */
  readonly text: number
  /** An article that goes on on another page is one that the makers of the paper gave room. */
  readonly continued: number
}

const WEIGHTS: ProminenceWeights = { page: 2, position: 1, text: 1, continued: 0.3 }

/** By how much the text's score of most articles of a day differs from its mean. */
const SPREAD = 3

/**
 * How prominent each article is among those given, which should be one day's; higher is more, in the order of the
 * articles. Without pages the text alone tells; the order of lines in a file never does.
 */
export function scoreProminence(
  articles: readonly Article[],
  weights: ProminenceWeights = WEIGHTS,
  scoreText: (signs: ProminenceSigns) => number = scoreSigns,
): readonly number[] {
  const positions = positionsOf(articles)
  const scores = signsOf(articles).map(scoreText)
  const mean = scores.reduce((sum, it) => sum + it, 0) / Math.max(1, scores.length)
  return articles.map((article, i) => {
    const { page, position } = positions[i] ?? { page: 0, position: 0 }
    return (
      weights.page / (1 + page) +
      weights.position / (1 + position) +
      weights.text / (1 + Math.exp((mean - (scores[i] ?? 0)) / SPREAD)) +
      weights.continued * (article.continuedFrom === undefined ? 0 : 1)
    )
  })
}

/** Words that tell, with what they weigh in a headline and in the opening of a text. */
const TERMS = TERM_WEIGHTS.trim()
  .split('\n')
  .filter(Boolean)
  .map((line) => {
    const [term = '', inHeadline, inOpening] = line.split(' ')
    return { term, inHeadline: Number(inHeadline), inOpening: Number(inOpening) }
  })

/** What the text of an article tells, by the fitted weights; comparable within a day. */
function scoreSigns({ measures, headline, opening }: ProminenceSigns): number {
  let score = MEASURES.reduce((sum, name, i) => sum + MEASURE_WEIGHTS[name] * (measures[i] ?? 0), 0)
  for (const { term, inHeadline, inOpening } of TERMS) {
    if (headline.includes(term)) score += inHeadline
    if (opening.includes(term)) score += inOpening
  }
  return score
}
