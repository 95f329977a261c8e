import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { createIcuSegmenter, createTokeniser } from '../../src/language/index.ts'

/** Always gives the same numbers, 0 to 1. */
export function createChance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff
    return state / 0x7fffffff
  }
}

const tokeniser = createTokeniser(createIcuSegmenter())
const QUESTIONS = join(import.meta.dirname, '../questions')
const QUESTION_FILES = ['closed', 'fresh', 'hand', 'later', 'learning', 'phone'] as const
const ABSENT_FILES = ['absent', 'learning-absent', 'near-absent'] as const
const MARKS = /[\s，。“”《》：、！？·—（）]+/u

/** What people search for: parts of headlines, whole headlines, words of them, and questions. */
export interface Searches {
  readonly all: readonly string[]
  /** Short ones, to stand in the place of a topic. */
  readonly topics: readonly string[]
}

/**
 * Searches and questions, none of them an order.
 * @param articles JSON lines with `headline`, packed with gzip
 */
export function readSearches(articles: string): Searches {
  const chance = createChance(7)
  const headlines = gunzipSync(readFileSync(articles))
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => `${JSON.parse(line).headline}`)
  const parts = headlines.flatMap((it) => {
    const stretches = it.split(MARKS).filter((one) => one.length > 1)
    return stretches[Math.floor(chance() * stretches.length)] ?? []
  })
  const asked = QUESTION_FILES.flatMap((name) =>
    linesOf(`${name}-questions.tsv`).flatMap((line) => line.split('\t')[2] ?? []),
  )
  const absent = ABSENT_FILES.flatMap((name) => linesOf(`${name}-questions.txt`))
  return {
    all: [...new Set([...parts, ...headlines.filter(() => chance() < 0.3), ...asked, ...absent])],
    topics: [...new Set(parts.flatMap(topicsIn))],
  }
}

const LONGEST_TOPIC = 6

/** Its longer words, and all of it if it is short. */
function topicsIn(text: string): readonly string[] {
  const words = tokeniser.wordsOf(text).flatMap((word) => (word.text.length > 1 ? [word.text] : []))
  return text.length <= LONGEST_TOPIC ? [...words, text] : words
}

/** Those that are learnt from; the others are left for the measure. */
export const learntOf = ({ all, topics }: Searches): readonly string[] => [
  ...all.filter((_, at) => at % 4 === 0),
  ...topics.filter((_, at) => at % 2 === 0),
]

/** Whole searches and questions that are not learnt from. */
export const leftOf = ({ all }: Searches): readonly string[] => all.filter((_, at) => at % 4 !== 0)

const linesOf = (file: string): readonly string[] =>
  readFileSync(join(QUESTIONS, file), 'utf8').split('\n').filter(Boolean)
