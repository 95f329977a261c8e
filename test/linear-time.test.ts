import { describe, expect, test } from 'vitest'
import { answerFormsIn } from '../src/answers/answer-forms.ts'
import { readPage } from '../src/corpus/articles/read-page.ts'
import { readByline } from '../src/corpus/wording/byline.ts'
import { readSignature } from '../src/corpus/wording/signature.ts'
import {
  createTokeniser,
  normalise,
  normaliseWithPositions,
  openSegmenter,
  sentencesOf,
} from '../src/language/index.ts'
import { excerptsOf } from '../src/search/excerpts/excerpts.ts'
import { literalOf } from '../src/search/query/literal.ts'
import { parseQuery } from '../src/search/query/parse-query.ts'
import { summarise } from '../src/summary/index.ts'
import { buildArticle } from './support/build-article.ts'
import { KINDS_OF_LINE, KINDS_OF_LINES, type KindOfText } from './support/kinds-of-text.ts'

/** In UTF-16 units: about one page, and the longest text that is read as one. A page is arranged as a whole. */
const PAGE = 8_192
const LINE = 4_096
const TIMES = 8
/** Half as much again as a time in proportion to the length; squared it would be 64 times as long. */
const MOST_TIMES = 12
/** What grows as the square never passes, however often it is measured; what other processes slow down does in the end. */
const MOST_ROUNDS = 20
/** What takes less is quick enough for any text, and too little to be measured. */
const QUICK_MS = 150

const tokeniser = createTokeniser(await openSegmenter())
const literals = ['今天', '记者', 'a', '1', '中'].flatMap((it) => literalOf(it) ?? [])
const articleOf = (text: string) => buildArticle({ headline: '今天 记者', paragraphs: text.split('\n') })

const KINDS = ['number', 'time', 'person', 'place', 'reason', 'list', 'thing', 'manner'] as const
// A doubtful page is read three times, and a sure one once: like is compared with like.
const readOnce = (text: string) => readPage({ file: 'page.txt', text, sure: 0 })
/** No page is as sure as this: each is read in all ways. */
const ALL_READINGS = 2
const SIGNED_LINE = `正文一句。\n记者 李四 ${'、'.repeat(70)}丶\n`
const SIGNED_LINES = (length: number): string =>
  SIGNED_LINE.repeat(Math.ceil(length / SIGNED_LINE.length)).slice(0, length)
const READERS: readonly (readonly [string, (text: string) => unknown])[] = [
  ['the page reader', readOnce],
  ['the normal form', (text) => [normalise(text), normaliseWithPositions(text)]],
  ['the tokeniser', (text) => [tokeniser.termsOf(text), tokeniser.wordsOf(text)]],
  ['the sentences', sentencesOf],
  ['a query', (text) => parseQuery(text, '2024-07-30')],
  ['the excerpts', (text) => excerptsOf(articleOf(text), literals, { length: 120, count: 3, tokeniser })],
  [
    'the forms of answers',
    (text) =>
      KINDS.map((kind) =>
        answerFormsIn(text, { kind, units: [], counted: '', precision: undefined, types: [] }),
      ),
  ],
  ['the summary', (text) => summarise(articleOf(text))],
]

/** CPU time, which hardly hangs on what else the machine does. */
function cpuMs(run: () => unknown): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** How many times as long a text of eight times the length takes; the least of some rounds, as noise only adds. */
function growth(read: (text: string) => unknown, short: string, long: string): number {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let round = 0; round < MOST_ROUNDS; round++) {
    most = Math.min(
      most,
      cpuMs(() => read(long)),
    )
    if (most <= QUICK_MS) return 0
    least = Math.min(
      least,
      cpuMs(() => read(short)),
    )
    if (most <= least * MOST_TIMES) break
  }
  return most / least
}

const tooLong = (read: (text: string) => unknown, kinds: readonly KindOfText[], length: number) =>
  kinds.flatMap(([name, make]) => {
    const times = growth(read, make(length), make(length * TIMES))
    return times <= MOST_TIMES ? [] : [`${name}: ${times.toFixed(0)} times`]
  })

describe.each(READERS)('%s takes time in proportion to the length', (_name, read) => {
  test('of a line of whatever text', () => {
    for (const [, make] of KINDS_OF_LINE) read(make(200))
    expect(tooLong(read, KINDS_OF_LINE, LINE)).toEqual([])
  })
})

test('the page reader takes time in proportion to the length of many lines', () => {
  expect(tooLong(readOnce, KINDS_OF_LINES, PAGE)).toEqual([])
})

// A long text is arranged in parts of about a page; a shorter one is a single part, and says nothing of how many there are.
test('all readings of signed lines take time in proportion to the length from two pages on', () => {
  const readAll = (text: string) => readPage({ file: 'page.txt', text, sure: ALL_READINGS })
  expect(tooLong(readAll, [['signed lines', SIGNED_LINES]], 2 * PAGE)).toEqual([])
})

// Without a limit each of these would take minutes: the ways to read them double with each piece.
test.each([
  ['credits', () => readByline(`记者 李四 ${'文/图'.repeat(26)}丶`)],
  ['credits', () => readByline(`记者 李四 ${'摄影报道'.repeat(20)}丶`)],
  ['media', () => readSignature(`了。综合${'网和'.repeat(28)}丶`)],
])('a line of many %s is read at once', (_what, read) => {
  expect(cpuMs(read)).toBeLessThan(QUICK_MS)
})
