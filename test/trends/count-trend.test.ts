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

test('a chart has the periods of the archive, however far the days go that were asked about', async () => {
  const parts = await open(MARCH_TO_MAY)
  const trend = await countTrend('渡轮 2020-01-01..2030-12-31', { ...TODAY, by: 'month' }, parts)
  expect(trend.lines[0]?.points.map(({ from }) => from)).toEqual(['2024-03-01', '2024-04-01', '2024-05-01'])
  const narrow = await countTrend('渡轮 2024-04-01..2024-04-30', { ...TODAY, by: 'month' }, parts)
  expect(narrow.lines[0]?.points.map(({ from }) => from)).toEqual(['2024-04-01'])
})

test('what a period opens is searched within the days that another query named', async () => {
  const parts = await open(MARCH_TO_MAY)
  const { lines } = await countTrend('渡轮, 山茶 2024年3月', TODAY, parts)
  for (const { asked } of lines) expect(asked.filter).toMatchObject({ from: '2024-03-01', to: '2024-03-31' })
})

test('what has no day is counted beside the line, and shares are told to hundredths', async () => {
  const undated = buildArticle({
    headline: '渡轮旧事',
    paragraphs: ['渡轮。'],
    source: { file: 'u.txt', lines: [1] },
  })
  const parts = await open([...MARCH_TO_MAY, undated])
  const [line] = (await countTrend('渡轮', { ...TODAY, by: 'month' }, parts)).lines
  expect(line).toMatchObject({ total: 3, undated: 1 })
  expect(line?.points.map(({ per1000 }) => per1000)).toEqual([333.33, 333.33, 333.33])
})

test('a peak whose article has gone meanwhile is a point as any other', async () => {
  const news = ['2024-03-02', '2024-03-03', '2024-03-04', '2024-04-02'].map((day) => on(day, '渡轮消息'))
  const { search, archive } = await open(news)
  const peaks = async (getMany: typeof archive.getMany) => {
    const parts = { search, archive: { days: () => archive.days(), getMany } }
    const { lines } = await countTrend('渡轮', { ...TODAY, by: 'month' }, parts)
    return lines.flatMap(({ points }) =>
      points.map((it) => ('peak' in it ? [it.count, it.peak?.headline] : [it.count])),
    )
  }
  expect(await peaks((ids) => archive.getMany(ids))).toEqual([[3, '渡轮消息'], [1]])
  expect(await peaks(async (ids) => ids.map(() => undefined))).toEqual([[3], [1]])
})

test.each([
  [1, 1],
  [2, 2],
  [7, 7],
])('a timeline of %i days tells each of them once', async (days, events) => {
  const news = Array.from({ length: days }, (_, n) => on(`2024-05-0${n + 1}`, `渡轮消息${n}`))
  const timeline = await tellTimeline('渡轮', TODAY, await open(news))
  expect(timeline.events.map(({ article }) => article.headline)).toEqual(news.map(({ headline }) => headline))
  expect(timeline.events.map(({ kind }) => kind)).toEqual(
    news.map((_, n) => (n === 0 ? 'first' : n === days - 1 ? 'latest' : 'turn')),
  )
  expect(timeline.events).toHaveLength(events)
})

test('a timeline tells whole sentences, however long they are, and of articles of a day that say as much the first', async () => {
  const long = on('2024-05-01', '码头', `渡轮开了，${'沿岸的居民早早来到码头，'.repeat(16)}看它靠岸。`)
  const [one, two] = [on('2024-05-02', '早间', '渡轮停了。'), on('2024-05-02', '晚间', '渡轮停了。')]
  const { events } = await tellTimeline('渡轮', TODAY, await open([long, one, two]))
  expect(events[0]?.excerpt.text).toMatch(/^码头，渡轮开了.*看它靠岸。$/u)
  expect(events[1]?.article.headline).toBe('早间')
})
