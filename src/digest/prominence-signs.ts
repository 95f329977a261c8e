import type { Article } from '../domain/index.ts'
import { normalise } from '../language/index.ts'
import { pairsOf } from '../summary/index.ts'

/** What the text of an article, beside those of its day, tells of how prominent it is. */
export interface ProminenceSigns {
  /** Each 0 to 1, in the order of {@link MEASURES}. */
  readonly measures: readonly number[]
  /** In normal form, for terms to be looked up in. */
  readonly headline: string
  /** How the text begins, in normal form. */
  readonly opening: string
}

/** The measures of an article, by their place in `ProminenceSigns.measures`. */
export const MEASURES = [
  /** By the logarithm of its length; the longest of the day 1. */
  'length',
  /** 1 if it is longer than a short item, and 1 if it is one of the long ones. */
  'aboveShort',
  'long',
  /** What its headline shares with the other headlines of the day; the most shared 1. */
  'sharedHeadline',
  /** In how many other articles of the day the words of its headline stand; the most told 1. */
  'told',
  /** Length of the headline, 1 for forty characters. */
  'headlineLength',
  /** A headline of two phrases. */
  'phrases',
  /** A headline with figures. */
  'figures',
] as const

const SHORT_ITEM = 400
const LONG_ITEM = 1000
const LONG_HEADLINE = 40
/** UTF-16 units that say who does what: the first sentence or two. */
const OPENING = 80
/** What an article tells of beyond its opening is background. */
const TOLD_WITHIN = 600

/** The signs of each article among those given, which should be one day's, in their order. */
export function signsOf(articles: readonly Article[]): readonly ProminenceSigns[] {
  const lengths = articles.map(lengthOf)
  const longest = Math.max(...lengths.map(Math.log1p), Number.MIN_VALUE)
  const headlines = articles.map((it) => pairsOf([it.headline, ...it.kicker, ...it.deck].join('\n')))
  const bodies = articles.map((it) => pairsOf(it.paragraphs.join('\n').slice(0, TOLD_WITHIN)))
  const shared = sharesOf(headlines, headlines)
  const told = sharesOf(headlines, bodies)
  return articles.map((article, i) => {
    const length = lengths[i] ?? 0
    const headline = normalise(article.headline)
    return {
      measures: [
        Math.log1p(length) / longest,
        length > SHORT_ITEM ? 1 : 0,
        length > LONG_ITEM ? 1 : 0,
        shared[i] ?? 0,
        told[i] ?? 0,
        Math.min(1, headline.length / LONG_HEADLINE),
        /\p{L} \p{L}/u.test(headline) ? 1 : 0,
        /\d/.test(headline) ? 1 : 0,
      ],
      headline,
      opening: normalise((article.paragraphs[0] ?? '').slice(0, OPENING)),
    }
  })
}

const lengthOf = ({ paragraphs }: Article) => paragraphs.reduce((sum, it) => sum + it.length, 0)

type Pairs = ReadonlySet<string>

/** In how many of the other texts the pairs of each headline stand, on average; 1 for the highest of the day. */
function sharesOf(headlines: readonly Pairs[], texts: readonly Pairs[]): readonly number[] {
  const holders = new Map<string, number>()
  for (const set of texts) for (const it of set) holders.set(it, (holders.get(it) ?? 0) + 1)
  const means = headlines.map((set, i) => {
    let others = 0
    for (const it of set) others += (holders.get(it) ?? 0) - (texts[i]?.has(it) ? 1 : 0)
    return others / Math.max(1, set.size)
  })
  const highest = Math.max(...means, Number.MIN_VALUE)
  return means.map((it) => it / highest)
}
