import { expect, test } from 'vitest'
import { asksForSettings, readSpokenTopics } from '../../../src/chat/orders/read-spoken-topics.ts'

test.each([
  ['只要体育的', '只要 体育'],
  ['以后只看體育新聞吧', '只要 体育'],
  ['只给我发地铁', '只要 地铁'],
  ['加上科技', '加上 科技'],
  ['再加个养老金', '加上 养老金'],
  ['也给我发点股票的', '加上 股票'],
  ['不要体育了', '去掉 体育'],
  ['别给我发股票的消息了', '去掉 股票'],
  ['不想看娱乐新闻了', '去掉 娱乐'],
  ['把科技去掉', '去掉 科技'],
  ['只看体育和国际', '只要 体育；国际'],
  ['只看战争与和平的', '只要 战争与和平'],
  ['去掉科技吧', '去掉 科技'],
])('%s is the wish %s', (text, settings) => {
  expect(readSpokenTopics(text)).toBe(settings)
})

test.each([
  ['只要功夫深'],
  ['别发了'],
  ['不要再发了'],
  ['不要发了'],
  ['别提醒台风了'],
  ['别盯油价了'],
  ['删掉“签证”这个提醒'],
  ['不要太晚了'],
  ['只发周末'],
  ['加上周一'],
  ['取消订阅'],
  ['体育'],
  [''],
])('%s is none', (text) => {
  expect(readSpokenTopics(text)).toBeUndefined()
})

test.each([
  ['我订了啥', true],
  ['我订阅了什么内容？', true],
  ['换个时间', true],
  ['现在我订了啥', true],
  ['太吵了别响', true],
  ['静音', true],
  ['太频繁了', false],
  ['发得太早了', false],
  ['早点发', false],
  ['这几天别发', false],
  ['暂停几天', false],
])('%s asks for the settings; of one who has no subscription: %s', (text, always) => {
  expect(asksForSettings(text, true)).toBe(true)
  expect(asksForSettings(text, false)).toBe(always)
})

test.each([['太早'], ['换时间表'], ['晚点名'], ['今天别发朋友圈'], ['']])(
  '%s does not ask for them',
  (text) => {
    expect(asksForSettings(text, true)).toBe(text === '太早')
  },
)
