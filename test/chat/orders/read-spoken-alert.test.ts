import { expect, test } from 'vitest'
import { readSpokenAlert, readSpokenAlertEnd } from '../../../src/chat/orders/read-spoken-alert.ts'

test.each([
  ['提醒我 台风', '台风'],
  ['提醒我台风的新闻', '台风'],
  ['有台风了就吱一声', '台风'],
  ['村里修路的事，一有消息就告诉我', '村里修路'],
  ['帮我盯着点养老金的消息有了就喊我', '养老金'],
  ['帮我盯着点台风有动静喊我一声', '台风'],
  ['麻烦您有台风的消息告诉我，谢谢', '台风'],
  ['有台风的消息就提醒我', '台风'],
  ['以后有大熊猫的新闻告诉我一声', '大熊猫'],
  ['幫我關注一下高鐵的新聞', '高铁'],
  ['追踪俄乌冲突的进展', '俄乌冲突'],
  ['一有房贷的消息就告诉我', '房贷'],
  ['通知我：关于 中欧班列 -货运 的报道', '中欧班列 -货运'],
  ['台风有新消息了告诉我', '台风'],
  ['Notify me about typhoons.', 'typhoons'],
  ['tell me when there is news about pandas', 'pandas'],
])('%s asks to be told of %s', (text, query) => {
  expect(readSpokenAlert(text)).toBe(query)
})

test.each([
  ['关注养老'],
  ['提醒我明天开会'],
  ['提醒我八点吃饭'],
  ['remind me tomorrow'],
  ['有新消息提醒我'], // of what is asked for in how to set an alert
  ['告诉我台风'],
  ['有关部门通知我省'],
  ['怎么关注体育新闻'],
  ['提醒我 -货运'],
  ['提醒'],
  [''],
])('%s asks for no alert', (text) => {
  expect(readSpokenAlert(text)).toBeUndefined()
})

test.each([
  ['别提醒台风了', '台风'],
  ['不用再通知我台风的消息了', '台风'],
  ['取消台風的提醒', '台风'],
  ['养老金那个不用盯了', '养老金'],
  ['不用再盯着台风了', '台风'],
  ['取消提醒', ''],
  ['别提醒我了', ''],
  ['关掉所有提醒', ''],
  ['提醒太多了', ''],
  ['每天汇总提醒一次就行', ''],
])('%s asks for fewer alerts, of %s', (text, query) => {
  expect(readSpokenAlertEnd(text)).toBe(query)
})

test.each([
  ['提醒我 台风'],
  ['他不用关注'],
  ['盯着台风'],
  ['每天一次'],
  ['取消高考'],
  ['关闭通知书'],
  ['别提醒我明天'],
  [''],
])('%s ends none', (text) => {
  expect(readSpokenAlertEnd(text)).toBeUndefined()
})
