import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { recordOutput } from '../support/output.ts'

interface Told {
  readonly queries: readonly {
    readonly query: string
    readonly total: number
    readonly undated: number
    readonly points: readonly {
      readonly from: string
      readonly to: string
      readonly count: number
      readonly per1000: number | null
      readonly peak?: { readonly headline: string }
    }[]
  }[]
  readonly by: string
  readonly caption: string
}

let folder: string

async function paperboy(...args: readonly string[]) {
  const output = recordOutput()
  const env = { CORPUS_DIR: folder, DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'error' }
  const code = await run(args, { env, input: Readable.from([]), output })
  return { code, ...output.said }
}
const trend = async (...args: readonly string[]) =>
  JSON.parse((await paperboy('trend', ...args, '--json')).out) as Told
const countsOf = ({ queries }: Told) => queries.map(({ points }) => points.map(({ count }) => count))

/** Articles of a day: so many on an orchard fair, so many on something else. */
const day = (date: string, about: number, others: number, headline = '果园里的一天') => [
  ...Array.from({ length: about }, (_, i) => ({
    date,
    headline: i === 0 ? headline : `第${i}场`,
    body: `临江苹果节第${date}-${i}场，${i === 0 ? '苹果节苹果节，' : ''}游人不少。`,
  })),
  ...Array.from({ length: others }, (_, i) => ({
    date,
    headline: `别的事${i}`,
    body: `${date}${i}：苹果丰收，节日里有动物园的猴子。`,
  })),
]

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'paperboy-trend-'))
  const articles = [
    ...day('2022-12-31', 0, 2),
    ...day('2023-01-05', 1, 4),
    ...day('2023-02-07', 130, 70, '临江苹果节开幕'),
    ...day('2023-04-09', 3, 7),
    { headline: '旧报上的一则', body: '没有日期的报道也说临江苹果节。' },
  ]
  writeFileSync(join(folder, 'a.jsonl'), articles.map((it) => JSON.stringify(it)).join('\n'))
})
afterAll(() => rmSync(folder, { recursive: true }))

test('every article that holds the words as they were typed is counted, in its month', async () => {
  const told = await trend('临江苹果节')
  expect(told.by).toBe('week')
  expect(told.queries[0]).toMatchObject({ query: '临江苹果节', total: 134, undated: 1 })
  const months = await trend('临江苹果节', '--by', 'month')
  expect(countsOf(months)).toEqual([[1, 130, 0, 3]])
  expect(months.queries[0]?.points.map(({ from, to, per1000 }) => [from, to, per1000])).toEqual([
    ['2023-01-01', '2023-01-31', 200],
    ['2023-02-01', '2023-02-28', 650],
    ['2023-03-01', '2023-03-31', null],
    ['2023-04-01', '2023-04-30', 300],
  ])
})

test('a peak is named by the headline of the article that says most of it', async () => {
  const { queries } = await trend('苹果节', '--by', 'month')
  const peaks = queries[0]?.points.map(({ peak }) => peak?.headline)
  expect(peaks).toEqual([undefined, '临江苹果节开幕', undefined, undefined])
})

test('the caption says it in words, and what is not counted', async () => {
  expect((await trend('临江苹果节', '--by', 'month')).caption).toBe(
    [
      '“临江苹果节”共 134 篇，从2023年1月的 1 篇到4月的 3 篇，2月最多，有 130 篇。',
      '按每千篇报道算，从 200 篇到 300 篇。',
      '另有 1 篇日期或年份不详，没有计入',
    ].join('\n'),
  )
})

test('queries with commas between them are lines of one span, and days that one names are meant for all', async () => {
  const told = await trend('苹果节, 猴子 2023年2月..2023年4月', '--by', 'month')
  expect(told.queries.map(({ query }) => query)).toEqual(['苹果节', '猴子'])
  expect(countsOf(told)).toEqual([
    [130, 0, 3],
    [70, 0, 7],
  ])
})

test('four lines at most are counted, and that is told', async () => {
  const told = await trend('猴子，游人、"苹果节, 第"，动物园，别的事')
  expect(told.queries.map(({ query }) => query)).toEqual(['猴子', '游人', '"苹果节, 第"', '动物园'])
  expect(told.caption).toContain('最多比较 4 个')
})

test('words that stand nowhere as they were typed are counted where all of them stand', async () => {
  const told = await trend('猴子动物园')
  expect(told.queries[0]?.total).toBe(83)
  expect(told.caption).toContain('没有报道原样写着“猴子动物园”')
})

test('one period is no trend, and nothing found is a sentence', async () => {
  expect((await trend('猴子 2023年2月', '--by', 'month')).caption).toContain('都在2023年2月')
  const nothing = await trend('独角兽')
  expect(nothing.queries).toEqual([{ query: '独角兽', total: 0, undated: 0, points: [] }])
  expect(nothing.caption).toBe('没有提到“独角兽”的报道。')
})

test('timeline tells how it went, day by day, for people and for programs, and what has no date', async () => {
  const { out } = await paperboy('timeline', '临江苹果节', '--json')
  const told = JSON.parse(out) as { total: number; undated: number; events: { kind: string; date: string }[] }
  expect(told).toMatchObject({ query: '临江苹果节', total: 134, undated: 1 })
  expect([told.events[0], told.events.at(-1)]).toMatchObject([
    { kind: 'first', date: '2023-01-05', paper: null, page: null },
    { kind: 'latest', date: '2023-04-09' },
  ])
  const lines = (await paperboy('timeline', '临江苹果节')).out.trimEnd().split('\n')
  expect(lines[0]).toBe('临江苹果节: 134 articles')
  expect(lines[1]).toBe('  2023-01-05 first: 果园里的一天')
  expect(lines.at(-1)).toBe('  without a date: 1')
})

test('--out draws it; where there is nothing to draw, there is no file', async () => {
  const file = join(folder, 'trend.png')
  expect((await paperboy('trend', '猴子, 苹果节', '--out', file)).code).toBe(0)
  expect(readFileSync(file).subarray(1, 4).toString()).toBe('PNG')
  const none = join(folder, 'none.png')
  expect((await paperboy('trend', '独角兽', '--out', none)).out).toContain('没有提到')
  expect(existsSync(none)).toBe(false)
})

test.each([
  ['a file that is no picture', ['trend', '猴子', '--out', 'a.txt'], '--out is no PNG'],
  ['no query', ['trend'], 'missing QUERY'],
  ['nothing but marks', ['trend', '，，'], 'missing QUERY'],
  [
    'a length that is none',
    ['trend', '猴子', '--by', 'century'],
    '--by must be one of day, week, month, year',
  ],
])('%s is told, with exit code 2', async (_name, args, message) => {
  const done = await paperboy(...args)
  expect(done).toMatchObject({ code: 2, out: '' })
  expect(done.err).toContain(message)
})
