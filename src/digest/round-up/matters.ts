import { TimeSlice } from '../../concurrency/index.ts'
import type { Article } from '../../domain/index.ts'
import type { SearchEngine } from '../../search/index.ts'

/** What tells which words an article has, and how much each of them says. */
export type Wording = Pick<SearchEngine, 'wordsOf' | 'rarityOf'>

/** Articles on one matter; the first is the most prominent of them, the others in the order given. */
export type Matter = readonly [Article, ...Article[]]

/** Words of an article that stand for it. */
const KEY_WORDS = 30
/** How often a word of the headline counts. */
const IN_HEADLINE = 3
/** What an article is about stands in its opening, in UTF-16 units. */
const OPENING = 400
/** Least cosine of two articles on one matter. */
const SAME_MATTER = 0.3

type Vector = ReadonlyMap<string, number>

/**
 * Puts articles on the same matter together, whatever day they are of: each joins the first article before it that
 * shares enough of its telling words (cosine of tf·idf vectors, single-pass clustering as in topic detection and
 * tracking: J. Allan et al., On-line new event detection and tracking, 1998).
 * @param articles most prominent first
 * @returns in the order of their first articles
 */
export async function groupMatters(
  articles: readonly Article[],
  wording: Wording,
): Promise<readonly Matter[]> {
  const matters: [Article, ...Article[]][] = []
  /** Of each word, the matters whose first article has it. */
  const holders = new Map<string, { readonly matter: number; readonly weight: number }[]>()
  const rarities = new Map<string, number>()
  const slice = new TimeSlice()
  for (const article of articles) {
    if (slice.isOver()) await slice.yield()
    const vector = vectorOf(article, wording, rarities)
    const nearness = new Map<number, number>()
    for (const [word, weight] of vector)
      for (const held of holders.get(word) ?? [])
        nearness.set(held.matter, (nearness.get(held.matter) ?? 0) + weight * held.weight)
    const [nearest, cosine] = [...nearness].reduce((a, b) => (b[1] > a[1] ? b : a), [-1, 0])
    const matter = cosine >= SAME_MATTER ? matters[nearest] : undefined
    if (matter) {
      matter.push(article)
      continue
    }
    for (const [word, weight] of vector) {
      const held = { matter: matters.length, weight }
      const known = holders.get(word)
      if (known) known.push(held)
      else holders.set(word, [held])
    }
    matters.push([article])
  }
  return matters
}

/** The words that say most of an article, each with its weight; of length 1. */
function vectorOf(
  { headline, paragraphs }: Article,
  { wordsOf, rarityOf }: Wording,
  rarities: Map<string, number>,
): Vector {
  const counts = new Map<string, number>()
  const count = (text: string, times: number) => {
    for (const word of wordsOf(text)) if (word.length > 1) counts.set(word, (counts.get(word) ?? 0) + times)
  }
  count(headline, IN_HEADLINE)
  count(paragraphs.join('\n').slice(0, OPENING).toWellFormed(), 1)
  const weights = [...counts].map(([word, times]): [string, number] => {
    const rarity = rarities.get(word) ?? rarityOf(word)
    rarities.set(word, rarity)
    return [word, Math.sqrt(times) * rarity]
  })
  const telling = weights.toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, KEY_WORDS)
  const length = Math.hypot(...telling.map(([, weight]) => weight)) || 1
  return new Map(telling.map(([word, weight]) => [word, weight / length]))
}
