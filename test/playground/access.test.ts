import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLogger } from '../../src/ops/index.ts'
import { openPlayground, type Playground } from '../../src/playground/index.ts'
import { callApi } from '../support/bot-api.ts'
import { createManualClock, type ManualClock } from '../support/manual-clock.ts'
import { openUser, type User } from '../support/user.ts'

const READER = 10_001
const GROUP = -20_001
const FORUM = -1_002_000_000_003
let clock: ManualClock
let playground: Playground
let reader: User

beforeEach(async () => {
  clock = createManualClock()
  playground = await openPlayground({ log: createLogger('error'), clock })
  reader = await openUser(playground)
})
afterEach(async () => {
  reader.close()
  await playground.close()
})

const call = (method: string, params: object = {}) => callApi(playground, method, params)
const send = (chat_id: number) => call('sendMessage', { chat_id, text: '文' })
const updates = async () => (await call('getUpdates')).result

test('a bot writes only to those who have spoken to it, and not to those who blocked it', async () => {
  expect(await send(READER)).toMatchObject({ status: 400, description: 'Bad Request: chat not found' })
  await reader.send('/start')
  expect(await send(READER)).toMatchObject({ status: 200 })
  await reader.act('set-blocked')
  expect(await send(READER)).toMatchObject({
    status: 403,
    description: 'Forbidden: bot was blocked by the user',
  })
  await reader.send('回来')
  expect(await send(READER)).toMatchObject({ status: 200 })
  expect(await updates()).toMatchObject([
    { message: { text: '/start' } },
    { my_chat_member: { old_chat_member: { status: 'member' }, new_chat_member: { status: 'kicked' } } },
    { my_chat_member: { old_chat_member: { status: 'kicked' }, new_chat_member: { status: 'member' } } },
    { message: { text: '回来' } },
  ])
})

test.each([
  [GROUP, 'kicked', 403, 'Forbidden: bot was kicked from the group chat'],
  [FORUM, 'kicked', 403, 'Forbidden: bot was kicked from the supergroup chat'],
  [FORUM, 'left', 403, 'Forbidden: bot is not a member of the supergroup chat'],
  [GROUP, 'restricted', 400, 'Bad Request: not enough rights to send text messages to the chat'],
])('in %d a bot that is %s is refused', async (chat, status, errorCode, description) => {
  await reader.act('set-bot-status', { chat, status })
  expect(await send(chat)).toMatchObject({ status: errorCode, description })
  await reader.act('set-bot-status', { chat, status: 'member' })
  expect(await send(chat)).toMatchObject({ status: 200 })
})

test('a group that has become a supergroup says where it is now', async () => {
  const { chatId } = await reader.act<{ chatId: number }>('migrate', { chat: GROUP })
  expect(await send(GROUP)).toMatchObject({
    status: 400,
    description: 'Bad Request: group chat was upgraded to a supergroup chat',
    parameters: { migrate_to_chat_id: chatId },
  })
  expect(await send(chatId)).toMatchObject({ status: 200, result: { chat: { type: 'supergroup' } } })
  expect(await updates()).toMatchObject([
    { message: { chat: { id: GROUP }, migrate_to_chat_id: chatId } },
    { message: { chat: { id: chatId }, migrate_from_chat_id: GROUP } },
  ])
})

test('an administrator may be anonymous, and hears everything when it is the bot', async () => {
  const inGroup = await openUser({ ...playground, chatId: GROUP })
  await inGroup.send('/digest', { anonymous: true })
  await inGroup.send('闲话')
  await inGroup.act('set-bot-status', { status: 'administrator' })
  await inGroup.send('又是闲话')
  expect(await updates()).toMatchObject([
    { message: { text: '/digest', from: { username: 'GroupAnonymousBot' }, sender_chat: { id: GROUP } } },
    { my_chat_member: { new_chat_member: { status: 'administrator' } } },
    { message: { text: '又是闲话' } },
  ])
  inGroup.close()
})

test('a start link sends /start in a private chat, and brings the bot into a group', async () => {
  await reader.open('https://t.me/paperboy_bot?start=a_1')
  await reader.act('set-bot-status', { chat: GROUP, status: 'left' })
  await reader.act('open', { chat: GROUP, link: 'https://t.me/paperboy_bot?startgroup=g_1' })
  expect(await updates()).toMatchObject([
    { message: { text: '/start a_1', entities: [{ type: 'bot_command', offset: 0, length: 6 }] } },
    { my_chat_member: { new_chat_member: { status: 'left' } } },
    { my_chat_member: { new_chat_member: { status: 'member' } } },
    { message: { text: '/start@paperboy_bot g_1', chat: { id: GROUP } } },
  ])
  await expect(reader.open('https://t.me/paperboy_bot?start=不行')).rejects.toThrow('start payload')
  await expect(reader.open('https://t.me/other_bot?start=a')).rejects.toThrow('no link to the bot')
})

test('a press is answered once, and within ten seconds', async () => {
  await reader.send('/start')
  const reply_markup = {
    inline_keyboard: [
      [
        { text: '钮', callback_data: 'd' },
        { text: '去', url: 'https://a.cn/' },
      ],
    ],
  }
  await call('sendMessage', { chat_id: READER, text: '文', reply_markup })
  await reader.shown()
  expect(await reader.tap('去')).toEqual({ kind: 'url', url: 'https://a.cn/' })
  const { queryId } = await reader.tap('钮')
  const answer = (more: object = {}) => call('answerCallbackQuery', { callback_query_id: queryId, ...more })
  expect(await answer({ text: 'x'.repeat(201) })).toMatchObject({
    description: 'Bad Request: MESSAGE_TOO_LONG',
  })
  expect(await answer({ text: '好', show_alert: true })).toMatchObject({ result: true })
  expect(await reader.notice()).toMatchObject({ text: '好', alert: true })
  expect(await answer()).toMatchObject({ status: 400 })
  const { queryId: late } = await reader.tap('钮')
  clock.advance(10_001)
  expect(await call('answerCallbackQuery', { callback_query_id: late })).toMatchObject({
    description: 'Bad Request: query is too old and response timeout expired or query ID is invalid',
  })
})

test('an inline answer is kept for everybody, unless it is personal, and as long as it says', async () => {
  const friend = await openUser({ ...playground, userId: 10_002 })
  const results = [{ type: 'article', id: '1', title: '题', input_message_content: { message_text: '文' } }]
  const askAndAnswer = async (user: User, query: string, more: object) => {
    const cards = user.inline(query)
    const { result } = await call('getUpdates', { timeout: 50 })
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the border: an update that we have just caused
    const [update] = result as [{ update_id: number; inline_query: { id: string } }]
    await call('answerInlineQuery', { inline_query_id: update.inline_query.id, results, ...more })
    await call('getUpdates', { offset: update.update_id + 1 })
    return cards
  }
  expect(await askAndAnswer(reader, '长江', {})).toMatchObject({ fromCache: false })
  expect(await friend.inline('长江')).toMatchObject({ fromCache: true, results: [{ id: '1' }] })
  clock.advance(300_000)
  expect(await askAndAnswer(friend, '长江', {})).toMatchObject({ fromCache: false })
  await askAndAnswer(reader, '收藏', { is_personal: true, cache_time: 10 })
  expect(await reader.inline('收藏')).toMatchObject({ fromCache: true })
  expect(await askAndAnswer(friend, '收藏', {})).toMatchObject({ fromCache: false })
  friend.close()
})

test('after a restart a bot may write to the people whom it knows from before, and to nobody else', async () => {
  const again = await openPlayground({ log: createLogger('error'), clock, acquaintances: [READER, 70_001] })
  try {
    for (const chat_id of [READER, 70_001])
      expect(await callApi(again, 'sendMessage', { chat_id, text: '早' })).toMatchObject({ status: 200 })
    expect(await callApi(again, 'sendMessage', { chat_id: 10_002, text: '早' })).toMatchObject({
      description: 'Bad Request: chat not found',
    })
  } finally {
    await again.close()
  }
})
