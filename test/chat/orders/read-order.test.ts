import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Order, OrderProblem } from '../../../src/chat/orders/order.ts'
import { readDays } from '../../../src/chat/orders/read-days.ts'
import { readOrder } from '../../../src/chat/orders/read-order.ts'
import { TOPIC_LENGTH } from '../../../src/chat/orders/topics.ts'

const NOW = Date.parse('2024-06-08T00:00Z')
const WORKDAYS = [1, 2, 3, 4, 5]

test.each<[string, Order]>([
  ['', {}],
  ['08:00', { time: '08:00' }],
  ['８：３０', { time: '08:30' }],
  ['8', { time: '08:00' }],
  ['每天早上七点', { weekdays: [1, 2, 3, 4, 5, 6, 7], time: '07:00' }],
  ['周五八点', { weekdays: [5], time: '08:00' }],
  ['周一三五 八点', { weekdays: [1, 3, 5], time: '08:00' }],
  ['8点半', { time: '08:30' }],
  ['晚上 8点', { time: '20:00' }],
  ['8:30 pm', { time: '20:30' }],
  ['08:00 Asia/Tokyo', { time: '08:00', timeZone: 'Asia/Tokyo' }],
  ['上海 7:30', { time: '07:30', timeZone: 'Asia/Shanghai' }],
  ['7:30 New York', { time: '07:30', timeZone: 'America/New_York' }],
  ['时区 Europe/Berlin', { timeZone: 'Europe/Berlin' }],
  ['時區：東京', { timeZone: 'Asia/Tokyo' }],
  ['时区上海', { timeZone: 'Asia/Shanghai' }],
  ['tz los angeles', { timeZone: 'America/Los_Angeles' }],
  ['工作日 7:30', { weekdays: WORKDAYS, time: '07:30' }],
  ['7:30　工作日', { weekdays: WORKDAYS, time: '07:30' }],
  ['周一 周三 9点', { weekdays: [1, 3], time: '09:00' }],
  ['mon-fri 9am', { weekdays: WORKDAYS, time: '09:00' }],
  ['每周一 8点', { weekdays: [1], time: '08:00' }],
  ['每星期二、四 晚上8点', { weekdays: [2, 4], time: '20:00' }],
  ['每周一到周五 7:30', { weekdays: WORKDAYS, time: '07:30' }],
  ['every monday 8am', { weekdays: [1], time: '08:00' }],
  ['on mondays at 8:30 pm', { weekdays: [1], time: '20:30' }],
  ['每周日 20:00 一周要闻', { weekdays: [7], time: '20:00', weekly: true }],
  ['每週日 20:00 一週要聞', { weekdays: [7], time: '20:00', weekly: true }],
  ['一周要闻', { weekly: true }],
  ['sunday 8pm weekly', { weekdays: [7], time: '20:00', weekly: true }],
  ['主题 足球', { topics: ['足球'] }],
  ['每周日 20:00 主題：足球；籃球', { weekdays: [7], time: '20:00', topics: ['足球', '籃球'] }],
  ['短', { length: 'short' }],
  ['篇幅 普通', { length: 'normal' }],
  ['免打扰 22:00-07:00', { quiet: ['22:00', '07:00'] }],
  ['免打扰22点到7点', { quiet: ['22:00', '07:00'] }],
  ['免打扰 22:30 到 7点半 短', { quiet: ['22:30', '07:30'], length: 'short' }],
  ['quiet 22-7', { quiet: ['22:00', '07:00'] }],
  ['免打擾 關', { quiet: 'off' }],
  ['暂停 3天', { snoozeDays: 3 }],
  ['暂停一周', { snoozeDays: 7 }],
  ['snooze 2 weeks', { snoozeDays: 14 }],
  ['暂停 取消', { snoozeDays: 0 }],
  ['暂停 恢复', { snoozeDays: 0 }],
  ['暂停 365天', { snoozeDays: 365 }],
  ['周一到周一', { weekdays: [1] }],
  ['周日到周一', { weekdays: [1, 7] }],
  ['退订', { end: true }],
  ['off', { end: true }],
  ['on', {}],
  ['话题 中欧班列 -货运', { topics: ['中欧班列 -货运'] }],
  ['話題：“人身意外”', { topics: ['“人身意外”'] }],
  ['话题中欧班列', { topics: ['中欧班列'] }],
  ['topic 08:00', { topics: ['08:00'] }],
  ['话题 a；b;  c \n a', { topics: ['a', 'b', 'c'] }],
  ['话题 ＡＢＣ', { topics: ['ＡＢＣ'] }],
  ['话题 全部', { topics: 'all' }],
  ['只要 体育；科技', { topics: ['体育', '科技'], choice: 'only' }],
  ['8:00 only 足球', { time: '08:00', topics: ['足球'], choice: 'only' }],
  ['去掉体育', { topics: ['体育'], choice: 'dropped' }],
  ['加上：科技', { topics: ['科技'], choice: 'besides' }],
  ['除 周末', { except: [6, 7] }],
  ['except mon', { except: [1] }],
  ['暂停 十天', { snoozeDays: 10 }],
  ['暂停 两个月', { snoozeDays: 60 }],
  [`话题 ${'长'.repeat(TOPIC_LENGTH)}`, { topics: ['长'.repeat(TOPIC_LENGTH)] }],
  [
    '7:30 工作日 东京 话题 地铁 OR 公交',
    {
      time: '07:30',
      weekdays: WORKDAYS,
      timeZone: 'Asia/Tokyo',
      topics: ['地铁 OR 公交'],
    },
  ],
])('%j is an order', (text, order) => {
  expect(readOrder(text, NOW)).toEqual({ order })
})

test.each<[string, OrderProblem]>([
  ['25:99', { kind: 'badTime', text: '25:99' }],
  ['２５：９９', { kind: 'badTime', text: '25:99' }],
  ['8:0', { kind: 'badTime', text: '8:0' }],
  ['24点', { kind: 'badTime', text: '24点' }],
  ['99', { kind: 'badTime', text: '99' }],
  ['08:00 20:00', { kind: 'twoTimes' }],
  ['工作日 一周要闻', { kind: 'oneDay' }],
  ['周一 周三 一周要闻', { kind: 'oneDay' }],
  ['时区 火星', { kind: 'badZone', text: '火星', near: [] }],
  ['时区', { kind: 'badZone', text: '', near: [] }],
  ['Mars/Olympus', { kind: 'badZone', text: 'Mars/Olympus', near: [] }],
  ['Asia/Shanhai', { kind: 'badZone', text: 'Asia/Shanhai', near: ['Asia/Shanghai'] }],
  ['08:00 Asia/Beijing', { kind: 'badZone', text: 'Asia/Beijing', near: ['Asia/Shanghai'] }],
  ['免打扰 22:00', { kind: 'badQuiet', text: '22:00' }],
  ['免打扰 8:00-8:00', { kind: 'badQuiet', text: '8:00-8:00' }],
  ['免打扰', { kind: 'badQuiet', text: '' }],
  ['暂停 永远', { kind: 'badSnooze', text: '永远' }],
  ['暂停 366天', { kind: 'badSnooze', text: '366天' }],
  ['暂停 0天', { kind: 'badSnooze', text: '0天' }],
  ['暂停 999天', { kind: 'badSnooze', text: '999天' }],
  ['话题', { kind: 'emptyTopic' }],
  ['话题 ； ;', { kind: 'emptyTopic' }],
  ['话题 😀', { kind: 'vagueTopic', text: '😀' }],
  ['话题 -货运', { kind: 'vagueTopic', text: '-货运' }],
  [`话题 ${'长'.repeat(300)}`, { kind: 'longTopic' }],
  [`话题 ${'长'.repeat(TOPIC_LENGTH + 1)}`, { kind: 'longTopic' }],
  ['中欧班列', { kind: 'notUnderstood', text: '中欧班列' }],
  ['😀', { kind: 'notUnderstood', text: '😀' }],
  ['<b>8</b>', { kind: 'notUnderstood', text: '<b>8</b>' }],
  ['zonewards', { kind: 'notUnderstood', text: 'zonewards' }],
  ['篇幅 中', { kind: 'notUnderstood', text: '篇幅' }],
])('%j is none, and it is told why', (text, problem) => {
  expect(readOrder(text, NOW)).toEqual({ problem })
})

test('any text is read, and nothing wrong comes of it', () => {
  const word = fc.constantFrom(
    '时区',
    '话题',
    '免打扰',
    '8点',
    '-',
    '；',
    '周',
    '到',
    '上海',
    ' ',
    '<b>',
    '9',
    '𠮷',
    '😀',
  )
  const text = fc.array(fc.oneof(word, fc.string({ unit: 'grapheme', maxLength: 5 })), { maxLength: 20 })
  let understood = 0
  fc.assert(
    fc.property(text, (words) => {
      const read = readOrder(words.join(''), NOW)
      if ('problem' in read) return
      understood += 1
      const { time = '00:00', weekdays = [1], timeZone = 'UTC', topics = [] } = read.order
      expect(time).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/)
      expect(weekdays.every((day) => day >= 1 && day <= 7) && weekdays.length > 0).toBe(true)
      expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow()
      for (const topic of topics === 'all' ? [] : topics) expect(topic.length).toBeLessThanOrEqual(120)
    }),
    { examples: [[['周', '8点']], [['上海', '8点']], [['9']]] },
  )
  expect(understood).toBeGreaterThanOrEqual(3)
})

describe('weekdays', () => {
  test.each([
    ['每天', [1, 2, 3, 4, 5, 6, 7]],
    ['周末', [6, 7]],
    ['週末', [6, 7]],
    ['周一到周五', WORKDAYS],
    ['周一至五', WORKDAYS],
    ['周六到周一', [1, 6, 7]],
    ['星期一、三、五', [1, 3, 5]],
    ['周一三五', [1, 3, 5]],
    ['礼拜天', [7]],
    ['周日', [7]],
    ['mon,wed', [1, 3]],
    ['Saturday', [6]],
    ['sat-sun', [6, 7]],
    ['一', undefined],
    ['周', undefined],
    ['周八', undefined],
    ['monster', undefined],
    ['', undefined],
  ])('%j are %j', (text, days) => {
    expect(readDays(text)).toEqual(days)
  })
})
