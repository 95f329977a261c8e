import { summarise } from '../../src/summary/index.ts'
import { type ReferenceSummary, toArticle } from './news.ts'
import { rougeOf } from './rouge.ts'

type Rouge = readonly [number, number, number]

export interface SummaryFigures {
  /** Means, 0 to 1. */
  readonly system: Rouge
  /** Of the opening of the same length. */
  readonly opening: Rouge
  /** Share of sentences that stand in the article word for word. */
  readonly verbatim: number
}

/**
 * Sums up news items and compares with their headlines.
 * @param withHeadline whether the summary may see the headline, which is the reference too
 */
export function sumUp(
  items: readonly ReferenceSummary[],
  sentences: number,
  withHeadline: boolean,
): SummaryFigures {
  const totals = [0, 0, 0, 0, 0, 0]
  let [count, verbatim] = [0, 0]
  for (const { id, body, summary } of items) {
    const headline = withHeadline ? summary : ' '
    const chosen = summarise(toArticle({ id, date: '2024-01-01', paper: '', headline, body }), { sentences })
    const bare = body.replace(/\s/gu, '')
    count += chosen.length
    verbatim += chosen.filter((it) => bare.includes(it.replace(/\s/gu, ''))).length
    const text = chosen.join('').replace(/\s/gu, '')
    const figures = [...rougeOf(text, summary), ...rougeOf(bare.slice(0, text.length), summary)]
    for (const [i, it] of figures.entries()) totals[i] = (totals[i] ?? 0) + it / items.length
  }
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = totals
  return { system: [a, b, c], opening: [d, e, f], verbatim: verbatim / count }
}
