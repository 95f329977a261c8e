import { expect, test } from 'vitest'
import { filterQueries, issuedIn } from '../../../src/search/opensearch/clause-queries.ts'
import { addToMonth, type MonthSums } from '../../../src/search/opensearch/month-sums.ts'

test('signs that stand for others on a server are looked for as they are', () => {
  expect(filterQueries({ section: '要闻*', paper: 'A?\\报', page: 'A03' })).toEqual([
    { wildcard: { section: { value: '*要闻\\**' } } },
    { wildcard: { paper: { value: '*a\\?\\\\报*' } } },
    { term: { page: 'a3' } },
  ])
})

test('what has no date lies in no span of days, wherever the span begins', () => {
  expect(issuedIn({ to: '2024-06-08' })).toEqual({ range: { date: { gte: 1, lte: 20240608 } } })
  expect(issuedIn({ from: '2024-06-01' })).toEqual({ range: { date: { gte: 20240601 } } })
})

test('sums of months stay numbers of 32 bits, in whatever order their articles come', () => {
  const ids = Array.from({ length: 50 }, (_, n) => `a${n}`)
  const sumsOf = (order: readonly string[]) => {
    const sums: MonthSums = new Map()
    for (const id of order) addToMonth(sums, id, 'hash', id === 'a7' ? 0 : 20240608)
    return sums
  }
  const sums = sumsOf(ids)
  expect(sums).toEqual(sumsOf(ids.toReversed()))
  expect([...sums].map(([month, { count }]) => [month, count])).toEqual([
    ['2024-06', 49],
    ['undated', 1],
  ])
  for (const { sum } of sums.values()) expect(sum).toBeLessThan(2 ** 32)
})
