import { expect, test } from 'vitest'
import { joinContinuations } from '../../../src/corpus/articles/continuations.ts'
import type { Page } from '../../../src/corpus/articles/page.ts'
import type { Article } from '../../../src/domain/index.ts'
import { buildArticle } from '../../support/build-article.ts'

const pageOf = (page: string, articles: readonly Article[], more: Partial<Page> = {}): Page => ({
  file: `${page}.txt`,
  paper: '江南日报',
  date: '2024-06-08',
  datePrecision: 'printed',
  page,
  articles,
  leftovers: [],
  warnings: [],
  ...more,
})

const first = (paragraphs: readonly string[], more: Partial<Article> = {}) =>
  buildArticle({ headline: '长江水利工程今日开工', paragraphs, ...more })

const rest = (paragraphs: readonly string[], more: Partial<Article> = {}) =>
  buildArticle({ headline: '长江水利工程开工', paragraphs, continuedFrom: '01', ...more })

/** What is on page 1 after the pages were joined, and how many articles there are on the others. */
function join(pages: readonly Page[]) {
  const [front, ...others] = joinContinuations(pages)
  return { article: front?.articles[0], others: others.flatMap(({ articles }) => articles).length }
}

test.each([
  ['a sentence that ended', ['甲。', '乙。'], ['丙。', '丁。'], ['甲。', '乙。', '丙。', '丁。'], 3],
  ['mid-sentence', ['甲。', '乙和'], ['丙。', '丁。'], ['甲。', '乙和丙。', '丁。'], 2],
  ['mid-sentence, in its only paragraph', ['乙和'], ['丙。', '丁。'], ['乙和丙。', '丁。'], 1],
  ['nothing', [], ['丙。', '丁。'], ['丙。', '丁。'], 1],
])(
  'a text that goes on after %s keeps its sub-heads where they stood',
  (_case, before, after, paragraphs, at) => {
    const { article, others } = join([
      pageOf('01', [first(before, { subheads: [{ text: '一', before: 0 }] })]),
      pageOf('02', [rest(after, { subheads: [{ text: '二', before: 1 }] })]),
    ])
    expect(article?.paragraphs).toEqual(paragraphs)
    expect(article?.subheads).toEqual([
      { text: '一', before: 0 },
      { text: '二', before: at },
    ])
    expect(others).toBe(0)
  },
)

test('a sub-head that opens the continuation begins a paragraph, whatever the first part ended with', () => {
  const { article } = join([
    pageOf('01', [first(['甲。', '乙（下转02版）'])]),
    pageOf('02', [rest(['丙。', '丁。'], { subheads: [{ text: '二', before: 0 }] })]),
  ])
  expect(article?.paragraphs).toEqual(['甲。', '乙（下转02版）', '丙。', '丁。'])
  expect(article?.subheads).toEqual([{ text: '二', before: 2 }])
})

test('a continuation of pictures alone adds no paragraph', () => {
  const { article } = join([
    pageOf('01', [first(['甲。'], { captions: ['图一'] })]),
    pageOf('02', [rest([], { captions: ['图二'] })]),
  ])
  expect(article?.paragraphs).toEqual(['甲。'])
  expect(article?.captions).toEqual(['图一', '图二'])
})

test('the whole keeps the id, names each writer once, is no surer than its parts, and says where it goes on', () => {
  const begun = first(['甲。'], { byline: ['张三', '李四'], confidence: { borders: 0.9, headline: 0.4 } })
  const { article } = join([
    pageOf('01', [begun]),
    pageOf('02', [
      rest(['丙。'], {
        byline: ['李四', '王五'],
        confidence: { borders: 0.3, headline: 0.8 },
        source: { file: '02.txt', lines: [1] },
        warnings: ['odd'],
      }),
    ]),
  ])
  expect(article?.id).toBe(begun.id)
  expect(article?.headline).toBe('长江水利工程今日开工')
  expect(article?.byline).toEqual(['张三', '李四', '王五'])
  expect(article?.confidence).toEqual({ borders: 0.3, headline: 0.4 })
  expect(article?.warnings).toEqual(['goes on in 02.txt', 'odd'])
})

test('several continuations are joined in the order of their pages, and other articles stay', () => {
  const other = buildArticle({ headline: '别的消息', paragraphs: ['别的。'] })
  const pages = joinContinuations([
    pageOf('01', [other, first(['甲。'])]),
    pageOf('02', [rest(['乙。']), other]),
    pageOf('03', [rest(['丙。'])]),
  ])
  expect(pages.map(({ articles }) => articles.length)).toEqual([2, 1, 0])
  expect(pages[0]?.articles[0]).toBe(other)
  expect(pages[0]?.articles[1]?.paragraphs).toEqual(['甲。', '乙。', '丙。'])
})

test('of several articles of the page it goes on from the one with the likest headline, kicker and deck read too', () => {
  const like = buildArticle({ headline: '开工', kicker: ['长江水利工程'], paragraphs: ['甲。'] })
  const pages = joinContinuations([
    pageOf('01', [buildArticle({ headline: '长江水利', paragraphs: ['乙。'] }), like]),
    pageOf('02', [rest(['丙。'])]),
  ])
  expect(pages[0]?.articles.map(({ paragraphs }) => paragraphs)).toEqual([['乙。'], ['甲。', '丙。']])
})

test.each([
  ['another paper', pageOf('01', [first(['甲。'])], { paper: '江北日报' }), '长江水利工程开工'],
  ['another day', pageOf('01', [first(['甲。'])], { date: '2024-06-09' }), '长江水利工程开工'],
  ['another page', pageOf('03', [first(['甲。'])]), '长江水利工程开工'],
  ['a page without a number', pageOf('', [first(['甲。'])]), '长江水利工程开工'],
  [
    'an article that goes on from elsewhere itself',
    pageOf('01', [first(['甲。'], { continuedFrom: '04' })]),
    '长江水利工程开工',
  ],
  ['another headline', pageOf('01', [first(['甲。'])]), '市民乐购端午节水利'],
  ['a headline of no letters', pageOf('01', [first(['甲。'])]), '——'],
])('nothing is joined to %s', (_case, front, headline) => {
  const pages = [front, pageOf('02', [rest(['丙。'], { headline })])]
  expect(joinContinuations(pages)).toBe(pages)
})

test.each([
  ['01', '1', true],
  ['A01', 'A01', true],
  ['一', '01', true],
  ['10', '01', false],
  ['A01', '01', false],
])('page %s is page %s: %s', (page, asked, same) => {
  const { others } = join([
    pageOf(page, [first(['甲。'])]),
    pageOf('09', [rest(['丙。'], { continuedFrom: asked })]),
  ])
  expect(others).toBe(same ? 0 : 1)
})

test('nothing goes on from its own page', () => {
  const pages = [pageOf('01', [first(['甲。']), rest(['丙。'])])]
  expect(joinContinuations(pages)).toBe(pages)
})

test('half of the headline is enough, and less is not', () => {
  // 长江, 江水, 水利, 利x, … : the pairs of neighbours decide.
  const joined = (headline: string) =>
    join([pageOf('01', [first(['甲。'])]), pageOf('02', [rest(['丙。'], { headline })])]).others === 0
  expect(joined('长江水市民')).toBe(true)
  expect(joined('长江水市民乐')).toBe(false)
})
