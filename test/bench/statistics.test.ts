import { expect, test } from 'vitest'
import { logLogSlope, median, percentile } from '../../bench/statistics.ts'

test.each([
  [[3, 1, 2], 2],
  [[4, 1, 2, 3], 2.5],
  [[7], 7],
  [[], 0],
])('the median of %j is %d', (values, expected) => {
  expect(median(values)).toBe(expected)
})

test.each([
  [0, 1],
  [0.5, 51],
  [0.95, 96],
  [1, 100],
])('the percentile %d of 1 to 100 in any order is %d', (share, expected) => {
  const values = Array.from({ length: 100 }, (_, i) => ((i * 37) % 100) + 1)
  expect(percentile(values, share)).toBe(expected)
})

test.each([
  ['stays', (_n: number) => 3, 0],
  ['grows as the archive', (n: number) => n / 7, 1],
  ['grows as its square', (n: number) => n * n, 2],
  ['shrinks as it grows', (n: number) => 5 / n, -1],
])('the slope of what %s', (_case, of, expected) => {
  const points = [1000, 10_000, 100_000].map((n) => [n, of(n)] as const)
  expect(logLogSlope(points)).toBeCloseTo(expected)
})

test('there is no slope through a single size, or through a figure that is missing', () => {
  expect(logLogSlope([[1000, 3]])).toBeNaN()
  expect(
    logLogSlope([
      [1000, 3],
      [10_000, Number.NaN],
    ]),
  ).toBeNaN()
})
