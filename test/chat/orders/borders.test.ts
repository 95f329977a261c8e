import { expect, test } from 'vitest'
import { withoutCourtesy } from '../../../src/chat/orders/courtesy.ts'
import { type AskedBefore, readFollowUp } from '../../../src/chat/orders/read-follow-up.ts'
import { readSpokenChange } from '../../../src/chat/orders/read-spoken-order.ts'
import { tokeniser } from '../../support/tokeniser.ts'

const asked = (query: string, topic: string): AskedBefore => ({
  query,
  topic,
  words: tokeniser.wordsOf(topic).map(({ text }) => text),
})
const followUp = (text: string, before: AskedBefore, topic = text) =>
  readFollowUp(text, before, { isQuestion: topic !== text, topic })

test('of two other things that are asked about both have to take the place of something', () => {
  const before = asked('今年12月多少人来', '今年12月')
  expect(followUp('去年呢', before)).toBe('去年12月多少人来')
  expect(followUp('去年呢，苏翊鸣呢', before)).toBeUndefined()
})

test.each([
  ['一共排队', '土耳其地震 一共排队几次了'],
  ['一共排长队', undefined],
])('a question that goes on has no long topic of its own: %s', (topic, whole) => {
  expect(followUp(`那${topic}几次了`, asked('土耳其地震死了多少人', '土耳其地震'), topic)).toBe(whole)
})

test.each([
  ['出生人口有多少', '老龄人口有多少'],
  ['出生的人口有多少', '出生的老龄人口有多少'],
])('%s, and of another kind: %s', (query, whole) => {
  expect(followUp('老龄人口呢', asked(query, '出生人口'))).toBe(whole)
})

test('a name of two signs is parted from the verb behind it', () => {
  expect(followUp('五粮液呢', asked('茅台拿了几块', '茅台拿'))).toBe('五粮液拿了几块')
})

test('three wishes in one message are taken, four are a text', () => {
  const wishes = ['改成晚上八点', '周末别发', '暂停一周', '改成早上七点']
  const read = (count: number) => readSpokenChange(wishes.slice(0, count).join('，'), 0)
  expect(read(3)).toBe('晚上八点 除 周末 暂停 一周')
  expect(read(4)).toBeUndefined()
})

test('to have it once a week is a change, though neither a time nor a day is named', () => {
  expect(readSpokenChange('改成周报', 0)).toBe('周报')
})

test('what is left of a message without courtesy may be one sign', () => {
  expect(withoutCourtesy('你好，停')).toBe('停')
  expect(withoutCourtesy('你好')).toBe('你好')
})
