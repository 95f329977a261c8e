import fc from 'fast-check'
import { expect, test } from 'vitest'
import { corpusCosine, corpusIdf, corpusNorm } from '../../../src/corpus/wording/bigram-idf.ts'
import { bigramsOf, coverage, coverages, rarityOf, weighWords } from '../../../src/corpus/wording/bigrams.ts'

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

/** Ten parts, of which the first `count` hold a pair. */
const heldBy = (count: number, of = 10) => {
  const rarity = rarityOf(Array.from({ length: of }, (_, n) => bigramsOf(n < count ? '冰芯' : '赛艇')))
  return rarity([...bigramsOf('冰芯')][0] ?? 0)
}

test('a pair tells the more, the fewer parts of a page hold it, and in every second part nothing', () => {
  expect(heldBy(0)).toBeCloseTo(Math.log(20) - 0.7)
  expect(heldBy(1)).toBeCloseTo(Math.log(10 / 1.5) - 0.7)
  expect(heldBy(4)).toBeCloseTo(Math.log(10 / 4.5) - 0.7)
  expect(heldBy(5)).toBe(0)
  expect(heldBy(10)).toBe(0)
  // A lone part counts as one of two.
  expect(heldBy(0, 1)).toBeCloseTo(Math.log(4) - 0.7)
  expect(heldBy(1, 1)).toBe(0)
})

test('how much of a text another one covers is by the weight of what tells something', () => {
  const [ice, boat] = [...bigramsOf('冰芯'), ...bigramsOf('赛艇')]
  const rarity = (pair: number) => (pair === ice ? 3 : pair === boat ? 1 : 0)
  const words = weighWords(bigramsOf('冰芯赛艇'), rarity)
  expect(words).toEqual({ bigrams: [ice, boat], weights: [3, 1], total: 4 })
  expect(coverage(words, bigramsOf('冰芯'))).toBe(0.75)
  expect(coverage(words, bigramsOf('赛艇冰芯'))).toBe(1)
  expect(coverage(words, bigramsOf('记者'))).toBe(0)
  expect(coverage(weighWords(bigramsOf('记者'), rarity), bigramsOf('记者'))).toBe(0)
})

test('what all parts of a page hold of one another is the same as of each two alone', () => {
  const text = fc.array(fc.constantFrom('冰', '芯', '赛', '艇', '，', '样'), { maxLength: 12 })
  fc.assert(
    fc.property(fc.array(text, { maxLength: 6 }), (texts) => {
      const parts = texts.map((signs) => bigramsOf(signs.join('')))
      const rarity = rarityOf(parts)
      const telling = parts.map((it) => weighWords(it, rarity))
      const all = coverages(telling)
      const pairs = texts.flatMap((_, of) => texts.map((__, by) => [of, by] as const))
      const others = pairs.filter(([of, by]) => of !== by)
      expect(others.map(([of, by]) => all(of, by))).toEqual(
        others.map(([of, by]) =>
          coverage(telling[of] ?? weighWords(new Set(), rarity), parts[by] ?? new Set()),
        ),
      )
    }),
  )
})
