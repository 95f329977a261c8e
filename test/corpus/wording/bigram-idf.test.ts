import { expect, test } from 'vitest'
import { corpusCosine, corpusIdf, corpusNorm } from '../../../src/corpus/wording/bigram-idf.ts'
import { bigramsOf } from '../../../src/corpus/wording/bigrams.ts'

const idfOf = (pair: string): number => corpusIdf([...bigramsOf(pair)][0] ?? 0)

test.each([
  ['记者', '冰芯'],
  ['表示', '赛艇'],
  ['今天', '垃圾'],
])('%s, as usual in any news, tells less than %s', (usual, rare) => {
  expect(idfOf(usual)).toBeLessThan(idfOf(rare))
})

const likeness = (a: string, b: string): number => {
  const [left, right] = [bigramsOf(a), bigramsOf(b)]
  return corpusCosine(left, right, corpusNorm(left) * corpusNorm(right))
}

test('a text is wholly like itself, and not like one without a word in common', () => {
  expect(likeness('冰芯样品', '冰芯样品')).toBeCloseTo(1)
  expect(likeness('冰芯样品', '赛艇比赛')).toBe(0)
  expect(likeness('', '赛艇比赛')).toBe(0)
})

test('a topic in common makes texts more alike than the phrases of news do', () => {
  const text = '科学家在高原钻取冰芯样品'
  expect(likeness(text, '冰芯样品记录了气候变化')).toBeGreaterThan(
    likeness('记者今天在北京表示', '记者今天在上海表示') / 4,
  )
  expect(likeness(text, '冰芯样品记录了气候变化')).toBeGreaterThan(likeness(text, '科学家今天在北京表示'))
})
