import { expect, test } from 'vitest'
import { topicOf } from '../../src/answers/topic.ts'
import { tokeniser } from '../support/tokeniser.ts'

const NOWHERE = 10
const RARITIES: Readonly<Record<string, number>> = { 溺亡: 5, 溺水: 4, 青河: 6 }
const sources = {
  wordsOf: (text: string) => tokeniser.wordsOf(text).map((it) => it.text),
  rarityOf: (text: string) => RARITIES[text] ?? NOWHERE,
}
const weightOf = (word: string, names: readonly string[]) =>
  topicOf('青河淹死多少人', ['青河 淹死'], [{ text: '淹死', names }], sources).words.find(
    ({ forms }) => forms[0]?.text === word,
  )

test('a word that stands nowhere says as much as the most frequent of its other names', () => {
  expect(weightOf('淹死', ['溺亡', '溺水'])).toMatchObject({ isKnown: true })
  const weight = weightOf('淹死', ['溺亡', '溺水'])?.weight ?? 0
  expect(weight).toBeLessThan(weightOf('淹死', ['溺亡'])?.weight ?? 0)
  expect(weightOf('淹死', ['沉底'])).toMatchObject({ isKnown: false })
})

test('a word that stands somewhere says what it says by itself', () => {
  const topic = topicOf('青河多长', ['青河'], [{ text: '青河', names: ['溺水'] }], sources)
  expect(topic.words.find(({ forms }) => forms[0]?.text === '青河')?.weight).toBe(6)
})
