import { expect, test } from 'vitest'
import type { Article } from '../../src/domain/index.ts'
import { createIcuSegmenter, createTokeniser } from '../../src/language/index.ts'
import { createSearch } from '../../src/search/index.ts'
import { countTrend, tellTimeline } from '../../src/trends/index.ts'
import { buildArticle } from '../support/build-article.ts'
import { archiveOf } from '../support/seed-articles.ts'
import { openTestStore, shelve } from '../support/stores.ts'

const TODAY = { today: '2024-06-08' }

let line = 0
const on = (issueDate: string, headline: string, text = '记者昨日获悉。') =>
  buildArticle({
    headline,
    paragraphs: [`${headline}，${text}`],
    paper: '临江日报',
    issueDate,
    source: { file: 'a.txt', lines: [++line] },
  })

async function open(articles: readonly Article[]) {
  const store = await openTestStore()
  await shelve(store, articles)
  const search = createSearch(createTokeniser(createIcuSegmenter()), archiveOf(articles))
  await search.add(articles)
  return { archive: store.archive, search }
}
const countsOf = (trend: Awaited<ReturnType<typeof countTrend>>) =>
  trend.lines.map(({ query, total }) => [query, total])

const MARCH_TO_MAY = ['2024-03-02', '2024-04-02', '2024-05-02'].flatMap((day) =>
  ['渡轮', '山茶', '夜市'].map((word) => on(day, `${word}消息`)),
)

test('days that one query names are meant for all, and of several the last ones for those that name none', async () => {
  const parts = await open(MARCH_TO_MAY)
  expect(countsOf(await countTrend('渡轮, 山茶 2024年3月', TODAY, parts))).toEqual([
    ['渡轮', 1],
    ['山茶', 1],
  ])
  const three = await countTrend('渡轮 2024年3月, 山茶 2024年4月到5月, 夜市', TODAY, parts)
  expect(countsOf(three)).toEqual([
    ['渡轮', 1],
    ['山茶', 2],
    ['夜市', 2],
  ])
  expect(countsOf(await countTrend('渡轮, 山茶', TODAY, parts))).toEqual([
    ['渡轮', 3],
    ['山茶', 3],
  ])
})

test('the first and the last day of the archive are counted, in periods of each length', async () => {
  const articles = ['2024-01-01', '2024-02-29', '2024-04-01'].map((day) => on(day, '渡轮消息'))
  const parts = await open([...articles, on('2024-04-01', '夜市消息')])
  for (const by of ['day', 'week', 'month', 'year'] as const) {
    const [found] = (await countTrend('渡轮', { ...TODAY, by }, parts)).lines
    expect(found?.total).toBe(3)
    expect(found?.points.reduce((sum, { count }) => sum + count, 0)).toBe(3)
    expect(found?.points.at(-1)).toMatchObject({ count: by === 'year' ? 3 : 1 })
    // Of two articles of the last day one; of a year three of four.
    expect(found?.points.at(-1)?.per1000).toBe(by === 'year' ? 750 : 500)
  }
})

test('of more than four queries it is said how many are left out, each counted once', async () => {
  const parts = await open(MARCH_TO_MAY)
  const trend = await countTrend('渡轮, 山茶, 渡轮, 夜市, 桥, 山茶, 路, 河, 湖', TODAY, parts)
  expect(trend.lines).toHaveLength(4)
  expect(trend.leftOut).toBe(3)
})

test('a timeline is told by day, though its higher peak came later', async () => {
  const days = (month: string, count: number) =>
    Array.from({ length: count }, (_, n) => on(`2024-${month}-${10 + n}`, `渡轮消息${month}之${n}`))
  const parts = await open([
    on('2023-01-05', '渡轮首次提到'),
    ...days('02', 3),
    on('2023-08-01', '渡轮照常'),
    ...days('05', 6),
    on('2024-06-01', '渡轮照常开行'),
  ])
  const { events, total } = await tellTimeline('渡轮', TODAY, parts)
  const told = events.map(({ article }) => article.issueDate ?? '')
  expect(total).toBe(12)
  expect(told).toEqual(told.toSorted())
  expect(events.map(({ kind }) => kind)).toEqual(['first', 'turn', 'turn', 'latest'])
  expect(told.slice(1, 3).map((day) => day.slice(0, 7))).toEqual(['2024-02', '2024-05'])
})
