import { expect, test } from 'vitest'
import { parseQuery } from '../../../src/search/query/parse-query.ts'
import { meaningOfQuery } from '../../../src/search/ranking/query-meaning.ts'
import { tokeniser } from '../../support/tokeniser.ts'

const counts = { documentCount: 100, documentFrequency: () => 1 }
const meaningOf = (query: string) => meaningOfQuery(parseQuery(query).understood, tokeniser, counts)
const leastCosineFor = (query: string) => meaningOf(query)?.leastCosine ?? 0
const leastLikenessFor = (query: string) => meaningOf(query)?.leastLikeness.asWhole ?? 0

test('a headline must be more like one word than like two, and one word stays one if it is said twice or beside a character', () => {
  const [one, two] = [leastCosineFor('房价'), leastCosineFor('房价 下跌')]
  expect(one).toBeGreaterThan(two)
  expect(two).toBeGreaterThan(0.5)
  expect(['房价 房价', '房价 跌', '跌 房价'].map(leastCosineFor)).toEqual([one, one, one])
})

test('characters and numbers are like no headline enough, whatever they mean', () => {
  for (const query of ['跌', '跌 涨', '4711']) {
    expect(leastCosineFor(query)).toBeGreaterThan(1)
    expect(leastLikenessFor(query)).toBeGreaterThan(1)
  }
  expect(meaningOf('，。')).toBeUndefined()
})

test('of one word no headline says the rest in other words, unless it is a text that the dictionary does not know', () => {
  for (const query of ['房价', '房价 房价', 'zqxjkv', '泰舒达'])
    expect([query, leastLikenessFor(query) > 1]).toEqual([query, true])
  for (const query of ['房价 下跌', '房价跌', '泰舒达片']) expect(leastLikenessFor(query)).toBeLessThan(0.6)
})
