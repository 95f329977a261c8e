import { describe, expect, test } from 'vitest'
import { askedTimesOf, daysOf, timeFit, withoutTimes } from '../../src/answers/asked-time.ts'

describe('the times that a question names', () => {
  test.each([
    ['2023年gdp是多少', 2023, undefined, undefined],
    ['2022年1月新增贷款多少', 2022, [1, 1], undefined],
    ['2022年前7个月出口多少', 2022, [1, 7], undefined],
    ['1到7月出口多少', undefined, [1, 7], undefined],
    ['今年上半年进口多少', undefined, [1, 6], undefined],
    ['6月8日发生了什么', undefined, [6, 6], 8],
    ['2024五一多少人出游', 2024, undefined, undefined],
    ['2023上半年出口多少', 2023, [1, 6], undefined],
  ])('%s', (question, year, months, day) => {
    expect(askedTimesOf(question)).toMatchObject([{ year, months, day }])
  })

  test('a duration and a month that is none are no times', () => {
    expect(askedTimesOf('大桥修了3个月吗')).toEqual([])
    expect(askedTimesOf('13月32日')).toEqual([])
  })

  test('a number that counts something is no year', () => {
    for (const text of ['2000人参加了吗', '2024多家企业', '2000万元给谁', '12024五一'])
      expect([text, askedTimesOf(text)]).toEqual([text, []])
  })
})

test('a topic is what is left without them', () => {
  expect(withoutTimes('2022年前7个月出口多少').trim()).toBe('出口多少')
})

test('figures of a year, and of its end, are told until the next spring, those of months until the second next, of a month until the next one, of a day for two more', () => {
  const days = (question: string) => askedTimesOf(question).map(daysOf)
  expect(days('2023年')).toEqual([{ from: '2023-01-01', to: '2024-03-31' }])
  expect(days('2023年11月')).toEqual([{ from: '2023-11-01', to: '2023-12-31' }])
  expect(days('2023年上半年')).toEqual([{ from: '2023-01-01', to: '2023-08-31' }])
  expect(days('2023年底')).toEqual([{ from: '2023-12-01', to: '2024-03-31' }])
  expect(days('6月8日')).toEqual([undefined])
  expect(days('2024年12月31日')).toEqual([{ from: '2024-12-31', to: '2025-01-02' }])
  expect(days('2024年2月31日')).toEqual([{ from: '2024-02-01', to: '2024-03-31' }])
})

describe('how well a sentence is of a time', () => {
  const fit = (question: string, sentence: string, issueDate: string) =>
    timeFit({ sentence, before: '', headline: '', issueDate }, askedTimesOf(question))
  test.each([
    [
      '2022年1月贷款',
      '1月新增贷款3.98万亿元。',
      '2022-02-11',
      '2021年全年新增贷款19.95万亿元。',
      '2022-01-12',
    ],
    ['前7个月出口', '前7个月出口13万亿元。', '2022-08-07', '1—6月出口11万亿元。', '2022-07-13'],
    ['三季度出口', '三季度出口6万亿元。', '2022-10-24', '前三季度出口17万亿元。', '2022-10-24'],
    ['前三季度出口', '前三季度出口17万亿元。', '2022-10-24', '三季度出口6万亿元。', '2022-10-24'],
    ['6月8日的地震', '6月8日发生地震。', '2024-06-09', '6月18日发生地震。', '2024-06-19'],
    ['2022年产量', '全年产量6.8亿吨。', '2022-12-12', '2023年产量6.9亿吨。', '2023-12-11'],
  ])('%s', (question, right, day, wrong, otherDay) => {
    expect(fit(question, right, day)).toBeGreaterThan(fit(question, wrong, otherDay))
  })

  test('the day on which something was told is not the month that it tells of', () => {
    const asked = '2023年11月物流业景气指数'
    const told = (sentence: string, issueDate: string) => fit(asked, sentence, issueDate)
    const october = told('今天(11月2日)公布,10月份指数为52.9%。', '2023-11-02')
    expect(told('今天(12月4日)公布,11月份指数为53.3%。', '2023-12-04')).toBeGreaterThan(2 * october)
  })

  test('the end of a month is not told in its first days, nor its beginning in its last ones', () => {
    const told = (asked: string, issueDate: string) => fit(asked, '累计新增9例。', issueDate)
    expect(told('2022年11月底多少例', '2022-11-10')).toBeLessThan(told('2022年11月底多少例', '2022-11-29'))
    expect(told('2022年11月底多少例', '2022-12-02')).toBe(told('2022年11月多少例', '2022-12-02'))
    expect(told('2022年11月初多少例', '2022-11-29')).toBeLessThan(told('2022年11月初多少例', '2022-11-02'))
  })

  test('a sentence that names another day is not of the day that is asked about', () => {
    const asked = '2024年2月13日流动多少人'
    const told = (sentence: string, issueDate: string) => fit(asked, sentence, issueDate)
    expect(told('今天(2月10日)流动1.9亿人。', '2024-02-10')).toBeLessThan(0.3)
    expect(told('今天(2月13日)流动2.92亿人。', '2024-02-13')).toBeGreaterThan(0.9)
    expect(told('流动2.9亿人。', '2024-02-13')).toBeGreaterThan(told('流动2.9亿人。', '2024-02-14'))
  })

  test('what follows a day is of that day, and a day without its month is of the month of the issue', () => {
    const told = (sentence: string, before: string, issueDate: string) =>
      timeFit({ sentence, before, headline: '', issueDate }, askedTimesOf('2022年10月17日新增多少例'))
    const report = (day: number) => `今天(10月${day + 1}日)通报,10月${day}日新增245例。`
    expect(told('新增701例。', report(17), '2022-10-18')).toBeGreaterThan(0.9)
    expect(told('新增676例。', report(16), '2022-10-17')).toBeLessThan(0.3)
    expect(told(report(16), '', '2022-10-17')).toBeLessThan(0.3)
    expect(told('海国17日新增9例。', '', '2022-10-18')).toBeGreaterThan(
      told('海国新增9例。', '', '2022-10-18'),
    )
    expect(told('海国8日新增9例。', '', '2022-10-17')).toBeLessThan(0.3)
    expect(told('海国17日新增9例。', '', '2022-11-18')).toBeLessThan(0.3)
    const beside = told('今天(10月17日)海国宣布,16日晚新增9例。', '', '2022-10-17')
    expect(beside).toBeGreaterThan(0.4)
    expect(beside).toBeLessThan(0.6)
  })

  test('since a month is not in it, and this year is not the one before', () => {
    expect(fit('2024年9月降息', '这是9月以来第三次降息。', '2024-12-19')).toBeLessThan(0.5)
    const elevenMonths = (issueDate: string) => fit('2022年前11个月收入', '今年前11个月收入增长。', issueDate)
    expect(elevenMonths('2023-12-31')).toBeLessThan(0.3 * elevenMonths('2022-12-31'))
  })

  test('what names no month is of the one it was printed in, or of the one before', () => {
    const ofMonth = (issueDate: string) => fit('2022年1月贷款', '贷款增加了。', issueDate)
    expect(ofMonth('2022-01-31')).toBe(ofMonth('2022-02-28'))
    expect(ofMonth('2022-03-01')).toBeLessThan(0.5 * ofMonth('2022-02-28'))
    expect(ofMonth('2021-12-31')).toBeLessThan(0.5 * ofMonth('2022-01-01'))
    const ofDay = (issueDate: string) => fit('2022年6月8日的地震', '地震没有造成伤亡。', issueDate)
    expect(ofDay('2022-06-09')).toBe(ofDay('2022-06-07'))
    expect(ofDay('2022-06-10')).toBeLessThan(ofDay('2022-06-09'))
    expect(ofDay('2022-06-11')).toBe(ofDay('2022-06-10'))
    expect(ofDay('2022-06-12')).toBeLessThan(ofDay('2022-06-11'))
    expect(ofDay('2022-07-08')).toBeLessThan(ofDay('2022-06-12'))
  })

  test('the end of a year is told as such, or as December', () => {
    expect(fit('2022年底贷款', '2022年年底，贷款余额24万亿元。', '2023-03-03')).toBe(1)
    expect(fit('2022年底贷款', '3月末，贷款余额20万亿元。', '2022-04-17')).toBeLessThan(0.5)
  })

  test('a question without a time fits any', () => {
    expect(fit('大桥多长', '大桥长3公里。', '2020-01-01')).toBe(1)
  })
})

test('a month without a year is told of in its own month and the one after it, over the end of a year too', () => {
  const fit = (month: string, issueDate: string) =>
    timeFit(
      { sentence: '用电量达到9亿', before: '', headline: '', issueDate },
      askedTimesOf(`${month}用电量`),
    )
  for (const [month, told, late] of [
    ['12月', '2024-01-20', '2024-02-20'],
    ['11月', '2024-12-01', '2025-01-01'],
    ['1月', '2024-02-29', '2024-03-01'],
  ] as const) {
    expect(fit(month, told)).toBe(0.85)
    expect(fit(month, late)).toBe(0.3)
  }
})
