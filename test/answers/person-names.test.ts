import { expect, test } from 'vitest'
import { isCalled } from '../../src/answers/person-names.ts'

/** How often each of some texts stands in an archive of a hundred articles. */
const rarityIn = (counts: Readonly<Record<string, number>>) => (text: string) =>
  Math.log((100 + 1) / ((counts[text] ?? 0) + 0.5))

test('somebody is called so by titles before the name', () => {
  expect(isCalled('莱希斯', rarityIn({ 总统莱希斯: 9, 莱希斯总统: 2 }))).toBe(true)
})

test('a country is called nobody, though some title stands before it where two names meet', () => {
  expect(isCalled('海国', rarityIn({ 海国总统: 9, 海国外长: 4, 主席海国: 1 }))).toBe(false)
})

test('what no title stands beside is called nobody', () => {
  expect(isCalled('青河', rarityIn({}))).toBe(false)
})
