import { expect, test } from 'vitest'
import { pickIssue } from '../../src/digest/index.ts'
import { positionsOf } from '../../src/digest/positions.ts'
import { type EditionSources, prepareEdition, type RoundUpRequest } from '../../src/digest/prepare-edition.ts'
import { findAskedDay, readIssue } from '../../src/digest/read-issue.ts'
import { groupMatters } from '../../src/digest/round-up/matters.ts'
import type { Article } from '../../src/domain/index.ts'
import type { Archive } from '../../src/store/index.ts'
import { aSubscription } from '../support/a-subscription.ts'
import { articleOn, buildArticle } from '../support/build-article.ts'
import { openTestStore, shelve } from '../support/stores.ts'

/** An archive of one day with so many articles, which notes how it is asked. */
function archiveOf(count: number) {
  const all = Array.from({ length: count }, (_, n) => articleOn('2024-06-08', n))
  const asked: number[] = []
  const archive: Pick<Archive, 'browse'> = {
    browse: async ({ offset, limit }) => {
      asked.push(offset)
      return { total: count, articles: all.slice(offset, offset + limit) }
    },
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- nothing else of the archive is asked
  return { all, asked, archive: archive as Archive }
}

test.each([0, 1, 499, 500, 501, 1000, 1203])(
  'of an issue of %d articles all are read, once each',
  async (count) => {
    const { all, asked, archive } = archiveOf(count)
    expect(await readIssue(archive, '2024-06-08')).toEqual(all)
    expect(asked).toEqual(Array.from({ length: Math.floor(count / 500) + 1 }, (_, n) => 500 * n))
  },
)

test('of the days that a text may mean the newest that has an issue is found', async () => {
  const store = await openTestStore()
  await shelve(store, [articleOn('2023-06-08', 1), articleOn('2024-06-08', 2), articleOn('2024-06-30', 3)])
  const find = (text: string) => findAskedDay(store.archive, text, '2026-06-20')
  expect(await find('6月8日')).toBe('2024-06-08')
  expect(await find('2023年')).toBe('2023-06-08')
  expect(await find('2024-06')).toBe('2024-06-30')
  expect(await find('6月9日')).toBeUndefined()
  expect(await find('昨天')).toBeUndefined()
  expect(await find('桥')).toBeUndefined()
})

const at = (page: string | undefined, line: number, given: Partial<Article> = {}) =>
  buildArticle({
    headline: `${page} ${line}`,
    paper: '江城日报',
    source: { file: `${page}.txt`, lines: [line] },
    ...(page !== undefined && { page }),
    ...given,
  })

test('pages and lines are counted as numbers, whatever their digits, and pages of each paper by themselves', () => {
  const articles = [
    at('A02', 100),
    at('A02', 9),
    at('A02', 20),
    at('A10', 1),
    at('B01', 1),
    at('A02', 9, { headline: 'the same place' }),
    at('03', 1, { paper: '别的报' }),
    at('1', 5, { paper: '别的报' }),
    at(undefined, 7),
  ]
  expect(positionsOf(articles).map(({ page, position }) => [page, position])).toEqual([
    [0, 2],
    [0, 0],
    [0, 1],
    [1, 0],
    [2, 0],
    [0, 0],
    [1, 0],
    [0, 0],
    [0, 0],
  ])
})

test('what is left of today’s own issue is not of this day of another year', () => {
  const issues = [
    { date: '2026-06-09', ids: ['n'] },
    { date: '2026-06-08', ids: ['t1', 't2'] },
  ]
  const pick = (more: typeof issues) =>
    pickIssue({ issues: [...issues, ...more], shown: new Set(['n', 't1']), today: '2026-06-08', seed: '7' })
  expect(pick([])).toMatchObject({ date: '2026-06-08', kind: 'fromTheArchive', ids: ['t2'] })
  expect(pick([{ date: '2020-06-08', ids: ['o'] }])).toMatchObject({ date: '2020-06-08', kind: 'onThisDay' })
})

/** A word is what stands between blanks, and all are as rare. */
const wording = { wordsOf: (text: string) => text.split(/\s+/u), rarityOf: () => 1 }
const telling = (headline: string) => buildArticle({ headline })

test('an article that is as near to two matters joins the first, and a nearer one is preferred', async () => {
  const [bridge, ferry] = [telling('bridge river'), telling('ferry harbour')]
  const [both, rather] = [telling('bridge river ferry harbour'), telling('bridge ferry harbour')]
  const alone = telling('museum night')
  const names = async (...articles: Article[]) =>
    (await groupMatters(articles, wording)).map((matter) => matter.map(({ headline }) => headline))
  expect(await names(bridge, ferry, both)).toEqual([[bridge.headline, both.headline], [ferry.headline]])
  expect(await names(bridge, ferry, rather)).toEqual([[bridge.headline], [ferry.headline, rather.headline]])
  expect(await names(alone, bridge, ferry)).toEqual([[alone.headline], [bridge.headline], [ferry.headline]])
})

test('a matter is told by the words of its first article, and each counts for every matter that holds it', async () => {
  const long = telling('a1 a2 a3 a4 a5 a6 a7 a8 a9')
  const near = telling('a1 a2 a3 a4 b5 b6 b7 b8 b9')
  // Like the second of the matter, and not like its first.
  const far = telling('b5 b6 b7 b8 b9 c1 c2 c3 c4')
  const matters = await groupMatters([long, near, far], wording)
  expect(matters.map((it) => it.length)).toEqual([2, 1])
})

/** Where editions come from, with one article a day; notes what round-up was asked for. */
function sourcesOf(days: readonly string[]) {
  const asked: RoundUpRequest[] = []
  const chosenFrom: unknown[] = []
  const sources: EditionSources = {
    newest: async () => days.at(-1),
    issue: async (date) => (days.includes(date) ? [articleOn(date, 1)] : []),
    offers: async () => [],
    choose: async ({ days: range }) => {
      chosenFrom.push(range)
      return new Map([['a', ['班列']]])
    },
    compose: async () => ({ sections: [] }),
    roundUp: async (request) => {
      asked.push(request)
      const story = { id: 'a', headline: '桥', topics: [], doubles: [] }
      return { sections: [{ stories: [story] }] }
    },
  }
  return { asked, chosenFrom, sources }
}

test('a round-up is made of days in their order, that of the day before first if it came too late', async () => {
  const days = ['2024-06-02', '2024-06-04', '2024-06-07', '2024-06-09']
  const { asked, chosenFrom, sources } = sourcesOf(days)
  const subscription = aSubscription({ weekdays: [7], topics: ['班列'] })
  const prepare = (shown: readonly string[]) =>
    prepareEdition(sources, { subscription, shown: new Set(shown), today: '2024-06-09' })
  expect(await prepare(['something'])).toMatchObject({ kind: 'week' })
  expect(await prepare([articleOn('2024-06-02', 1).id])).toMatchObject({ kind: 'week' })
  expect(await prepare([])).toMatchObject({ kind: 'week' })
  expect(asked.map(({ dates }) => dates)).toEqual([days, days.slice(1), days.slice(1)])
  expect(chosenFrom).toEqual([
    { from: '2024-06-02', to: '2024-06-09' },
    { from: '2024-06-04', to: '2024-06-09' },
    { from: '2024-06-04', to: '2024-06-09' },
  ])
})

test.each([
  [[7], 'week'],
  [[3, 7], 'days'],
  [[6], 'week'],
])('of digests on the days %j it is called %s', async (weekdays, kind) => {
  const { sources } = sourcesOf(['2024-06-06', '2024-06-07', '2024-06-08'])
  const subscription = aSubscription({ weekdays, topics: [] })
  const today = weekdays.includes(7) ? '2024-06-09' : '2024-06-08'
  expect(await prepareEdition(sources, { subscription, shown: new Set(), today })).toMatchObject({ kind })
})
