import { createChance } from '../../search/chance.ts'
import type { Pool } from './sentence-pool.ts'

/** A line of a JSON Lines file of a corpus folder. */
export interface MadeArticle {
  readonly headline: string
  /** A paragraph a line. */
  readonly body: string
  readonly date: string
  readonly paper: string
  readonly page: string
  readonly section: string
}

export interface Recipe {
  readonly articles: number
  readonly seed: number
  /** Bodies are so many times as long as the real ones; 1 gives about 340 characters. */
  readonly stretch: number
}

/** An issue of a daily paper, so that 100,000 articles are ten years. */
const ARTICLES_A_DAY = 27
const FIRST_DAY = Date.UTC(2015, 0, 1)
const DAY_MS = 86_400_000
const PAPERS = ['东江日报', '南岭晚报', '西川时报']
/** Drawn as often as they are named. */
const SECTIONS = [
  '要闻',
  '要闻',
  '要闻',
  '经济',
  '经济',
  '社会',
  '社会',
  '国际',
  '文化',
  '科技',
  '体育',
  '评论',
]
/** Few real bodies are longer, and one of them would be the length of a whole small corpus. */
const LONGEST_BODY = 3000
/** By which the last sentence goes beyond the length wanted, on average. */
const HALF_A_SENTENCE = 25

/**
 * Articles of real sentences in another order: what words there are, how often, and beside which, is as in print;
 * what an article is about is not. The same recipe gives the same articles, and more articles begin with fewer.
 */
export function* makeArticles(pool: Pool, { articles, seed, stretch }: Recipe): Generator<MadeArticle> {
  const chance = createChance(seed)
  const oneOf = <T>(items: readonly T[]): T => {
    const item = items[chance(items.length)]
    if (item === undefined) throw new RangeError('nothing to draw from')
    return item
  }
  for (let number = 0; number < articles; number++) {
    const day = FIRST_DAY + Math.floor(number / ARTICLES_A_DAY) * DAY_MS
    yield {
      headline: [...drawDifferent(pool.clauses, 1 + chance(2), chance)].join(' '),
      body: bodyOf(pool, stretch * Math.min(LONGEST_BODY, oneOf(pool.lengths)), chance),
      date: new Date(day).toISOString().slice(0, 10),
      paper: oneOf(PAPERS),
      page: `${1 + chance(12)}`.padStart(2, '0'),
      section: oneOf(SECTIONS),
    }
  }
}

type Chance = (below: number) => number

/** Different sentences up to a length, in paragraphs of one to four. */
function bodyOf({ sentences }: Pool, length: number, chance: Chance): string {
  const drawn = new Set<string>()
  let body = ''
  let left = 1 + chance(4)
  while (drawn.size < sentences.length) {
    const sentence = sentences[chance(sentences.length)] ?? ''
    if (drawn.has(sentence)) continue
    drawn.add(sentence)
    body += sentence
    if (body.length >= length - HALF_A_SENTENCE) break
    left--
    if (left > 0) continue
    body += '\n'
    left = 1 + chance(4)
  }
  return body
}

function drawDifferent(items: readonly string[], count: number, chance: Chance): ReadonlySet<string> {
  const drawn = new Set<string>()
  while (drawn.size < Math.min(count, items.length)) drawn.add(items[chance(items.length)] ?? '')
  return drawn
}
