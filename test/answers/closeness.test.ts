import { expect, test } from 'vitest'
import { closenessOf } from '../../src/answers/closeness.ts'
import { findWord } from '../../src/answers/words-in.ts'
import { topicWordOf } from '../support/topic-word.ts'

/** How stretches of a sentence stand to words, the last of which is what is asked for. */
function closeness(sentence: string, stretches: readonly string[], words: readonly string[], headline = '') {
  const forms = stretches.map((it) => {
    const from = sentence.indexOf(it)
    return { range: [from, from + it.length] as const, score: 1, fit: 1, nearness: 1, isTold: false }
  })
  const found = words.flatMap((it) => findWord(sentence, topicWordOf(it)) ?? [])
  const predicate = found.at(-1)
  return forms.map((form) =>
    closenessOf(sentence, headline, { form, forms, found, predicate, total: words.length }),
  )
}

test('a name stands right behind the office that is asked about, or behind another one', () => {
  const sentence = '国家主席张三在首都会见海国总统李四。'
  const [host, guest] = closeness(sentence, ['张三', '李四'], ['海国', '总统'])
  expect(guest).toMatchObject({ touches: 1, rightBefore: 1, isNearest: 1 })
  expect(host).toMatchObject({ touches: 0, rightBefore: 0, isNearest: 0 })
})

test('of two numbers the nearer one belongs to what is counted, in whose clause it stands', () => {
  const sentence = '强震已造成128人死亡,另有195人下落不明。'
  const [dead, missing] = closeness(sentence, ['128人', '195人'], ['死亡'])
  expect(dead).toMatchObject({ ownClause: 1, rightBehind: 1, isNearest: 1, order: 1 })
  expect(missing).toMatchObject({ ownClause: 0, rightBefore: 1, isNearest: 0, order: 0.5 })
  expect(dead?.predicateGap).toBeGreaterThan(missing?.predicateGap ?? 0)
})

test('where two stand as near, both are nearest', () => {
  const all = closeness('3人受伤5人', ['3人', '5人'], ['受伤'])
  expect(all.map((it) => it.isNearest)).toEqual([1, 1])
})

test('a headline holds a value too; a single character by chance', () => {
  expect(closeness('共128人。', ['128人'], [], '死亡人数升至128人')).toMatchObject([{ inHeadlineToo: 1 }])
  expect(closeness('共128人。', ['人'], [], '死亡人数升至128人')).toMatchObject([{ inHeadlineToo: 0 }])
})

test('without a stretch nothing stands near', () => {
  const none = closenessOf('海国总统。', '', {
    form: undefined,
    forms: [],
    found: [],
    predicate: undefined,
    total: 1,
  })
  expect(new Set(Object.values(none))).toEqual(new Set([0]))
})

test('without a word of the topic in the sentence a stretch is nearest to nothing', () => {
  expect(closeness('共128人。', ['128人'], ['死亡'])).toMatchObject([
    { predicateGap: 0, isNearest: 0, ownClause: 0 },
  ])
})

test('an age stands right before whose it is', () => {
  const [own, other] = closeness('王五看望了75岁的老人,52岁的王五是职工。', ['52岁', '75岁'], ['王五'])
  expect([own?.touchedBehind, other?.touchedBehind]).toEqual([1, 0])
})

test.each([
  [9, 1],
  [10, 1],
  [11, 0],
])('a word %i characters away stands right beside a stretch: %i', (gap, near) => {
  const between = '一'.repeat(gap)
  expect(closeness(`渡轮${between}128人`, ['128人'], ['渡轮'])[0]?.rightBefore).toBe(near)
  expect(closeness(`128人${between}渡轮`, ['128人'], ['渡轮'])[0]?.rightBehind).toBe(near)
})
