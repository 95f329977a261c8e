import { expect, test } from 'vitest'
import { inferDate, isPrintedOn } from '../../../src/corpus/wording/infer-date.ts'

const on = (monthDay: string, year?: number) =>
  year === undefined ? { monthDay } : { monthDay, date: `${year}-${monthDay}` }

test.each([
  ['新华社北京6月25日电，会议召开', on('06-26')],
  ['中新社乌鲁木齐12月5日讯，会议召开', on('12-06')],
  ['新华社北京6月30日电', on('07-01')],
  ['新华社北京12月31日电', on('01-01')],
  ['新华社北京6月25日电。新华社上海6月24日电', on('06-26')],
  // At the turn of the year December is what has been, and in a text without January it is the latest.
  ['新华社北京1月1日电。新华社上海12月31日电', on('01-02')],
  ['新华社上海12月31日电。新华社北京1月1日电', on('01-02')],
  ['新华社上海12月31日电。新华社北京12月30日电', on('01-01')],
  ['新华社北京1月5日电。12月31日，跨年。12月31日，人们', on('01-06')],
  ['新华社北京12月30日电。1月5日，开工。1月5日，人们', on('12-31')],
  ['新华社北京6月31日电', undefined],
  // From abroad alone: it may have come a day later.
  ['新华社伦敦6月25日电，会议召开。新华社北京6月24日电', undefined],
  ['新华社伦敦6月25日电，会议召开。新华社上海6月25日电', on('06-26')],
  // Around New Year spring comes after autumn.
  ['新华社天津12月30日电。新华社北京1月4日电', on('01-05')],
  // A paper calls its own day today: this one is of another, unless it names the year too, as notices do.
  ['据新华社北京6月25日电。新馆于6月26日开放', undefined],
  ['新华社北京6月25日电。2024年6月26日，人们', on('06-26')],
  ['新华社北京6月25日电。2024年6月26日，人们；2024年6月20日，会议', on('06-26', 2024)],
  ['今天（6月26日）开幕。6月26日，人们。新华社北京6月25日电', on('06-26')],
  ['北京6月25日电', undefined],
  ['新华社北京6月25日报道', undefined],
])('the day before it was sent: %s', (text, expected) => {
  expect(inferDate(text)).toEqual(expected)
})

test.each([
  ['今天（6月8日）开幕', on('06-08')],
  ['今日(12月31日)开幕', on('12-31')],
  ['今天（6月7日）开幕，今天（6月8日）闭幕', on('06-08')],
  ['今天（6月6日）开幕，今天（6月7日）休会，今天（6月8日）闭幕', on('06-08')],
  ['今天（2月27日）开幕，今天（2月28日）休会，今天（2月29日）闭幕。2023年以来', on('02-28')],
  // It outdoes what was sent later.
  ['今天（6月8日）开幕。新华社北京6月9日电', on('06-08')],
  // A day of leap years, though the text speaks of another year.
  ['今天（2月29日）开幕。2023年以来', on('02-29')],
  ['明天（6月8日）开幕', undefined],
  ['今天6月8日开幕', undefined],
])('what the text calls today: %s', (text, expected) => {
  expect(inferDate(text)).toEqual(expected)
})

test.each([
  // What is told of without a report that was sent may be of any day.
  ['6月7日，大桥通车。6月7日上午，人们', undefined],
  ['6月7日，大桥通车。6月6日，人们', undefined],
  ['人们6月7日，看桥。人们6月7日，看水', undefined],
  ['6月7日起，大桥通车。6月7日起，人们', undefined],
  // About when a report was sent.
  ['新华社北京6月25日电。6月27日，大桥通车', on('06-28')],
  ['新华社北京6月25日电。6月28日，大桥通车', on('06-26')],
  ['新华社北京6月25日电。6月22日，大桥通车', on('06-26')],
])('the day after an event that is sure: %s', (text, expected) => {
  expect(inferDate(text)).toEqual(expected)
})

test.each([
  ['今天（11月12日）开幕。2024年11月12日，会议。2024年10月1日起', on('11-12', 2024)],
  ['今天（6月8日）开幕。2024年6月6日，会议。2024年6月7日，代表们', on('06-08', 2024)],
  ['今天（6月8日）开幕。2024年6月10日，会议。2024年6月12日截止', on('06-08', 2024)],
  ['今天（6月8日）开幕。2024年6月5日，会议。2024年6月1日，代表们', on('06-08')],
  ['今天（6月8日）开幕。2024年6月11日，会议。2024年6月12日，代表们', on('06-08')],
  ['今天（6月8日）开幕。1998年6月8日，会议。1998年5月1日，代表们', on('06-08', 1998)],
  ['今天（6月8日）开幕。1898年6月8日，会议。1898年6月7日，代表们', on('06-08')],
  // Over the turn of the year.
  ['今天（1月3日）开幕。2022年1月1日，会议。2021年12月19日，代表们', on('01-03', 2022)],
  // A lone date, told once or often, is as likely that of a law, or of what happened on this day long ago.
  ['今天（6月8日）开幕。2024年6月8日，会议', on('06-08')],
  ['今天（6月8日）开幕。1950年6月8日，会议；1950年6月8日，战争', on('06-08')],
  // The other one is of another season: it says nothing of this one's day.
  ['今天（6月8日）开幕。2024年6月8日，会议。2024年4月9日，代表们', on('06-08', 2024)],
  ['今天（6月8日）开幕。2024年6月8日，会议。2024年4月8日，代表们', on('06-08')],
  // Days of several years, the latest first or last.
  ['今天（6月8日）开幕。2024年6月8日，会议；2023年6月8日，会议', on('06-08')],
  ['今天（6月8日）开幕。2023年6月8日，会议；2024年6月8日，会议', on('06-08')],
  ['今天（6月8日）开幕。2023年6月8日，会议；2024年6月8日，会议；2024年6月7日，会议', on('06-08')],
  // A later year is told of, and not as what will be.
  ['今天（6月8日）开幕。2024年6月8日，会议；2024年6月7日，会议。2025年招生', on('06-08')],
  [
    '今天（6月8日）开幕。2024年6月8日，会议；2024年6月7日，会议。到2025年，至2030年，2035年前，2025年底，2026年后',
    on('06-08', 2024),
  ],
  // What is told beside an anniversary is of then.
  ['今天（6月8日）是十周年。2014年6月8日，大桥通车。2014年6月9日，人们', on('06-08')],
  ['今天（6月8日）是他的诞辰。1914年6月8日，他生于江边。1914年6月9日，他的父亲', on('06-08')],
  // What is called today is of this year, whatever else is told of.
  ['今天（2024年6月8日）是十周年。2014年6月8日，大桥通车', on('06-08', 2024)],
  ['展览今天（2022年12月31日）闭幕。今晚（2022年12月31日）晚会。明天（2023年1月1日）见报', on('12-31', 2022)],
  ['今天（2024年6月8日）开幕。今天（2023年6月8日）闭幕', on('06-08')],
  // Of an earlier day, cited.
  ['今天（2024年6月7日）开幕。今天（6月8日）闭幕', on('06-08')],
])('the year, where whole dates of about that day agree: %s', (text, expected) => {
  expect(inferDate(text)).toEqual(expected)
})

test('the year that a text speaks of most says whether there is a 29 February', () => {
  expect(inferDate('2024年以来，大桥。新华社北京2月29日电')).toEqual(on('03-01'))
  expect(inferDate('2024年以来，2023年以来，大桥。新华社北京2月29日电')).toEqual(on('03-01'))
  expect(inferDate('新华社北京2月29日电')).toEqual(on('03-01'))
  expect(inferDate('2023年以来，大桥。新华社北京2月28日电')).toEqual(on('03-01'))
  expect(inferDate('2024年以来，大桥。新华社北京2月28日电')).toEqual(on('02-29'))
  // A plan of a leap year, told of once, does not outdo three tellings of this year.
  expect(inferDate('2023年度，2023年以来，2023年全年。2024年的事。新华社北京2月28日电')).toEqual(on('03-01'))
})

test.each([
  ['nothing tells against it', '本报讯 会议召开', true],
  ['a report of the day before', '新华社北京6月7日电', true],
  ['a report of the same day', '新华社北京6月8日电', true],
  ['one of last December', '新华社北京12月20日电', true],
  ['one that was sent after it', '新华社北京6月20日电', false],
  ['one after it beside one from before it', '新华社北京6月9日电。新华社北京6月6日电', true],
  ['one after it beside one from long before it', '新华社北京6月9日电。新华社北京5月6日电', false],
])('whether a page may have been printed on 8 June: %s', (_case, text, expected) => {
  expect(isPrintedOn('2024-06-08', text)).toBe(expected)
})

test('on New Year reports of December were sent the day before', () => {
  expect(isPrintedOn('2024-01-01', '新华社北京12月31日电')).toBe(true)
  expect(isPrintedOn('2023-12-31', '新华社北京1月1日电')).toBe(false)
})
