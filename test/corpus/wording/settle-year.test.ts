import { expect, test } from 'vitest'
import { settleYear } from '../../../src/corpus/wording/settle-year.ts'
import { yearSigns } from '../../../src/corpus/wording/year-signs.ts'

const signsFor = (text: string, monthDay: string, year: number) =>
  Object.fromEntries(yearSigns(text, monthDay).find((it) => it.year === year)?.counts ?? [])

test('what is told of a year is seen from the day in question', () => {
  const text = '2024年6月8日，开幕。2024年5月，大桥通车。2024年，人们。到2030年'
  expect(signsFor(text, '06-10', 2024)).toEqual({
    'day 0..3': 1,
    'month 1..2': 1,
    'year 0 alone': 1,
    'goal ..-3': 1,
    'latest 0': 1,
  })
  expect(signsFor(text, '06-10', 2025)).toEqual({
    'day 366..': 1,
    'month 13..': 1,
    'year 1 alone': 1,
    'goal ..-3': 1,
    'latest 1': 1,
  })
})

test('years beside 今年 and 去年, and anniversaries, are signs', () => {
  expect(signsFor('今年比2023年多', '06-10', 2024)).toMatchObject({ 'this year 1': 1 })
  expect(signsFor('去年，即2023年', '06-10', 2024)).toMatchObject({ 'last year 1': 1 })
  expect(signsFor('2024年的事。今年是新中国成立75周年', '06-10', 2024)).toMatchObject({ 'anniversary 0': 1 })
  expect(signsFor('2024年的事。今年是中国共产党成立一百零三周年', '06-10', 2024)).toMatchObject({
    'anniversary 0': 1,
  })
})

const SETTLED =
  '2024年1—5月，出口增长5%。2024年5月30日，会议召开。2024年6月3日，大桥通车。2024年6月9日，学校放假。2024年度奖项揭晓'

test('a text that tells of the weeks before a day in several ways settles its year', () => {
  expect(settleYear(SETTLED, '06-10')).toBe(2024)
})

test.each([
  ['no year at all', '会议召开'],
  ['one year, told of once', '2024年的大桥'],
  ['a law of years ago', '《条例》自2019年6月1日起施行'],
  ['plans alone', '到2030年，力争翻一番。2035年前，基本实现'],
  // As above, but what is told as if it had been lies after the day.
  ['times after the day', `${SETTLED}。2024年8月，洪水退去。2024年9月3日，学校开学`],
])('%s settles none', (_case, text) => {
  expect(settleYear(text, '06-10')).toBeUndefined()
})
