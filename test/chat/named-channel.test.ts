import { expect, test } from 'vitest'
import { readNamedChannel } from '../../src/chat/channels/named-channel.ts'

const channel = (chatId: number, title: string) => ({ chatId, title, ownerId: 1 })
const morning = channel(-1_001_234_567_890, '晨读')
const longer = channel(-1_001_234_567_891, '晨读 周末')
const english = channel(-1_001_234_567_892, 'Morning News')
const NOW = Date.UTC(2024, 5, 8)

const show = { kind: 'show' }
const settings = (text: string) => ({ kind: 'settings', text })
const alert = (text: string) => ({ kind: 'alert', text })

test.each([
  ['@morning', '@morning', show],
  ['morning 7:30', '@morning', settings('7:30')],
  ['https://t.me/morning 提醒 地铁 延期', '@morning', alert('地铁 延期')],
  ['-1001234567890 7:30 工作日', -1_001_234_567_890, settings('7:30 工作日')],
  ['晨读', morning.chatId, show],
  ['晨读  提醒：地铁', morning.chatId, alert('地铁')],
  ['晨读 周末 8:00', longer.chatId, settings('8:00')],
  ['晨读 周日 8:00', morning.chatId, settings('周日 8:00')],
  ['morning news alert 地铁', english.chatId, alert('地铁')],
])('of three channels %s means %s', (text, ref, order) => {
  expect(readNamedChannel(text, [morning, longer, english], NOW)).toEqual({ ref, order })
})

test.each(['晨读会 8:00', '8:00', '提醒 地铁', '晚报', 'abc'])('of three channels %s names none', (text) => {
  expect(readNamedChannel(text, [morning, longer, english], NOW)).toBeUndefined()
})

test.each([
  ['8:00 工作日', settings('8:00 工作日')],
  ['提醒 地铁', alert('地铁')],
  ['alert 地铁', alert('地铁')],
])('to who has only one channel, %s needs no name', (text, order) => {
  expect(readNamedChannel(text, [english], NOW)).toEqual({ ref: english.chatId, order })
  expect(readNamedChannel(text, [], NOW)?.ref).not.toBe(english.chatId)
})

test.each(['晚报', '晚报 8:00', '科技'])('%s is no order to the only channel', (text) => {
  expect(readNamedChannel(text, [english], NOW)).toBeUndefined()
})
