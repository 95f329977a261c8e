import { expect, test } from 'vitest'
import { averagesOf, documentOf, SCALE } from '../../../src/search/opensearch/index-shape.ts'
import { saturationOf } from '../../../src/search/term-index/bm25.ts'
import { buildArticle } from '../../support/build-article.ts'
import { tokeniser } from '../../support/tokeniser.ts'

const termsOf = (text: string) => [...tokeniser.termsOf(text)]
const different = (text: string) => new Set(termsOf(text)).size

test('the length of a field is that of all articles on average, of those too that have none', () => {
  const [one, other] = [
    buildArticle({ headline: '长江水位上涨', byline: ['本报记者 张三'], paragraphs: ['长江水位昨日上涨。'] }),
    buildArticle({ headline: '简讯', paragraphs: ['市博物馆闭馆，市博物馆明年再开。'] }),
  ]
  const averages = averagesOf([one, other], tokeniser)
  expect(averages.headline).toBe((different('长江水位上涨') + different('简讯')) / 2)
  expect(averages.byline).toBe(different('本报记者 张三') / 2)
  // Nobody has a deck: one that comes later is a long one, and its length no division by nothing.
  expect(averages.deck).toBe(0.1)
  expect(averagesOf([], tokeniser).body).toBeGreaterThan(100)
})

test('an article is written with each of its terms once, and what it weighs there', () => {
  const averages = { headline: 4, deck: 1, byline: 1, body: 10 }
  const article = buildArticle({
    headline: '雪 雪 GDP',
    issueDate: '2024-06-08',
    page: '02',
    paper: '江城日报',
  })
  const document = documentOf({ id: article.id, article, revision: 7, hash: 'h' }, tokeniser, averages)
  const frequency = termsOf('雪 雪 GDP').filter((it) => it === '雪').length
  const weight = Math.round(SCALE * saturationOf(frequency, different('雪 雪 GDP'), 4))
  const { headline, deck, body } = document as Readonly<Record<string, string>>
  expect(frequency).toBe(2)
  expect(headline?.split(' ').filter((it) => it.startsWith('雪|'))).toEqual([`雪|${weight}`])
  expect(headline?.split(' ')).toHaveLength(different('雪 雪 GDP'))
  // The server takes for the number of articles those that have the field.
  expect([deck, body]).toEqual(['∅|1', '∅|1'])
  expect(document).toMatchObject({ date: 20240608, number: 7, hash: 'h', page: '2' })
})

test('of an article without a day or hash nothing stands there, as no filter finds it by them', () => {
  const article = buildArticle({ headline: '简讯' })
  const averages = averagesOf([article], tokeniser)
  const document = documentOf({ id: article.id, article, revision: 1 }, tokeniser, averages)
  expect(document).not.toHaveProperty('date')
  expect(document).not.toHaveProperty('hash')
})
