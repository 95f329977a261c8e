import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findPeaks } from '../../src/trends/find-peaks.ts'
import { fittingLength, PERIOD_LENGTHS, periodOf, periodsOf } from '../../src/trends/period.ts'

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
      for (const [i, it] of periods.entries()) {
        expect(periodOf(it.to, by)).toEqual(it)
        const next = periods[i + 1]
        if (next) expect(Date.parse(next.from) - Date.parse(it.to)).toBe(DAY_MS)
      }
    }),
  )
})

test.each([
  ['2024-06-01', '2024-06-30', 'day'],
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
  [[0, 1, 0], []],
  [[5, 5, 1, 1], [0]],
  [
    [1, 4, 0, 0, 5, 0, 0, 6, 0, 0, 7],
    [10, 7],
  ],
])('of %j the peaks are at %j', (counts, places) => {
  expect(findPeaks(counts, 3)).toEqual(places)
})
