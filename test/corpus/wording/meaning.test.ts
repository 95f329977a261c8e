import { expect, test } from 'vitest'
import { likenessOf, meaningOf, meaningOfAll } from '../../../src/corpus/wording/meaning.ts'

const alike = (a: string, b: string) => likenessOf(meaningOf(a), meaningOf(b))

test('paragraphs of one story are nearer than those of two, with hardly a word in common', () => {
  const storm = '受台风影响，沿海多个港口停航，渔船回港避风。'
  const goesOn = '暴雨和大风预计持续到明天，气象部门提醒居民减少外出。'
  const other = '新学期开学第一天，全市中小学迎来了一年级新生。'
  expect(alike(storm, goesOn)).toBeGreaterThan(alike(storm, other) + 0.2)
  expect(alike(goesOn, storm)).toBeCloseTo(alike(storm, goesOn))
})

test('the longest words of the table are taken, whatever the marks between them and the case of letters', () => {
  expect(alike('高考作文', '高考，作文！')).not.toBeCloseTo(1, 3)
  expect(alike('GDP 增长', 'gdp增长')).toBeCloseTo(1)
})

test('what means nothing that is known is like nothing', () => {
  expect(meaningOf('……——').length).toBe(0)
  expect(alike('', '台风')).toBe(0)
})

test('what several texts mean is the sum of them', () => {
  const [one, other] = [meaningOf('台风登陆'), meaningOf('渔船回港')]
  expect(likenessOf(meaningOfAll([one, other]), meaningOf('台风登陆，渔船回港'))).toBeCloseTo(1)
})
