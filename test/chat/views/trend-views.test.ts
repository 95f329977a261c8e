import { expect, test } from 'vitest'
import { decodeCallback } from '../../../src/chat/callback/callback-data.ts'
import { textsOf } from '../../../src/chat/texts/index.ts'
import { renderBars } from '../../../src/chat/views/trend-bars.ts'
import { renderCaption, sayNone } from '../../../src/chat/views/trend-caption.ts'
import { composeChart } from '../../../src/chat/views/trend-chart.ts'
import { renderTrend, withChart } from '../../../src/chat/views/trend-view.ts'
import type { PeriodLength, Trend, TrendLine } from '../../../src/trends/index.ts'
import { periodOf } from '../../../src/trends/period.ts'

const texts = textsOf('zh-Hans')
/** A line with a point for each day, of so many articles; a peak where the headline is given. */
function lineOf(
  points: readonly (readonly [day: string, count: number, headline?: string])[],
  by: PeriodLength = 'month',
  more: Partial<TrendLine> = {},
): TrendLine {
  return {
    query: '渡轮',
    asked: { wanted: [], excluded: [], filter: {} },
    isByWords: false,
    otherNames: [],
    problems: [],
    total: points.reduce((sum, [, count]) => sum + count, 0),
    undated: 0,
    points: points.map(([day, count, headline]) => ({
      ...periodOf(day, by),
      count,
      per1000: count,
      ...(headline !== undefined && { peak: { id: 'abcdefghij', headline } }),
    })),
    ...more,
  }
}
const trendOf = (...lines: readonly TrendLine[]): Trend => ({ by: 'month', lines, leftOut: 0 })
const caption = (line: TrendLine) => renderCaption(trendOf(line), texts).join('\n')

test('the first, the last and the highest period are told, each once and with the year if that changes', () => {
  const inOneYear = caption(
    lineOf([
      ['2024-03-01', 1],
      ['2024-04-01', 5],
      ['2024-05-01', 2],
    ]),
  )
  expect(inOneYear).toContain('从2024年3月的 1 篇到5月的 2 篇，4月最多，有 5 篇')
  const overTwo = caption(
    lineOf([
      ['2023-12-01', 1],
      ['2024-01-01', 5],
      ['2024-02-01', 2],
    ]),
  )
  expect(overTwo).toContain('从2023年12月的 1 篇到2024年2月的 2 篇，2024年1月最多，有 5 篇')
  expect(
    caption(
      lineOf([
        ['2024-03-01', 1],
        ['2024-04-01', 5],
      ]),
    ),
  ).not.toContain('最多')
  expect(
    caption(
      lineOf([
        ['2024-03-01', 5],
        ['2024-04-01', 1],
      ]),
    ),
  ).not.toContain('最多')
})

test('where only what has no day was found, that is said, and the days that were asked about', () => {
  const say = (filter: object, undated: number) =>
    sayNone({ query: '渡轮', filter, undated }, texts).join('\n')
  const june = { from: '2024-06-01', to: '2024-06-30' }
  expect(say({}, 0)).toContain('没有')
  expect(say({}, 2)).toBe(texts.trends.sentence([texts.trends.allUndated('渡轮', '2')]))
  expect(say(june, 2)).toContain('2024年6月1日')
  expect(say(june, 2)).toContain(texts.trends.undated('2'))
})

test('each period with an article has a bar, and each year that begins is named', () => {
  const bars = renderBars(
    lineOf([
      ['2023-11-01', 1000],
      ['2023-12-01', 1],
      ['2024-01-01', 0],
      ['2024-02-01', 500],
    ]),
    'month',
    texts,
  ).split('\n')
  expect(bars.map((line) => line.trim().split(' ')[0])).toEqual([
    '2023年',
    '11月',
    '12月',
    '2024年',
    '1月',
    '2月',
  ])
  expect(bars[2]).toMatch(/12月 \S+ 1$/u)
  expect(bars[4]).not.toMatch(/[█▏]/u)
})

test.each([
  [24, 'rows'],
  [25, 'blocks'],
])('%i periods are drawn as %s', (count, form) => {
  const days = Array.from(
    { length: count },
    (_, n) => `20${10 + Math.floor(n / 12)}-${`${(n % 12) + 1}`.padStart(2, '0')}-01`,
  )
  const bars = renderBars(lineOf(days.map((day) => [day, 1] as const)), 'month', texts)
  expect(bars.includes('\n')).toBe(form === 'rows')
})

test('the peaks can be opened, and the newest period that has any, not an empty one', () => {
  const line = lineOf([
    ['2024-03-01', 9, '开航'],
    ['2024-04-01', 1],
    ['2024-05-01', 2],
    ['2024-06-01', 0],
  ])
  const periods = renderTrend(trendOf(line), 'abcdefgh', texts)
    .buttons.flat()
    .flatMap((it) => ('callbackData' in it ? (decodeCallback(it.callbackData) ?? []) : []))
    .flatMap((it) => (it.kind === 'trendPeriod' ? it.from : []))
  expect(periods).toEqual(['2024-03-01', '2024-05-01'])
})

test('what is said under a chart fits under a picture, in whole sentences', () => {
  const long = lineOf(
    [
      ['2024-03-01', 1],
      ['2024-04-01', 5],
    ],
    'month',
    {
      otherNames: Array.from({ length: 9 }, (_, n) => ({
        text: `${n}${'名'.repeat(120)}`,
        names: ['又名'.repeat(60)],
      })),
    },
  )
  const trend = trendOf(long)
  const message = renderTrend(trend, 'abcdefgh', texts)
  const picture = withChart(trend, message, { list: 'abcdefgh', isDark: false }, texts)
  expect(picture.caption.length).toBeLessThanOrEqual(1000)
  expect(picture.caption.length).toBeGreaterThan(300)
  expect(picture.instead).toBe(message)
})

test('a chart of one line names three peaks, of several one each, in the order of days', () => {
  const line = lineOf([
    ['2024-01-01', 5, '甲'],
    ['2024-02-01', 9, '乙'],
    ['2024-03-01', 7, '丙'],
    ['2024-04-01', 3, '丁'],
  ])
  const peaks = (trend: Trend) => composeChart(trend, texts).lines.map((it) => it.peaks.map(({ at }) => at))
  expect(peaks(trendOf(line))).toEqual([[0, 1, 2]])
  expect(peaks(trendOf(line, line))).toEqual([[1], [1]])
})

test('shares of a thousand articles are whole numbers, where they are not small', () => {
  const line = lineOf([
    ['2024-03-01', 1],
    ['2024-04-01', 5],
  ])
  const points = line.points.map((it, at) => ({ ...it, per1000: [0.25, 216.67][at] }))
  expect(caption({ ...line, points })).toContain('从 0.25 篇到 217 篇')
})
