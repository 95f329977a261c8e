import type { Article } from '../domain/index.ts'
import { pairsOf } from '../summary/index.ts'
import { positionsOf } from './positions.ts'

/**
 * How much each sign of prominence weighs; docs/digest.md says how they were found. What the makers of a paper
 * decided, the page and the place on it, comes before what we infer from the text.
 */
export interface ProminenceWeights {
  /** Front page 1, the second page 1/2, and so on. */
  readonly page: number
  /** First piece of its page 1, the second 1/2, and so on. */
  readonly position: number
  /** By the logarithm of the length; the longest piece 1. */
  readonly length: number
  /** What its headline shares with other headlines of the day; the most shared 1. */
  readonly shared: number
}

const WEIGHTS: ProminenceWeights = { page: 2, position: 1, length: 0.9, shared: 0.1 }

/**
 * How prominent each article is among those given, which should be one day's; higher is more, in the order of the
 * articles. Pages and positions that are not known count the same for all.
 */
export function scoreProminence(
  articles: readonly Article[],
  weights: ProminenceWeights = WEIGHTS,
): readonly number[] {
  const positions = positionsOf(articles)
  const lengths = articles.map((it) => Math.log1p(lengthOf(it)))
  const shared = sharedHeadlines(articles)
  const longest = Math.max(...lengths, Number.MIN_VALUE)
  return articles.map((_, i) => {
    const { page = 0, position = 0 } = positions[i] ?? {}
    return (
      weights.page / (1 + page) +
      weights.position / (1 + position) +
      weights.length * ((lengths[i] ?? 0) / longest) +
      weights.shared * (shared[i] ?? 0)
    )
  })
}

const lengthOf = ({ paragraphs }: Article) => paragraphs.reduce((sum, it) => sum + it.length, 0)

/** In how many of the other headlines the pairs of a headline stand, on average; 1 for the highest of the day. */
function sharedHeadlines(articles: readonly Article[]): readonly number[] {
  const pairs = articles.map((it) => pairsOf([it.headline, ...it.kicker, ...it.deck].join('\n')))
  const holders = new Map<string, number>()
  for (const set of pairs) for (const it of set) holders.set(it, (holders.get(it) ?? 0) + 1)
  const means = pairs.map((set) => {
    let others = 0
    for (const it of set) others += (holders.get(it) ?? 1) - 1
    return others / Math.max(1, set.size)
  })
  const highest = Math.max(...means, Number.MIN_VALUE)
  return means.map((it) => it / highest)
}
