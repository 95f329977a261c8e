import { expect, test } from 'vitest'
import { meaningOf } from '../../src/answers/meaning-evidence.ts'
import { topicWordOf } from '../support/topic-word.ts'

/** Texts are cut at blanks. */
function meaning(
  asked: readonly string[],
  {
    sentence,
    before = '',
    headline = '',
    answer,
  }: Partial<Record<'sentence' | 'before' | 'headline' | 'answer', string>>,
  weights: readonly number[] = [],
) {
  const words = asked.map((it, at) => topicWordOf(it, { weight: weights[at] ?? 1 }))
  const topic = { words, weight: words.length, predicate: words.at(-1), times: [], pairs: [] }
  const text = sentence ?? ''
  const at = answer === undefined ? -1 : text.indexOf(answer)
  return meaningOf(topic, { wordsOf: (it) => it.split(/[ ,。]+/u) })({
    sentence: text,
    before,
    headline,
    answer: at < 0 ? undefined : [at, at + (answer ?? '').length],
  })
}

test('what is said by itself is said, wherever it stands near', () => {
  expect(meaning(['房价', '下跌'], { sentence: '房价 下跌 明显' })).toMatchObject({
    meansNear: 1,
    meansLeast: 1,
    meansLack: 0,
    meansAsked: 1,
  })
  expect(meaning(['房价', '下跌'], { sentence: '下跌 明显', headline: '房价' }).meansNear).toBe(1)
  expect(meaning(['房价', '下跌'], { sentence: '下跌 明显', before: '房价 如何' }).meansLack).toBe(0)
})

test('another word says as much of it as both mean the same', () => {
  const alike = meaning(['房价'], { sentence: '楼市 明显' })
  const other = meaning(['房价'], { sentence: '足球 明显' })
  expect(alike.meansNear).toBeGreaterThan(other.meansNear + 0.1)
  expect(alike.meansNear).toBeLessThan(1)
  expect(alike.meansWhole).toBeGreaterThan(other.meansWhole)
  expect(alike.meansLack).toBeCloseTo(1 - alike.meansLeast)
})

test('what stands in another clause than the answer is said, but not of the answer', () => {
  const { meansAsked, meansClause, meansNear } = meaning(['房价'], {
    sentence: '房价 如何,足球 5%',
    answer: '5%',
  })
  expect(meansNear).toBe(1)
  expect(meansAsked).toBeLessThan(0.8)
  expect(meansClause).toBe(meansAsked)
})

test('what is missed most is lacking, wherever it stands in the question', () => {
  const lacks = (sentence: string) => meaning(['qqzz', '房价', 'zzqq'], { sentence }).meansLack
  expect(lacks('房价 zzqq')).toBeCloseTo(1 / 3)
  expect(lacks('qqzz 房价')).toBeCloseTo(1 / 3)
  expect(lacks('qqzz 房价 zzqq')).toBe(0)
})

test('a word that says half as much as the weightiest is told of, one that says less is not', () => {
  const least = (weight: number) => meaning(['房价', 'qqzz'], { sentence: '房价' }, [2, weight]).meansLeast
  expect([least(1), least(0.99)]).toEqual([0, 1])
})

test('a question of one character is compared with single characters, others are not', () => {
  const said = (asked: string, sentence: string) => meaning([asked], { sentence }).meansNear
  expect(said('船', '舟')).toBeGreaterThan(0)
  expect(said('轮船', '舟')).toBe(0)
})

test('where things are launched tells of no launch', () => {
  expect(meaning(['火箭', '发射'], { sentence: '火箭 发射场 准备' }).meansAsked).toBeLessThan(0.9)
  expect(meaning(['火箭', '发射'], { sentence: '火箭 发射 准备' }).meansAsked).toBe(1)
})

test('nothing is alike where no word is known', () => {
  expect(meaning(['qqzz'], { sentence: '' })).toMatchObject({ meansNear: 0, meansLack: 1, meansWhole: 0 })
})
