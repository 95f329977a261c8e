import type { Tokeniser } from '../../../src/language/index.ts'
import { createChance } from '../../search/chance.ts'
import type { MadeArticle } from './make-articles.ts'
import type { Query } from './query.ts'

/** Of each kind. */
const QUERIES = 100
/** How many of the most frequent are common. */
const COMMON = 20
/** Share of all days that a filter leaves. */
const DAYS_LEFT = 0.1

/**
 * Questions whose words all stand in some article.
 * @param sample articles to ask for
 * @param days of all articles, ascending
 */
export function makeQueries(
  sample: readonly MadeArticle[],
  days: readonly string[],
  tokeniser: Tokeniser,
  seed: number,
): readonly Query[] {
  const chance = createChance(seed)
  const oneOf = <T>(items: readonly T[]): T | undefined => items[chance(items.length)]
  const times = (make: () => Query | undefined) => {
    const made: Query[] = []
    for (let tried = 0; made.length < QUERIES && tried < 50 * QUERIES; tried++) {
      const query = make()
      if (query !== undefined && query.text !== '') made.push(query)
    }
    return made
  }
  const someWords = () => {
    const words = knownWords(oneOf(sample)?.body ?? '', tokeniser)
    const drawn = new Set(Array.from({ length: 2 + chance(3) }, () => oneOf(words) ?? ''))
    return drawn.size < 2 ? '' : [...drawn].join(' ')
  }
  const pieceOf = (text: string | undefined, least: number, most: number) => {
    const run = oneOf((text ?? '').match(/\p{sc=Han}+/gu)?.filter((it) => it.length >= least) ?? [])
    if (run === undefined) return ''
    const length = least + chance(Math.min(most, run.length) - least + 1)
    const from = chance(run.length - length + 1)
    return run.slice(from, from + length)
  }
  const someDays = () => {
    const length = Math.max(1, Math.round(DAYS_LEFT * days.length))
    const first = chance(days.length - length + 1)
    return { from: days[first] ?? '', to: days[first + length - 1] ?? '' }
  }
  const common = commonOf(sample, tokeniser)
  return [
    ...times(() => ({ kind: 'words', text: someWords() })),
    ...times(() => ({ kind: 'date', text: someWords(), filter: someDays() })),
    ...times(() => ({
      kind: 'section',
      text: someWords(),
      filter: { section: oneOf(sample)?.section ?? '' },
    })),
    ...times(() => ({ kind: 'piece', text: pieceOf(oneOf(sample)?.headline, 4, 10) })),
    ...times(() => ({ kind: 'phrase', text: pieceOf(oneOf(sample)?.body, 4, 8) })),
    ...times(() => ({ kind: 'commonWord', text: oneOf(common.words) ?? '' })),
    ...times(() => ({ kind: 'commonCharacter', text: oneOf(common.characters) ?? '' })),
    ...times(() => ({ kind: 'commonPair', text: oneOf(common.pairs) ?? '' })),
  ]
}

/** Words of the dictionary with two characters or more, each once. */
function knownWords(text: string, tokeniser: Tokeniser): readonly string[] {
  const words = new Set(tokeniser.wordsOf(text).map((it) => it.text))
  return [...words].filter((it) => /^\p{sc=Han}{2,}$/u.test(it) && tokeniser.knows(it))
}

/** The most frequent words, characters, and pairs that are no words. */
function commonOf(sample: readonly MadeArticle[], tokeniser: Tokeniser) {
  const [words, characters, pairs] = [0, 1, 2].map(() => new Map<string, number>())
  const count = (counts: Map<string, number> | undefined, text: string) =>
    counts?.set(text, (counts.get(text) ?? 0) + 1)
  for (const { body } of sample) {
    for (const word of knownWords(body, tokeniser)) count(words, word)
    for (const run of body.match(/\p{sc=Han}+/gu) ?? [])
      for (let i = 0; i < run.length; i++) {
        count(characters, run.charAt(i))
        if (i + 1 < run.length) count(pairs, run.slice(i, i + 2))
      }
  }
  return {
    words: mostFrequent(words),
    characters: mostFrequent(characters),
    pairs: mostFrequent(pairs, (it) => !tokeniser.knows(it)),
  }
}

function mostFrequent(
  counts: ReadonlyMap<string, number> = new Map(),
  passes = (_text: string) => true,
): readonly string[] {
  const sorted = [...counts].toSorted(([, a], [, b]) => b - a)
  const common: string[] = []
  for (const [text] of sorted) {
    if (common.length === COMMON) break
    if (passes(text)) common.push(text)
  }
  return common
}
