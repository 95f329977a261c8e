import { expect, test } from 'vitest'
import { chooseByTopics } from '../../src/digest/index.ts'
import { createSearch, type Relaxation, SearchServerError } from '../../src/search/index.ts'
import { buildArticle } from '../support/build-article.ts'
import { partialSearch } from '../support/partial-search.ts'
import { archiveOf } from '../support/seed-articles.ts'
import { tokeniser } from '../support/tokeniser.ts'

const issueDate = '2024-06-08'
const articles = [
  buildArticle({
    headline: '大运会博物馆添藏品',
    section: '文化',
    issueDate,
    paragraphs: ['成都新添藏品。'],
  }),
  buildArticle({ headline: '防汛会议召开', section: '要闻', issueDate, paragraphs: ['成都部署防汛。'] }),
  buildArticle({
    headline: '博物馆延时开放',
    section: '文化',
    issueDate: '2024-06-07',
    paragraphs: ['昨日。'],
  }),
]
const [museum = '', flood = ''] = articles.map(({ id }) => id)
const search = createSearch(tokeniser, archiveOf(articles))
await search.add(articles)

test.each([
  ['a word', ['博物馆'], [[museum, ['博物馆']]]],
  ['a section', ['栏目:要闻'], [[flood, ['栏目:要闻']]]],
  [
    'two topics',
    ['成都', '防汛'],
    [
      [museum, ['成都']],
      [flood, ['成都', '防汛']],
    ],
  ],
  ['an exclusion', ['成都 -防汛'], [[museum, ['成都 -防汛']]]],
  ['only half of the words', ['博物馆 火车站'], []],
  ['nothing asked', ['  '], []],
  ['a word that is nowhere', ['航天'], []],
])('topics choose by %s', async (_case, topics, expected) => {
  const chosen = await chooseByTopics(search, topics, {
    days: { from: issueDate, to: issueDate },
    today: issueDate,
  })
  expect(new Map(chosen)).toEqual(new Map(expected as [string, string[]][]))
})

test('without a day topics choose from the whole archive', async () => {
  const chosen = await chooseByTopics(search, ['博物馆'], { today: issueDate })
  expect(new Set(chosen.keys())).toEqual(new Set([museum, articles[2]?.id]))
})

test('while part of a search server is away nothing is chosen: it is asked again later', async () => {
  const choosing = chooseByTopics(partialSearch(search), ['博物馆'], { today: issueDate })
  await expect(choosing).rejects.toThrow(SearchServerError)
})

test.each<[number, Relaxation]>([
  [0, { kind: 'corrected', from: '程都', to: '成都' }],
  [0, { kind: 'phraseAsWords', texts: ['成都'] }],
  [0, { kind: 'alike', only: true }],
  [0, { kind: 'alike', only: false }],
  [0, { kind: 'someWords', complete: 0, missing: ['程都'] }],
  [1, { kind: 'someWords', complete: 1, missing: [] }],
  [2, { kind: 'pinyin', from: 'chengdu', to: ['成都'] }],
])('of two hits a topic chooses %i where search tells of %j', async (count, relaxation) => {
  const answering: typeof search = {
    ...search,
    search: async (_topic, options) => ({
      ...(await search.search('成都', options)),
      relaxed: [relaxation],
    }),
  }
  expect((await chooseByTopics(answering, ['程都'], { today: issueDate })).size).toBe(count)
})
