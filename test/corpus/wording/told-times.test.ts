import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toldTimes } from '../../../src/corpus/wording/told-times.ts'

const plain = { isPlanned: false, setting: '' } as const

test.each([
  ['会议于2024年6月8日召开', [{ kind: 'day', year: 2024, month: 6, day: 8, ...plain }]],
  ['2024年6月，大桥通车', [{ kind: 'month', year: 2024, month: 6, ...plain }]],
  ['2024年6月份的粮价', [{ kind: 'month', year: 2024, month: 6, ...plain }]],
  // Of a stretch the last month counts.
  ['2024年1—5月，出口增长', [{ kind: 'month', year: 2024, month: 5, ...plain }]],
  ['2024年1月至5月，出口增长', [{ kind: 'month', year: 2024, month: 5, ...plain }]],
  ['2024年上半年', [{ kind: 'month', year: 2024, month: 6, ...plain }]],
  ['2024年一季度', [{ kind: 'month', year: 2024, month: 3, ...plain }]],
  ['2024年前三季度', [{ kind: 'month', year: 2024, month: 9, ...plain }]],
  ['2024年第四季度', [{ kind: 'month', year: 2024, month: 12, ...plain }]],
  ['2024年全国粮食', [{ kind: 'year', year: 2024, ...plain }]],
  ['自2024年起', [{ kind: 'year', year: 2024, isPlanned: false, setting: 'since' }]],
  ['2024年，人们', [{ kind: 'year', year: 2024, isPlanned: false, setting: 'alone' }]],
  ['2024年以来', [{ kind: 'year', year: 2024, isPlanned: false, setting: 'span' }]],
  ['2024年度科技奖', [{ kind: 'year', year: 2024, isPlanned: false, setting: 'fiscal' }]],
  ['2024年第3次会议', [{ kind: 'year', year: 2024, isPlanned: false, setting: 'number' }]],
  // Goals are no times that have come.
  ['到2030年', [{ kind: 'goal', year: 2030, ...plain }]],
  ['2030年前实现', [{ kind: 'goal', year: 2030, isPlanned: true, setting: '' }]],
  ['2030年底', [{ kind: 'goal', year: 2030, ...plain }]],
  // Plans are of their sentence alone.
  [
    '大会将于2025年3月举行。2024年3月，上一届',
    [
      { kind: 'month', year: 2025, month: 3, isPlanned: true, setting: '' },
      { kind: 'month', year: 2024, month: 3, ...plain },
    ],
  ],
  ['产量12024年', []],
  ['2024年13月', [{ kind: 'year', year: 2024, ...plain }]],
  ['去年', []],
])('the times of %s', (text, expected) => {
  expect(toldTimes(text)).toEqual(expected)
})

test('no text is too much', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('2024年', '至', '6', '月', '8日', '—', '。', '第', '将'), { maxLength: 40 }),
      (parts) => {
        const text = parts.join('')
        for (const { year, month } of toldTimes(text)) {
          expect(year).toBe(2024)
          expect(month === undefined || (month >= 1 && month <= 12)).toBe(true)
        }
      },
    ),
  )
})
