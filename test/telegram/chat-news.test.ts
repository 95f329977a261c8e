import { describe, expect, test } from 'vitest'
import { ChatAvailability } from '../../src/delivery/chat-availability.ts'
import { createLogger } from '../../src/ops/index.ts'
import { chatOf, noteChatNews } from '../../src/telegram/chat-news.ts'
import { lineOf } from '../../src/telegram/line-of-update.ts'

type Update = Parameters<typeof noteChatNews>[0]

const updateOf = (more: object): Update => ({ update_id: 1, ...more }) as never
const membership = (type: string, member: object) =>
  updateOf({
    my_chat_member: {
      chat: { id: type === 'private' ? 7 : -5, type },
      from: { id: 7 },
      date: 0,
      old_chat_member: { status: 'member' },
      new_chat_member: member,
    },
  })
const inGroup = (more: object) =>
  updateOf({ message: { message_id: 1, chat: { id: -5, type: 'group' }, ...more } })
const pressIn = (id: number, type: string) =>
  updateOf({ callback_query: { id: 'p', message: { message_id: 1, chat: { id, type } } } })
const typed = updateOf({ inline_query: { id: 'q', from: { id: 7 }, query: '报', offset: '' } })

/** What is told of chats after some updates. */
async function told(...updates: readonly Update[]) {
  const events: (readonly unknown[])[] = []
  const availability = new ChatAvailability(
    {
      onGone: async (...it) => void events.push(['gone', ...it]),
      onBack: async (...it) => void events.push(['back', ...it]),
      onMoved: async (...it) => void events.push(['moved', ...it]),
    },
    createLogger('error', { write: () => {} }),
  )
  for (const it of updates) noteChatNews(it, availability)
  await availability.idle()
  return events
}

describe('news of chats', () => {
  test.each([
    ['a person blocks the bot', membership('private', { status: 'kicked' }), ['gone', 7, 'gone']],
    ['a person lets it in again', membership('private', { status: 'member' }), ['back', 7]],
    [
      'it is restricted in a group, and still there',
      membership('supergroup', { status: 'restricted', is_member: true }),
      ['back', -5],
    ],
    [
      'it may post in a channel',
      membership('channel', { status: 'administrator', can_post_messages: true }),
      ['back', -5],
    ],
    [
      'it may not post in a channel any more',
      membership('channel', { status: 'administrator', can_post_messages: false }),
      ['gone', -5, 'silenced'],
    ],
    ['it only reads a channel', membership('channel', { status: 'member' }), ['gone', -5, 'silenced']],
    ['it is thrown out of a channel', membership('channel', { status: 'left' }), ['gone', -5, 'gone']],
    [
      'it is made an administrator of a group',
      membership('group', { status: 'administrator' }),
      ['back', -5],
    ],
    ['a group becomes a supergroup', inGroup({ migrate_to_chat_id: -1005 }), ['moved', -5, -1005]],
    ['a supergroup was a group', inGroup({ migrate_from_chat_id: -4 }), ['moved', -4, -5]],
    ['somebody speaks', inGroup({ text: '好' }), ['back', -5]],
    ['somebody presses in private', pressIn(7, 'private'), ['back', 7]],
  ])('%s', async (_what, update, event) => {
    expect(await told(update)).toEqual([event])
  })

  test.each([
    ['a press in a group, where buttons stay when the bot is gone', pressIn(-5, 'group')],
    ['a press on a card that was posted inline', updateOf({ callback_query: { id: 'p' } })],
    ['what is typed behind the name of the bot', typed],
  ])('none come of %s', async (_what, update) => {
    expect(await told(update)).toEqual([])
  })

  test('a chat cannot move to what is no id', () => {
    const availability = { noteMoved: () => {} } as never
    expect(() => noteChatNews(inGroup({ migrate_to_chat_id: '-1005' }), availability)).toThrow(TypeError)
  })
})

describe('the chat of an update', () => {
  test.each([
    ['a message', inGroup({ text: '好' }), -5, 'chat -5'],
    ['a membership', membership('private', { status: 'member' }), 7, 'chat 7'],
    ['a press', pressIn(-5, 'group'), -5, 'chat -5'],
    [
      'a press on a card that was posted inline',
      updateOf({ callback_query: { id: 'p' } }),
      undefined,
      undefined,
    ],
    ['a poll', updateOf({ poll: {} }), undefined, undefined],
    // In order for each person, whatever their chats.
    ['what is typed behind the name of the bot', typed, undefined, 'inline 7'],
  ])('%s', (_what, update, chatId, line) => {
    expect([chatOf(update), lineOf(update, { warn: () => {} })]).toEqual([chatId, line])
  })

  test('an update whose chat has no proper id has no line, and the log says so', () => {
    const warned: unknown[] = []
    const log = { warn: (facts: unknown) => void warned.push(facts) }
    for (const id of ['7', 7.5, undefined]) {
      const odd = updateOf({ message: { chat: { id } } })
      expect(() => chatOf(odd)).toThrow(TypeError)
      expect(lineOf(odd, log)).toBeUndefined()
    }
    expect(warned).toMatchObject([{ update: 1 }, { update: 1 }, { update: 1 }])
  })
})
