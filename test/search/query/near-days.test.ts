import { expect, test } from 'vitest'
import { readDate } from '../../../src/search/query/query-dates.ts'

/** An archive with issues of these days. */
const archiveOf = (...days: readonly string[]) => ({
  has: ({ from, to }: { readonly from: string; readonly to: string }) =>
    days.some((it) => it >= from && it <= to),
  newest: () => days.toSorted().at(-1),
})
const old = archiveOf('2022-06-08', '2023-06-08', '2023-10-02', '2024-02-29')
// A Saturday.
const today = '2026-06-20'

test.each([
  ['6月8日', '2023-06-08', '2023-06-08'],
  ['六月八日', '2023-06-08', '2023-06-08'],
  ['6月', '2023-06-01', '2023-06-30'],
  ['2月29日', '2024-02-29', '2024-02-29'],
  ['10月2日', '2023-10-02', '2023-10-02'],
  ['今年2月', '2024-02-01', '2024-02-29'],
  ['上周一', '2026-06-08', '2026-06-08'],
])('%s is the newest such day that the archive has', (text, from, to) => {
  expect(readDate(text, today, old)?.range).toEqual({ from, to })
})

test('days that the archive has nothing of are counted from today', () => {
  expect(readDate('3月5日', today, old)?.range?.from).toBe('2026-03-05')
  expect(readDate('12月5日', today, old)?.range?.from).toBe('2025-12-05')
})

test.each([
  ['上周一', '2026-06-08'],
  ['本周三', '2026-06-17'],
  ['上个星期天', '2026-06-14'],
  ['今年6月8日', '2026-06-08'],
  ['去年6月8号', '2025-06-08'],
])('%s in an archive of today is %s', (text, day) => {
  expect(readDate(text, today, archiveOf(day))).toEqual({ style: 'relative', range: { from: day, to: day } })
})

test.each([
  ['去年6月', '2025-06-01', '2025-06-30'],
  ['前年12月份', '2024-12-01', '2024-12-31'],
  ['去年12月31号', '2025-12-31', '2025-12-31'],
])('%s is of that year', (text, from, to) => {
  expect(readDate(text, today, archiveOf('2020-01-01', from))?.range).toEqual({ from, to })
})

test.each(['说去年6月', '去年6月8日晚', '去年123月'])('%s is no day', (text) => {
  expect(readDate(text, today, archiveOf('2025-06-08'))).toBeUndefined()
})

test.each(['今年13月', '上周八', '6月31日'])('%s is no day', (text) => {
  expect(readDate(text, today, old)?.range).toBeUndefined()
})
