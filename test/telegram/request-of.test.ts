import { expect, test } from 'vitest'
import { requestOf } from '../../src/telegram/request-of.ts'

type Update = Parameters<typeof requestOf>[0]

const from = { id: 7, is_bot: false, first_name: '王' }
const aMessage = (text: string, more: object = {}): Update => ({
  update_id: 1,
  // A message as the server sends it: its type names many fields that no text message has.
  message: {
    message_id: 3,
    date: 0,
    chat: { id: 7, type: 'private', first_name: '王' },
    from,
    text,
    ...more,
  } as never,
})
const inGroup = (text: string, more: object = {}) =>
  aMessage(text, { chat: { id: -5, type: 'supergroup', title: '读报群' }, ...more })

test.each([
  ['a command', '/search 中欧班列', { name: 'search', text: '中欧班列' }],
  ['a command for this very bot', '/search@PaperBoy 中欧', { name: 'search', text: '中欧' }],
  ['a command in capitals', '/HELP', { name: 'help', text: '' }],
  ['a command and a line break', '/search\n 残疾人 \n', { name: 'search', text: '残疾人' }],
  ['a link to an article', '/a_abcdefghij', { name: 'a_abcdefghij', text: '' }],
])('%s is understood', (_what, text, action) => {
  expect(requestOf(aMessage(text), 'paperboy')?.request.action).toEqual({ kind: 'command', ...action })
})

test('plain text asks something in a private chat, and nothing in a group', () => {
  expect(requestOf(aMessage('数字经济'), 'paperboy')?.request).toEqual({
    chatId: 7,
    userId: 7,
    action: { kind: 'text', text: '数字经济' },
  })
  expect(requestOf(inGroup('数字经济'), 'paperboy')).toBeUndefined()
})

test('a command for another bot is none of ours', () => {
  expect(requestOf(inGroup('/search@otherbot 数字'), 'paperboy')).toBeUndefined()
})

test('the answer belongs into the forum topic that was written in', () => {
  const update = inGroup('/help', { is_topic_message: true, message_thread_id: 42 })
  expect(requestOf(update, 'paperboy')?.threadId).toBe(42)
})

test('a pressed button tells its data, its message and the press to answer', () => {
  const message = { message_id: 9, date: 0, chat: { id: -5, type: 'group', title: '群' } }
  const query = { id: 'q1', from, chat_instance: 'c', data: 'h.1', message }
  expect(requestOf({ update_id: 2, callback_query: query as never }, 'paperboy')).toEqual({
    request: { chatId: -5, userId: 7, action: { kind: 'press', data: 'h.1' } },
    press: { id: 'q1', messageId: 9 },
  })
})

test.each([
  [
    'a photo',
    { update_id: 1, message: { message_id: 3, date: 0, chat: { id: 7, type: 'private' }, from, photo: [] } },
  ],
  ['a poll', { update_id: 1, poll: {} }],
  ['a button of a message that is gone', { update_id: 1, callback_query: { id: 'q', from, data: 'n' } }],
])('%s asks nothing', (_what, update) => {
  expect(requestOf(update as never, 'paperboy')).toBeUndefined()
})
