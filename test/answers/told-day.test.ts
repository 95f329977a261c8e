import { expect, test } from 'vitest'
import { toldDayOf } from '../../src/answers/told-day.ts'

test.each([
  ['2022年6月5日', '2023-02-17', '2022-06-05'],
  ['6月5日', '2022-05-29', '2022-06-05'],
  ['12月30日', '2023-01-02', '2022-12-30'],
  ['1月3日', '2022-12-30', '2023-01-03'],
  ['28日', '2024-03-02', '2024-02-28'],
  ['2日', '2024-02-28', '2024-03-02'],
  ['昨天', '2024-03-01', '2024-02-29'],
  ['今晚', '2024-03-01', '2024-03-01'],
  ['明天', '2024-12-31', '2025-01-01'],
])('%s in an issue of %s is %s', (text, issueDate, day) => {
  expect(toldDayOf(text, issueDate)).toBe(day)
})

test.each([
  ['2014年', '2024-03-01'],
  ['凌晨', '2024-03-01'],
  ['6月5日', ''],
  ['31日', ''],
])('%s in an issue of %j is no day', (text, issueDate) => {
  expect(toldDayOf(text, issueDate)).toBeUndefined()
})
