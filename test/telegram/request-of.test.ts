import { describe, expect, test } from 'vitest'
import { incomingOf, inlineOf } from '../../src/telegram/request-of.ts'

type Update = Parameters<typeof incomingOf>[0]

const self = { id: 99, username: 'paperboy' }
const from = { id: 7, is_bot: false, first_name: '王', language_code: 'zh-hant' }
/** A message as the server sends it: its type names many fields that no text message has. */
const aMessage = (text: string, more: object = {}): Update => ({
  update_id: 1,
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

describe('commands', () => {
  test.each([
    ['a command', '/search 中欧班列', { name: 'search', text: '中欧班列' }],
    ['a command for this very bot', '/search@PaperBoy 中欧', { name: 'search', text: '中欧' }],
    ['a command in capitals', '/HELP', { name: 'help', text: '' }],
    ['a command and a line break', '/search\n 残疾人 \n', { name: 'search', text: '残疾人' }],
    ['a link to an article', '/a_abcdefghij', { name: 'a_abcdefghij', text: '' }],
  ])('%s is understood', (_what, text, action) => {
    expect(incomingOf(aMessage(text), self)?.action).toEqual({ kind: 'command', ...action })
  })

  test('the name of the bot is the same in letters of any size, also where it has some itself', () => {
    const capital = { id: 99, username: 'PaperBoy_Bot' }
    for (const name of ['PaperBoy_Bot', 'paperboy_bot', 'PAPERBOY_BOT']) {
      expect(incomingOf(inGroup(`/help@${name}`), capital)?.action).toMatchObject({ name: 'help' })
      expect(incomingOf(inGroup(`@${name} 数字`), capital)?.action).toMatchObject({ text: '数字' })
    }
  })

  test('a command for another bot is none of ours, even where it mentions us', () => {
    expect(incomingOf(inGroup('/search@otherbot @paperboy 数字'), self)).toBeUndefined()
  })
})

describe('plain text', () => {
  test('asks something in a private chat', () => {
    expect(incomingOf(aMessage('数字经济'), self)).toMatchObject({
      chat: { chatId: 7, kind: 'private' },
      user: { id: 7, languageCode: 'zh-hant' },
      action: { kind: 'text', text: '数字经济' },
    })
  })

  test.each([
    ['a reply to the bot', '数字经济', { reply_to_message: { from: { id: 99 } } }],
    ['a mention', '@Paperboy 数字经济', {}],
    ['a mention at the end', '数字经济 @paperboy', {}],
  ])('in a group, %s asks something', (_what, text, more) => {
    expect(incomingOf(inGroup(text, more), self)?.action).toEqual({ kind: 'text', text: '数字经济' })
  })

  test.each([
    ['talk among people', '数字经济', {}],
    ['a reply to somebody else', '数字经济', { reply_to_message: { from: { id: 8 } } }],
    ['a mention of a longer name', '@paperboys 数字经济', {}],
    ['nothing but a mention', '@paperboy', {}],
  ])('in a group, %s is not meant for the bot', (_what, text, more) => {
    expect(incomingOf(inGroup(text, more), self)).toBeUndefined()
  })

  test('what was posted through the bot itself is no question to it', () => {
    expect(incomingOf(aMessage('标题', { via_bot: { id: 99 } }), self)).toBeUndefined()
  })
})

test('the answer belongs into the forum topic that was written in', () => {
  const update = inGroup('/help', { is_topic_message: true, message_thread_id: 42 })
  expect(incomingOf(update, self)?.chat).toEqual({ chatId: -5, kind: 'group', threadId: 42 })
})

test('who speaks in the name of the group is an administrator of it, and of no other', () => {
  const anonymous = { id: 1_087_968_824, is_bot: true, first_name: 'Group' }
  const speak = (id: number) =>
    incomingOf(inGroup('/language', { from: anonymous, sender_chat: { id } }), self)
  expect(speak(-5)?.isAnonymousAdministrator).toBe(true)
  expect(speak(-6)?.isAnonymousAdministrator).toBe(false)
})

test('a pressed button tells its data, its message and the press to answer', () => {
  const message = { message_id: 9, date: 0, chat: { id: -5, type: 'group', title: '群' } }
  const query = { id: 'q1', from, chat_instance: 'c', data: 'd.1', message }
  expect(incomingOf({ update_id: 2, callback_query: query as never }, self)).toMatchObject({
    chat: { chatId: -5, kind: 'group' },
    action: { kind: 'callback', data: 'd.1' },
    press: { id: 'q1', messageId: 9 },
  })
})

test('to be let into a group is something to say hello to; to be made administrator there is not', () => {
  const change = (old: string, now: string) => ({
    update_id: 1,
    my_chat_member: {
      chat: { id: -5, type: 'group' },
      from,
      date: 0,
      old_chat_member: { status: old },
      new_chat_member: { status: now },
    } as never,
  })
  expect(incomingOf(change('left', 'member'), self)?.action).toEqual({ kind: 'joined' })
  expect(incomingOf(change('member', 'administrator'), self)).toBeUndefined()
  expect(incomingOf(change('member', 'kicked'), self)).toBeUndefined()
})

test('an inline query tells who types what', () => {
  const inline_query = { id: 'i1', from, query: '班列', offset: '15' }
  expect(inlineOf({ update_id: 1, inline_query }, self)).toEqual({
    id: 'i1',
    request: { user: { id: 7, languageCode: 'zh-hant' }, query: '班列', offset: '15', bot: 'paperboy' },
  })
})

test.each([
  [
    'a photo in a group',
    { update_id: 1, message: { message_id: 3, date: 0, chat: { id: -7, type: 'group' }, from, photo: [] } },
  ],
  [
    'a pinned message',
    {
      update_id: 1,
      message: { message_id: 3, date: 0, chat: { id: 7, type: 'private' }, from, pinned_message: {} },
    },
  ],
  ['a poll', { update_id: 1, poll: {} }],
  ['a button of a message that is gone', { update_id: 1, callback_query: { id: 'q', from, data: 'n' } }],
])('%s asks nothing', (_what, update) => {
  expect(incomingOf(update as never, self)).toBeUndefined()
})

test.each([
  ['a photo', { photo: [] }, { kind: 'attachment', what: 'picture' }],
  [
    'a photo of an album',
    { photo: [], media_group_id: '5' },
    { kind: 'attachment', what: 'picture', album: '5' },
  ],
  ['a voice message', { voice: {} }, { kind: 'attachment', what: 'voice' }],
  ['a sticker', { sticker: {} }, { kind: 'attachment', what: 'sticker' }],
  ['a place', { venue: {}, location: {} }, { kind: 'attachment', what: 'location' }],
  ['a document', { document: {} }, { kind: 'attachment', what: 'file' }],
  ['a photo with a caption', { photo: [], caption: ' 地铁 ' }, { kind: 'text', text: '地铁' }],
  ['a photo with a blank caption', { photo: [], caption: ' \n' }, { kind: 'attachment', what: 'picture' }],
])('%s in a private chat is told by what it is', (_what, fields, action) => {
  const message = { message_id: 3, date: 0, chat: { id: 7, type: 'private' }, from, ...fields }
  expect(incomingOf({ update_id: 1, message } as never, self)?.action).toEqual(action)
})

test('a post of the channel that a group discusses asks nothing, whatever it says', () => {
  const post = { is_automatic_forward: true, sender_chat: { id: -1_001, type: 'channel', title: '晨报' } }
  expect(incomingOf(inGroup('/search 地铁', post), self)).toBeUndefined()
  expect(incomingOf(inGroup('@paperboy 地铁', post), self)).toBeUndefined()
})

test('a post of a channel that is forwarded to the bot names the channel; in a group it is text like any other', () => {
  const forward_origin = { type: 'channel', chat: { id: -1_001, type: 'channel' }, message_id: 5, date: 0 }
  expect(incomingOf(aMessage('大家好', { forward_origin }), self)?.action).toEqual({
    kind: 'channel',
    chatId: -1_001,
  })
  expect(incomingOf(inGroup('/search 地铁', { forward_origin }), self)?.action).toMatchObject({
    name: 'search',
  })
})

describe('a channel', () => {
  const change = (before: object, after: object, type = 'channel'): Update => ({
    update_id: 1,
    my_chat_member: {
      date: 0,
      from,
      chat: { id: -1_001, type, title: '晨报' },
      old_chat_member: { user: self, ...before },
      new_chat_member: { user: self, ...after },
    } as never,
  })
  const poster = { status: 'administrator', can_post_messages: true }
  const silent = { status: 'administrator', can_post_messages: false }
  const left = { status: 'left' }

  test.each([
    ['may be posted into from now on', left, poster],
    ['may be posted into after the right was given', silent, poster],
  ])('that %s is shown in private, to whoever did it', (_what, before, after) => {
    expect(incomingOf(change(before, after), self)).toEqual({
      chat: { chatId: 7, kind: 'private' },
      user: { id: 7, languageCode: 'zh-hant' },
      action: { kind: 'channel', chatId: -1_001 },
      isAnonymousAdministrator: false,
    })
  })

  test.each([
    ['lets the bot in to read', left, { status: 'member' }],
    ['lets it post as before', poster, poster],
    ['takes the right away', poster, silent],
    ['sends it away', poster, left],
  ])('that %s is told nothing', (_what, before, after) => {
    expect(incomingOf(change(before, after), self)).toBeUndefined()
  })
})

test.each([
  ['without a topic', { message_thread_id: 8 }, {}],
  ['in a topic', { is_topic_message: true, message_thread_id: 8 }, { threadId: 8 }],
  ['in the general topic', { is_topic_message: true }, {}],
])('a message of a forum %s is answered there', (_where, message, place) => {
  expect(incomingOf(inGroup('/help', message), self)?.chat).toEqual({ chatId: -5, kind: 'group', ...place })
})

test('a reply to somebody of whom nothing is said is not addressed to the bot', () => {
  expect(incomingOf(inGroup('中欧班列', { reply_to_message: { message_id: 1 } }), self)).toBeUndefined()
  expect(
    incomingOf(inGroup('中欧班列', { reply_to_message: { message_id: 1, from: self } }), self),
  ).toBeDefined()
})

test.each([
  ['by way of this bot is its own word', { via_bot: { id: 99 } }, false],
  ['by way of another bot asks', { via_bot: { id: 98 } }, true],
  ['by way of nobody asks', { via_bot: undefined }, true],
  ['by nobody is no question', { from: undefined }, false],
])('what was written %s', (_what, more, asks) => {
  expect(incomingOf(aMessage('数字经济', more), self) !== undefined).toBe(asks)
})

test('in a group the answer is a reply to the message that asks, and in a private chat it is none', () => {
  expect(incomingOf(inGroup('@paperboy 数字经济'), self)).toMatchObject({ replyTo: 3 })
  expect(incomingOf(aMessage('数字经济'), self)).not.toHaveProperty('replyTo')
})

describe('a press', () => {
  const press = (query: object): Update =>
    ({ update_id: 1, callback_query: { id: 'p1', from, chat_instance: 'c', ...query } }) as never
  const message = { message_id: 9, date: 5, chat: { id: -5, type: 'supergroup', title: '读报群' } }

  test('asks what its button holds, in the topic where the button is', () => {
    const inTopic = { ...message, is_topic_message: true, message_thread_id: 3 }
    expect(incomingOf(press({ data: 'd', message: inTopic }), self)).toEqual({
      chat: { chatId: -5, kind: 'group', threadId: 3 },
      user: { id: 7, languageCode: 'zh-hant' },
      action: { kind: 'callback', data: 'd' },
      isAnonymousAdministrator: false,
      press: { id: 'p1', messageId: 9 },
    })
    // The thread of a reply is no topic.
    const inThread = { ...message, message_thread_id: 3 }
    for (const it of [message, inThread])
      expect(incomingOf(press({ data: 'd', message: it }), self)?.chat).toEqual({ chatId: -5, kind: 'group' })
  })

  test.each([
    ['on a game', { game_short_name: 'g', message }],
    ['on a card that was posted inline', { data: 'd', inline_message_id: 'i' }],
    ['in a channel', { data: 'd', message: { ...message, chat: { id: -1_001, type: 'channel' } } }],
  ])('%s asks nothing', (_what, query) => {
    expect(incomingOf(press(query), self)).toBeUndefined()
  })
})

test('a mention between two words keeps them apart', () => {
  expect(incomingOf(inGroup('数字 @paperboy，经济'), self)?.action).toMatchObject({ text: '数字  ，经济' })
  expect(incomingOf(inGroup('数字@paperboy 经济'), self)?.action).toMatchObject({ text: '数字  经济' })
})
