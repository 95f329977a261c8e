import { expect, test } from 'vitest'
import { anArticle } from '../support/articles.ts'
import { openTestStore, shelve } from '../support/stores.ts'

const printed = { paper: '江南日报', issueDate: '2024-06-08', datePrecision: 'printed' } as const

test('two continuations that stand in one file are joined in the order in which they stand there', async () => {
  const store = await openTestStore()
  const on = (page: string, paragraph: string, line: number) =>
    anArticle({
      ...printed,
      headline: '长江水利工程开工',
      paragraphs: [paragraph],
      page,
      source: { file: `${page}.txt`, lines: [line] },
      ...(page !== '01' && { continuedFrom: '01' }),
    })
  await shelve(store, [on('01', '甲。', 1), on('02', '乙。', 1), on('02', '丙。', 9)])
  const { articles } = await store.archive.browse({ offset: 0, limit: 9 })
  expect(articles.map(({ paragraphs }) => paragraphs)).toEqual([['甲。', '乙。', '丙。']])
})

test('of two papers of a day that come at once the continuations of both are joined', async () => {
  const store = await openTestStore()
  const pages = ['江南日报', '江北日报'].flatMap((paper) =>
    ['01', '02'].map((page) =>
      anArticle({
        ...printed,
        paper,
        headline: '长江水利工程开工',
        paragraphs: [`${paper}${page}。`],
        page,
        source: { file: `${paper}${page}.txt`, lines: [1] },
        ...(page !== '01' && { continuedFrom: '01' }),
      }),
    ),
  )
  await shelve(store, pages)
  const { articles } = await store.archive.browse({ offset: 0, limit: 9 })
  expect(articles.map(({ paragraphs }) => paragraphs.join('')).toSorted()).toEqual([
    '江北日报01。江北日报02。',
    '江南日报01。江南日报02。',
  ])
})

test('articles without a date have neighbours in their own file alone, whatever page they are on', async () => {
  const store = await openTestStore()
  const undated = (file: string, headline: string, line: number) =>
    anArticle({ headline, page: '01', source: { file, lines: [line] } })
  const [a, b, c] = [undated('a.txt', '甲', 1), undated('a.txt', '乙', 2), undated('b.txt', '丙', 1)]
  await shelve(store, [a, b, c])
  expect(await store.archive.neighbours(a.id)).toEqual({ nextOnPage: b.id, nextInIssue: b.id })
  expect(await store.archive.neighbours(b.id)).toEqual({ previousOnPage: a.id, previousInIssue: a.id })
  expect(await store.archive.neighbours(c.id)).toEqual({})
})
