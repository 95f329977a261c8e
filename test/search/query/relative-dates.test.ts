import { describe, expect, test } from 'vitest'
import { findLiteral, literalOf } from '../../../src/search/query/literal.ts'
import { parseQuery } from '../../../src/search/query/parse-query.ts'
import { readDate } from '../../../src/search/query/query-dates.ts'

/** A Monday, the first day of a month that follows a leap day. */
const MONDAY = '2024-07-01'
const SUNDAY = '2024-06-30'
const WEDNESDAY = '2024-01-03'

test.each([
  ['今天', MONDAY, '2024-07-01', '2024-07-01'],
  ['今日', SUNDAY, '2024-06-30', '2024-06-30'],
  ['昨天', MONDAY, '2024-06-30', '2024-06-30'],
  ['昨日', '2024-03-01', '2024-02-29', '2024-02-29'],
  ['前天', WEDNESDAY, '2024-01-01', '2024-01-01'],
  ['近三天', MONDAY, '2024-06-29', '2024-07-01'],
  ['最近三天', MONDAY, '2024-06-29', '2024-07-01'],
  ['近一周', MONDAY, '2024-06-25', '2024-07-01'],
  ['最近一周', MONDAY, '2024-06-25', '2024-07-01'],
  ['近一个月', MONDAY, '2024-06-02', '2024-07-01'],
  ['最近一个月', MONDAY, '2024-06-02', '2024-07-01'],
  ['本周', MONDAY, '2024-07-01', '2024-07-07'],
  ['本周', SUNDAY, '2024-06-24', '2024-06-30'],
  ['这周', WEDNESDAY, '2024-01-01', '2024-01-07'],
  ['上周', MONDAY, '2024-06-24', '2024-06-30'],
  ['上周', SUNDAY, '2024-06-17', '2024-06-23'],
  ['本月', MONDAY, '2024-07-01', '2024-07-31'],
  ['这个月', '2024-02-29', '2024-02-01', '2024-02-29'],
  ['上月', WEDNESDAY, '2023-12-01', '2023-12-31'],
  ['上个月', '2024-03-31', '2024-02-01', '2024-02-29'],
  ['今年', WEDNESDAY, '2024-01-01', '2024-12-31'],
  ['去年', WEDNESDAY, '2023-01-01', '2023-12-31'],
  ['前年', WEDNESDAY, '2022-01-01', '2022-12-31'],
  ['上周一', MONDAY, '2024-06-24', '2024-06-24'],
  ['上周日', SUNDAY, '2024-06-23', '2024-06-23'],
  ['这周天', MONDAY, '2024-07-07', '2024-07-07'],
  ['本周三', SUNDAY, '2024-06-26', '2024-06-26'],
])('%s, asked on %s, is %s to %s', (text, today, from, to) => {
  expect(readDate(text, today)?.range).toEqual({ from, to })
})

test.each([
  ['2024-02-30', undefined],
  ['2023-02-29', undefined],
  ['2024-13', undefined],
  ['0999-01', undefined],
  ['1000-01', { from: '1000-01-01', to: '1000-01-31' }],
  ['2024-12', { from: '2024-12-01', to: '2024-12-31' }],
  ['20240229', { from: '2024-02-29', to: '2024-02-29' }],
  ['2024/2', { from: '2024-02-01', to: '2024-02-29' }],
  ['2024年', { from: '2024-01-01', to: '2024-12-31' }],
])('%s is a date of the calendar, or none', (text, range) => {
  expect(readDate(text, MONDAY)?.range).toEqual(range)
})

test.each([1, 2, 3])('no more than %i places of a word are looked for', (limit) => {
  const literal = literalOf('农业')
  if (literal === undefined) return expect.fail('农业 is a word')
  const found = findLiteral('农业，农业，农业，农业', literal, limit)
  expect(found).toEqual(
    [
      [0, 2],
      [3, 5],
      [6, 8],
    ].slice(0, limit),
  )
})

describe('a day that is written right before what it is of', () => {
  test.each([
    ['上周五体育', ['上周五', '体育']],
    ['昨天的地铁新线', ['昨天', '地铁新线']],
    ['上個月的財經', ['上个月', '財經']],
    ['近三天 台风', ['近三天', '台风']],
    ['昨天的', ['昨天']],
  ])('%s is parted from it', (query, parts) => {
    const { wanted } = parseQuery(query, '2024-06-10').understood
    expect(wanted.map(([it]) => it?.text)).toEqual(parts)
    expect(wanted[0]?.[0]?.dates?.style).toBe('relative')
  })

  test.each([
    ['上周末成都'],
    ['这周边'],
    ['本周刊'],
    ['昨天体'],
    ['今天起'],
    ['上月球'],
    ['"昨天的地铁"'],
    ['去年同期'],
  ])('%s stays whole', (query) => {
    expect(parseQuery(query, '2024-06-10').understood.wanted).toHaveLength(1)
  })

  test('without a day to count from it is a word', () => {
    expect(parseQuery('昨天的地铁').understood.wanted).toHaveLength(1)
  })

  test('the same day a year ago is a day', () => {
    expect(parseQuery('去年今天', '2024-02-29').understood.wanted[0]?.[0]?.dates).toMatchObject({
      from: '2023-03-01',
    })
  })
})
