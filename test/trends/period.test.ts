import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countByPeriod, placeOf } from '../../src/trends/count-by-period.ts'
import { findPeaks } from '../../src/trends/find-peaks.ts'
import { fittingLength, PERIOD_LENGTHS, periodOf, periodsOf } from '../../src/trends/period.ts'
import { splitQueries } from '../../src/trends/split-queries.ts'

const DAY_MS = 24 * 3600 * 1000
const isoDay = (time: number) => new Date(time).toISOString().slice(0, 10)
const anyDay = fc.integer({ min: -10_000, max: 30_000 }).map((it) => isoDay(it * DAY_MS))

test('periods cover a span without a gap or an overlap, and each is the period of its days', () => {
  fc.assert(
    fc.property(anyDay, fc.nat(2_000), fc.constantFrom(...PERIOD_LENGTHS), (from, days, by) => {
      const to = isoDay(Date.parse(from) + days * DAY_MS)
      const periods = periodsOf({ from, to }, by)
      expect(periods[0]).toEqual(periodOf(from, by))
      expect(periods.at(-1)).toEqual(periodOf(to, by))
      // One look at all of them: to look takes longer than to work them out.
      expect(periods.map((it) => periodOf(it.to, by))).toEqual(periods)
      const dayAfter = periods.slice(0, -1).map((it) => isoDay(Date.parse(it.to) + DAY_MS))
      expect(periods.slice(1).map((it) => it.from)).toEqual(dayAfter)
    }),
  )
})

test('a day is counted in the one period that it lies in, the first and the last day too, and beyond them in none', () => {
  fc.assert(
    fc.property(anyDay, fc.nat(800), fc.constantFrom(...PERIOD_LENGTHS), (from, days, by) => {
      const periods = periodsOf({ from, to: isoDay(Date.parse(from) + days * DAY_MS) }, by)
      const ends = periods.flatMap((it) => [it.from, it.to])
      expect(ends.map((day) => periods[placeOf(day, periods) ?? -1])).toEqual(
        ends.map((day) => periodOf(day, by)),
      )
      const [first = '', last = ''] = [ends[0], ends.at(-1)]
      const beyond = [isoDay(Date.parse(first) - DAY_MS), isoDay(Date.parse(last) + DAY_MS)]
      expect(beyond.map((it) => placeOf(it, periods))).toEqual([undefined, undefined])
      const once = [...new Set(ends)].map((day) => [day, 1] as const)
      const counts = countByPeriod([...once, [beyond[0] ?? '', 9]], periods)
      expect(counts).toEqual(periods.map((it) => (it.from === it.to ? 1 : 2)))
    }),
  )
})

test.each([
  ['高铁', ['高铁'], 0],
  ['高铁, 大熊猫；航天、高铁', ['高铁', '大熊猫', '航天'], 0],
  ['一,二,三,四', ['一', '二', '三', '四'], 0],
  ['一,二,三,四,五', ['一', '二', '三', '四'], 1],
  ['“一,二”,三', ['“一,二”', '三'], 0],
  ['“一,二', ['“一', '二'], 0],
  ['高"铁, 大熊猫', ['高"铁', '大熊猫'], 0],
  ['"高铁, 大熊猫", 航天', ['"高铁, 大熊猫"', '航天'], 0],
  [' , ', [], 0],
])('of %j the queries are %j', (asked, queries, leftOut) => {
  expect(splitQueries(asked)).toEqual({ queries, leftOut })
})

test.each([
  ['2024-06-01', '2024-06-30', 'day'],
  ['2024-07-01', '2024-07-31', 'day'],
  ['2024-07-01', '2024-08-01', 'week'],
  ['2024-01-01', '2024-06-30', 'week'],
  ['2022-01-01', '2024-12-31', 'month'],
  ['1990-01-01', '2024-12-31', 'year'],
])('from %s to %s articles are counted by %s', (from, to, by) => {
  expect(fittingLength({ from, to })).toBe(by)
})

test.each([
  [
    [1, 9, 1, 1, 1, 6, 1],
    [1, 5],
  ],
  [[3, 3, 3, 3], []],
  [[1, 0, 0, 2, 0, 0, 1], [3]],
  // So near to a higher one there is no other peak; one place further on there is.
  [[9, 1, 8, 1, 1, 1, 1, 1], [0]],
  [
    [9, 1, 1, 8, 1, 1, 1, 1],
    [0, 3],
  ],
  [[0, 1, 0], []],
  [[5, 5, 1, 1], [0]],
  [
    [1, 4, 0, 0, 5, 0, 0, 6, 0, 0, 7],
    [10, 7],
  ],
])('of %j the peaks are at %j', (counts, places) => {
  expect(findPeaks(counts, 3)).toEqual(places)
})
