import type { Article } from '../../domain/index.ts'
import { type SearchEngine, unlessAway } from '../../search/index.ts'
import type { Archive } from '../../store/index.ts'
import type { Parts } from '../turn/parts.ts'

/** Headlines that are looked through for examples. */
const LOOKED_AT = 60
/** Words that say something by themselves, which in Chinese are the longer ones; shorter ones may stand beside them. */
const TELLING = /^\p{Script=Han}{3,6}$/u
const WORD = /^\p{Script=Han}{2,6}$/u
/** Articles that a word may stand in, as a share of the archive: what stands everywhere shows nothing of a search. */
const MOST_SHARE = 0.05
/** Small archives have no rarer words. */
const MOST_AT_LEAST = 5

/** How often a text says a second word at least: what stands once may be any word (今日, 举行). */
const REPEATED = 2

/**
 * Queries that find something in this very archive: what recent articles speak of again and again and name in their
 * headlines, every other one with the word of the headline that the text repeats next often, if there is one.
 */
export async function pickExamples(
  archive: Archive,
  search: SearchEngine,
  limit: number,
): Promise<readonly string[]> {
  const { articles } = await archive.browse({ offset: 0, limit: LOOKED_AT })
  const topics = articles
    .flatMap((article) => topicOf(article, search) ?? [])
    .toSorted((a, b) => b.mentions - a.mentions)
  const most = Math.max(MOST_AT_LEAST, search.size * MOST_SHARE)
  const used = new Set<string>()
  const examples: string[] = []
  for (const { word, second, words } of topics) {
    if (examples.length >= limit) break
    if (words.some((it) => used.has(it))) continue
    const { total } = await search.search(word, { limit: 1 })
    if (total === 0 || total > most) continue
    examples.push(examples.length % 2 === 1 && second !== undefined ? `${word} ${second}` : word)
    for (const it of words) used.add(it)
  }
  return examples
}

/** For how long examples are good; a change of the archive makes new ones. */
const KEPT_MS = 10 * 60_000

/** Examples for the cards of `/start` and `/help`. */
export type Examples = () => Promise<readonly string[]>

interface Kept {
  readonly examples: Promise<readonly string[]>
  readonly untilMs: number
  /** Articles in the index. */
  readonly size: number
}

/**
 * Picks three examples, and gives the same ones for ten minutes: to find them costs as much as some searches.
 * @returns none while the search server is away; rejects as the archive does; what failed is not kept
 */
export function rememberExamples({
  archive,
  search,
  monotonicNow,
}: Pick<Parts, 'archive' | 'search' | 'monotonicNow'>): Examples {
  let kept: Kept | undefined
  return () => {
    const { size } = search
    if (kept && kept.size === size && monotonicNow() < kept.untilMs) return unlessAway(kept.examples, [])
    const mine = { examples: pickExamples(archive, search, 3), untilMs: monotonicNow() + KEPT_MS, size }
    kept = mine
    mine.examples.catch(() => {
      if (kept === mine) kept = undefined
    })
    return unlessAway(mine.examples, [])
  }
}

/** The word of the headline that the text repeats most, and another one that it repeats, too. */
function topicOf({ headline, paragraphs }: Article, search: SearchEngine) {
  const words = [...new Set(search.wordsOf(headline).filter((word) => WORD.test(word)))]
  const text = paragraphs.join('')
  const counted = words
    .map((word) => ({ word, mentions: text.split(word).length - 1 }))
    .toSorted((a, b) => b.mentions - a.mentions)
  const best = counted.find(({ word }) => TELLING.test(word))
  if (!best) return undefined
  // 博物馆 beside 博物 says nothing more.
  const second = counted.find(
    ({ word, mentions }) => mentions >= REPEATED && !best.word.includes(word) && !word.includes(best.word),
  )
  return { ...best, second: second?.word, words }
}
