import { expect, test } from 'vitest'
import { dateFromPath, paperOfBylines, readFolio } from '../../../src/corpus/articles/folio.ts'
import { toLines } from '../../../src/corpus/layout/line.ts'
import { inferDate } from '../../../src/corpus/wording/infer-date.ts'

test.each([
  [['03', '2023年3月20日 星期一要闻'], { page: '03', date: '2023-03-20', section: '要闻' }],
  [
    ['A06', '2022年8月8日 星期一 国际', '江南日报 热线：966556'],
    { paper: '江南日报', page: 'A06', section: '国际' },
  ],
  [
    ['人民大众报', '2024年6月8日 星期六', '第三版 国际'],
    { paper: '人民大众报', page: '03', section: '国际' },
  ],
  [['2024年6月8日 星期六 A02版 经济'], { page: 'A02', section: '经济' }],
  [['2024年2月30日 星期五'], { date: undefined }],
  [['江南日报 2024.06.08 星期六'], { date: '2024-06-08', paper: '江南日报' }],
  [['人民大众报 一九五八年七月一日 星期二 第三版'], { date: '1958-07-01', page: '03', section: undefined }],
  [['二〇二四年六月三十日 星期日'], { date: '2024-06-30' }],
  [['大江日報', '中華民國一一三年六月八日 星期六'], { date: '2024-06-08', paper: '大江日報' }],
  [['电话：（010）65368888'], { page: undefined }],
  // Under a decree, above the folio.
  [['1997年12月29日', '1998年1月6日 星期二', '第2版'], { date: '1998-01-06', page: '02' }],
  [['1997年12月29日', '1998年1月1日'], { date: undefined }],
  [['2024年6月8日'], { date: '2024-06-08' }],
])('readFolio reads %j', (lines, folio) => {
  const read = readFolio(toLines(lines.join('\n')))
  expect({ page: undefined, date: undefined, section: undefined, ...read }).toMatchObject(folio)
})

test.each([
  ['2024-06-08/A02.txt', '2024-06-08'],
  ['paper/20240608-02.txt', '2024-06-08'],
  ['2024/06/08/01.txt', '2024-06-08'],
  ['1234567890.txt', undefined],
  ['20241340.txt', undefined],
])('dateFromPath(%j) is %s', (path, date) => {
  expect(dateFromPath(path)).toBe(date)
})

test.each([
  [
    'its dateline, without a year that only a plan names',
    '新华社北京6月25日电。2024年以来',
    { monthDay: '06-26' },
  ],
  [
    'what it calls today',
    '今天（2022年8月8日）是全民健身日。今天（8月8日）',
    { monthDay: '08-08', date: '2022-08-08' },
  ],
  [
    'a day that whole dates tell of too',
    '新华社北京6月7日电。2024年6月7日，会议召开。2024年6月1日起',
    { monthDay: '06-08', date: '2024-06-08' },
  ],
  ['a prize named after a year not', '荣获2023年度大奖。新华社北京6月25日电', { monthDay: '06-26' }],
  ['a whole date of another time not', '2019年3月4日成立。新华社北京6月25日电', { monthDay: '06-26' }],
  ['an event not, however its day is told', '2024年6月7日，会议召开。6月7日，代表们', undefined],
  ['an anniversary not', '1950年6月25日，战争爆发。6月25日，人们纪念。2020年以来', undefined],
  ['no event of which nothing else tells the day', '大楼落成。6月25日，人们', undefined],
  ['no day', '2024年以来', undefined],
])('inferDate goes by %s', (_evidence, text, date) => {
  expect(inferDate(text)).toEqual(date)
})

test('the paper is the one that most bylines name', () => {
  expect(paperOfBylines(['新华社', '江南日报新闻', '江南日报新闻', '海州晚报'])).toBe('江南日报')
  expect(paperOfBylines(['新华社', '本报'])).toBeUndefined()
})
