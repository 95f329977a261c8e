import { expect, test } from 'vitest'
import { readQuestion } from '../../src/answers/read-question.ts'
import { createSearch } from '../../src/search/index.ts'
import { buildArticle } from '../support/build-article.ts'
import { archiveOf } from '../support/seed-articles.ts'
import { tokeniser } from '../support/tokeniser.ts'

test('a value is supported by the articles that tell it, however often each does', async () => {
  const news = [
    ['青山隧道贯通', '青山隧道今天贯通，全长5公里。', '青山隧道全长5公里，是全线最长的。'],
    ['青山隧道通车', '青山隧道今天通车，全长6公里。'],
    ['青山隧道收费', '青山隧道全长6公里，明天起收费。'],
  ].map(([headline = '', ...paragraphs]) => buildArticle({ headline, paragraphs, issueDate: '2024-05-03' }))
  const search = createSearch(tokeniser, archiveOf(news))
  await search.add(news)
  const { sentences } = await readQuestion('青山隧道有多长', search, {})
  const supports = (value: string) =>
    sentences.filter((it) => it.value === value).map((it) => it.score.evidence.support)
  expect(supports('5公里')).toEqual([0, 0])
  expect(supports('6公里')).toEqual([0.5, 0.5])
})

test('of what is told day by day the sum is the greatest in its unit', async () => {
  const news = [
    ['青山队再夺金', '青山队今天在运动会上夺得2枚金牌。'],
    ['青山队夺金', '青山队在运动会上夺得1枚金牌，来了300人。'],
    ['青山队凯旋', '青山队在运动会上夺得40枚金牌。'],
  ].map(([headline = '', ...paragraphs]) => buildArticle({ headline, paragraphs, issueDate: '2024-05-03' }))
  const search = createSearch(tokeniser, archiveOf(news))
  await search.add(news)
  const { sentences } = await readQuestion('青山队在运动会上夺得几枚金牌', search, {})
  const sizeOf = (value: string) => sentences.find((it) => it.value === value)?.score.evidence.size
  expect([sizeOf('40枚'), sizeOf('2枚'), sizeOf('1枚')]).toEqual([1, 2 / 3, 1 / 3])
  expect(sizeOf('300人')).toBe(0.5)
})
