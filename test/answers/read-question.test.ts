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
