import { beforeAll, describe, expect, test } from 'vitest'
import { type MadeArticle, makeArticles } from '../../bench/performance/corpus/make-articles.ts'
import { makeQueries } from '../../bench/performance/corpus/make-queries.ts'
import { QUERY_KINDS, type Query } from '../../bench/performance/corpus/query.ts'
import { type Pool, poolOf } from '../../bench/performance/corpus/sentence-pool.ts'
import { createIcuSegmenter, createTokeniser, sentencesOf } from '../../src/language/index.ts'
import { readSeedArticles } from '../support/seed-articles.ts'

let pool: Pool
const make = (articles: number, seed = 1, stretch = 1) => [...makeArticles(pool, { articles, seed, stretch })]
const meanLength = (made: readonly MadeArticle[]) =>
  made.reduce((sum, it) => sum + it.body.length, 0) / made.length

beforeAll(async () => {
  const news = await readSeedArticles()
  pool = poolOf(news.map(({ headline, paragraphs }) => ({ headline, body: paragraphs.join('\n') })))
})

test('the same recipe gives the same articles, another seed gives others', () => {
  expect(make(50)).toEqual(make(50))
  expect(make(50, 2)).not.toEqual(make(50))
})

test('a larger archive begins as a smaller one does', () => {
  expect(make(80).slice(0, 30)).toEqual(make(30))
})

test('articles are of real sentences, none twice in one', () => {
  const real = new Set(pool.sentences)
  for (const { body } of make(100)) {
    const sentences = sentencesOf(body).map(([from, to]) => body.slice(from, to))
    expect(new Set(sentences).size).toBe(sentences.length)
    // Where a quotation did not close, two of them may read as one.
    const known = sentences.filter((it) => real.has(it))
    expect(known.length).toBeGreaterThan(sentences.length / 2)
  }
})

test('bodies are as long as the real ones, and stretched they are longer', () => {
  const real = pool.lengths.map((it) => Math.min(it, 3000))
  const realMean = real.reduce((sum, it) => sum + it, 0) / real.length
  const mean = meanLength(make(1000))
  expect(mean).toBeGreaterThan(0.85 * realMean)
  expect(mean).toBeLessThan(1.15 * realMean)
  expect(meanLength(make(1000, 1, 3))).toBeGreaterThan(2 * mean)
})

test('issues follow day by day', () => {
  const dates = make(100).map((it) => it.date)
  expect(dates).toEqual(dates.toSorted())
  expect(new Set(dates).size).toBe(4)
})

describe('the questions', () => {
  let made: readonly MadeArticle[]
  let queries: readonly Query[]
  const of = (kind: Query['kind']) => queries.filter((it) => it.kind === kind)

  beforeAll(() => {
    made = make(200)
    const days = [...new Set(made.map((it) => it.date))]
    queries = makeQueries(made, days, createTokeniser(createIcuSegmenter()), 1)
  })

  test.each(QUERY_KINDS)('there are a hundred of %s', (kind) => {
    expect(of(kind)).toHaveLength(100)
  })

  test('the words of one stand together in some article', () => {
    for (const { text } of of('words')) {
      const words = text.split(' ')
      expect(words.length).toBeGreaterThan(1)
      expect(made.some((it) => words.every((word) => it.body.includes(word)))).toBe(true)
    }
  })

  test('pieces stand in a headline, phrases in a body', () => {
    for (const { text } of of('piece')) expect(made.some((it) => it.headline.includes(text))).toBe(true)
    for (const { text } of of('phrase')) expect(made.some((it) => it.body.includes(text))).toBe(true)
  })

  test('what is common stands in many articles', () => {
    for (const kind of ['commonWord', 'commonCharacter', 'commonPair'] as const)
      for (const { text } of of(kind))
        expect(made.filter((it) => it.body.includes(text)).length).toBeGreaterThan(made.length / 10)
  })
})
