import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dotProduct, openWordVectors } from '../../../src/language/index.ts'
import { likenessTo } from '../../../src/search/ranking/likeness.ts'
import { anyUnicode } from '../../support/any-unicode.ts'
import { tokeniser } from '../../support/tokeniser.ts'

const vectorOf = (text: string) =>
  openWordVectors().vectorOf(tokeniser.wordsOf(text).map((it) => it.text)) ?? new Float32Array(64)

/** Finds no words in any text. */
const noWords = { ...tokeniser, wordsOf: () => [] }

const compare = (query: string, headline: string, rarityOf: (word: string) => number) =>
  likenessTo([query], tokeniser, rarityOf)(headline, dotProduct(vectorOf(query), vectorOf(headline)))

function likeness(query: string, headline: string, rarityOf: (word: string) => number = () => 1): number {
  return compare(query, headline, rarityOf).asWhole
}

test.each([
  ['地铁 新线 通车', '地铁五号线开通运营', '地铁站捡到钱包'],
  ['养老金 上涨', '退休人员基本养老金上调', '老人养花有道'],
  ['2023年 高考', '2023年高考开考', '2024年高考开考'],
  ['王明远 获奖', '王明远捧得奖杯', '李志强捧得奖杯'],
  ['acme 收购', 'acme被买下', 'game被买下'],
])('%s is liker to %s than to %s', (query, near, far) => {
  expect(likeness(query, near)).toBeGreaterThan(likeness(query, far) + 0.05)
})

test('a rare word counts for more than a common one', () => {
  const rare = (word: string) => (rarityOfWord: string) => (rarityOfWord === word ? 5 : 1)
  expect(likeness('火山 图书馆', '图书馆', rare('图书馆'))).toBeGreaterThan(
    likeness('火山 图书馆', '图书馆', rare('火山')),
  )
})

const anyText = fc.oneof(
  anyUnicode(30),
  fc.string({ unit: fc.constantFrom(...Array.from('地铁开通老人3 5年gdp，。')), maxLength: 12 }),
)

test('nothing is liker than a text to itself, and nothing is less than unlike', () => {
  fc.assert(
    fc.property(anyText, anyText, (query, headline) => {
      const it = likeness(query, headline)
      expect(it).toBeGreaterThanOrEqual(0)
      expect(it).toBeLessThanOrEqual(1.0001)
      expect(likeness(query, query)).toBeGreaterThanOrEqual(it - 1e-6)
    }),
  )
})

test('it is told how much of the query a headline says', () => {
  const said = (headline: string) => compare('地铁 停运', headline, () => 1).said
  expect(said('地铁停运')).toBe(1)
  expect(said('地铁暂停运营')).toBeGreaterThan(0.8)
  expect(said('地铁')).toBeLessThan(0.7)
  expect(said('')).toBe(0)
})

test('of two texts that share only characters, those count by their share of each', () => {
  // 图书 is one of two pairs of the query, and one of five of the headline; nothing is known of what they mean.
  const asWhole = likenessTo(['图书甲'], noWords, () => 1)('图书乙丙丁戊', 0).asWhole
  expect(asWhole).toBeCloseTo((2 / 13) * (1 / 2 + 1 / 5), 5)
})
