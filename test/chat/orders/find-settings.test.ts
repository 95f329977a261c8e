import { expect, test } from 'vitest'
import { findDay } from '../../../src/chat/orders/find-day.ts'
import { findDays, findLength, findPartOfDay, findTime } from '../../../src/chat/orders/find-settings.ts'
import { findTopic, findTopics } from '../../../src/chat/orders/find-topic.ts'

test.each([
  ['以后每天清早六点半给我送一份', '06:30'],
  ['六点半太早，七点三刻吧', '07:45'],
  ['八点开例会，请提前到七点四十', '07:40'],
  ['下午三点发不方便，换成五点', '17:00'],
  ['別七點來，8點15', '08:15'],
  ['睡觉前发，十点', '22:00'],
  ['send it at 7 instead', '07:00'],
  ['move it to noon', '12:00'],
  ['改 21：30', '21:30'],
  ['店里八点开门，开门前发我', undefined],
  ['早上八点发，晚上九点发', undefined],
  ['25点发', undefined],
  ['早一个小时', undefined],
  ['第三点建议', undefined],
])('%s names the time %s', (text, time) => {
  expect(findTime(text)).toBe(time)
})

test.each([
  ['中午那份改早上吧', '8:00'],
  ['每天睡前给我念念', '22:00'],
  ['早晚各来一份', undefined],
  ['能晚一小时不', undefined],
])('%s names the part of the day of %s', (text, time) => {
  expect(findPartOfDay(text)).toBe(time)
})

test.each([
  ['礼拜天别发了', { on: [], off: [7], also: [] }],
  ['週六週日也要傳', { on: [], off: [], also: [6, 7] }],
  ['一三五發就好', { on: [1, 3, 5], off: [], also: [] }],
  ['上班日才发', { on: [1, 2, 3, 4, 5], off: [], also: [] }],
  ['周六周日我跑单最忙，没空看，那两天跳过', { on: [], off: [6, 7], also: [] }],
  ['之前说好只发双休，现在改为周二和周五', { on: [2, 5], off: [], also: [] }],
  ['not on sunday', { on: [], off: [7], also: [] }],
  ['别天天发，就周一吧', { on: [1], off: [], also: [] }],
  ['一周发一次', undefined],
])('%s names days', (text, days) => {
  expect(findDays(text)).toEqual(days)
})

test.each([
  ['先静音两礼拜', '二星期'],
  ['停业十天 新闻也停十天', '十天'],
  ['歇半个月', '15天'],
  ['pause for a week', '1周'],
  ['产假，停俩月', '二个月'],
  ['先停几天', undefined],
  ['到周六日都别发', undefined],
])('%s names the length %s', (text, length) => {
  expect(findLength(text)).toBe(length)
})

test.each([
  ['10.25的要闻麻烦发我', '10月25日', true],
  ['97年7月1号那期', '1997年7月1日', true],
  ['去年元旦的版面', '去年1月1日', true],
  ['大前天有啥', '2024-06-25', true],
  ['周一的摘要我漏看了', '2024-06-24', true],
  ['周五的', '2024-06-21', true],
  ['2月30号', '2月30日', false],
])('%s names the day %s', (text, day, isDay) => {
  expect(findDay(text, '2024-06-28')).toEqual({ day, isDay })
})

test.each([
  ['自贸港封关一有消息马上告诉我', '自贸港封关'],
  ['盯着点“预制菜”，有新的就发', '预制菜'],
  ['我在跟一个稀土出口的选题，出了新稿记得提醒', '稀土出口'],
  ['橡胶价格这事儿你替我看着', '橡胶价格'],
  ['监控 新能源', '新能源'],
  ['notify me when there is news on huawei', 'huawei'],
  ['有进展通知我', undefined],
  ['有我们厂的就告诉我', undefined],
])('%s is about %s', (text, topic) => {
  expect(findTopic(text)).toBe(topic)
})

test.each([
  ['日报里只留教育和医疗吧', ['教育', '医疗']],
  ['主题换成：乡村振兴+基层治理', ['乡村振兴', '基层治理']],
  ['我就爱看打仗的那些', []],
])('%s names the topics %s', (text, topics) => {
  expect(findTopics(text)).toEqual(topics)
})
