import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createLogger } from '../../src/ops/index.ts'
import { type ApiMessage, openPlayground, type Playground } from '../../src/playground/index.ts'
import { callApi } from '../support/bot-api.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { createTestBot } from '../support/test-bot.ts'
import { openUser, type User } from '../support/user.ts'

const READER = 10_001
const FRIEND = 10_002
const GROUP = -20_001
const FORUM = -1_002_000_000_003
/** One pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const clock = createManualClock()
let playground: Playground
let reader: User

beforeAll(async () => {
  playground = await openPlayground({ log: createLogger('error'), clock })
  reader = await openUser(playground)
  await reader.send('/start')
})
afterAll(async () => {
  reader.close()
  await playground.close()
})

const call = (method: string, params: object = {}) => callApi(playground, method, params)
const send = async (params: object = {}): Promise<ApiMessage> =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the border: a send answers a message
  (await call('sendMessage', { chat_id: READER, text: '文', ...params })).result as ApiMessage
const keyboard = (label: string) => ({
  reply_markup: { inline_keyboard: [[{ text: label, callback_data: label }]] },
})

describe('getMe', () => {
  test('tells who the bot is', async () => {
    expect(await call('getMe')).toMatchObject({
      status: 200,
      ok: true,
      result: {
        id: 7_000_000_001,
        is_bot: true,
        username: 'paperboy_bot',
        can_read_all_group_messages: false,
      },
    })
  })
})

test('Mini Apps are opened from private chats alone', async () => {
  const app = {
    reply_markup: { inline_keyboard: [[{ text: '读', web_app: { url: 'https://a.example/' } }]] },
  }
  const { message_id } = await send(app)
  expect((await call('editMessageText', { chat_id: READER, message_id, text: '新', ...app })).status).toBe(
    200,
  )
  const refused = { status: 400, description: 'Bad Request: BUTTON_TYPE_INVALID' }
  expect(await call('sendMessage', { chat_id: GROUP, text: 'x', ...app })).toMatchObject(refused)
  const inGroup = await send({ chat_id: GROUP })
  const edit = { chat_id: GROUP, message_id: inGroup.message_id, text: '新', ...app }
  expect(await call('editMessageText', edit)).toMatchObject(refused)
})

test.each([
  ['sendMessage', { chat_id: READER }, 400, 'Bad Request: message text is empty'],
  ['sendMessage', { text: 'x' }, 400, 'Bad Request: chat_id is empty'],
  ['sendMessage', { chat_id: 99, text: 'x' }, 400, 'Bad Request: chat not found'],
  ['sendMessage', { chat_id: '@nobody_here', text: 'x' }, 400, 'Bad Request: chat not found'],
  ['sendMessage', { chat_id: FRIEND, text: 'x' }, 400, 'Bad Request: chat not found'],
  [
    'sendMessage',
    { chat_id: READER, text: '<b>x', parse_mode: 'HTML' },
    400,
    'Bad Request: can\'t parse entities: Can\'t find end tag corresponding to start tag "b"',
  ],
  [
    'sendMessage',
    { chat_id: READER, text: 'x', message_thread_id: 5 },
    400,
    'Bad Request: message thread not found',
  ],
  [
    'sendMessage',
    { chat_id: READER, text: 'x', reply_parameters: { message_id: 9999 } },
    400,
    'Bad Request: message to be replied not found',
  ],
  [
    'sendMessage',
    { chat_id: READER, text: 'x', reply_parameters: {} },
    400,
    'Bad Request: can\'t find field "message_id"',
  ],
  ['sendPhoto', { chat_id: READER }, 400, 'Bad Request: there is no photo in the request'],
  [
    'sendPhoto',
    { chat_id: READER, photo: 'https://example.com/a.png' },
    400,
    'Bad Request: failed to get HTTP URL content',
  ],
  [
    'sendDocument',
    { chat_id: READER, document: 'nonsense' },
    400,
    "Bad Request: wrong remote file identifier specified: can't unserialize it. Wrong last symbol",
  ],
  [
    'sendChatAction',
    { chat_id: READER, action: 'dancing' },
    400,
    'Bad Request: wrong parameter action in request',
  ],
  [
    'editMessageText',
    { chat_id: READER, text: 'x' },
    400,
    'Bad Request: message identifier is not specified',
  ],
  [
    'editMessageText',
    { chat_id: READER, message_id: 9999, text: 'x' },
    400,
    'Bad Request: message to edit not found',
  ],
  ['editMessageText', { inline_message_id: 'x', text: 'x' }, 400, 'Bad Request: MESSAGE_ID_INVALID'],
  ['deleteMessage', { chat_id: READER, message_id: 9999 }, 400, 'Bad Request: message to delete not found'],
  [
    'answerCallbackQuery',
    { callback_query_id: '1' },
    400,
    'Bad Request: query is too old and response timeout expired or query ID is invalid',
  ],
  [
    'answerInlineQuery',
    { inline_query_id: '1', results: [] },
    400,
    'Bad Request: query is too old and response timeout expired or query ID is invalid',
  ],
  [
    'setMyCommands',
    { commands: [], language_code: 'zh-hans' },
    400,
    'Bad Request: invalid language code specified',
  ],
  [
    'setMyCommands',
    { commands: [], scope: { type: 'everybody' } },
    400,
    "Bad Request: can't parse BotCommandScope: Unsupported type specified",
  ],
  ['getChatMember', { chat_id: GROUP, user_id: 1 }, 400, 'Bad Request: user not found'],
  [
    'getChatAdministrators',
    { chat_id: READER },
    400,
    'Bad Request: there are no administrators in the private chat',
  ],
  ['getFile', { file_id: 'x' }, 400, 'Bad Request: invalid file_id'],
  ['sendVideoNote', { chat_id: READER }, 404, 'Not Found'],
])('%s with %j is refused', async (method, params, status, description) => {
  expect(await call(method, params)).toEqual({ status, ok: false, error_code: status, description })
})

test('a reply and a topic are kept', async () => {
  const first = await send()
  expect(await send({ reply_parameters: { message_id: first.message_id } })).toMatchObject({
    reply_to_message: { message_id: first.message_id, text: '文' },
  })
  expect(await send({ chat_id: FORUM, message_thread_id: 2 })).toMatchObject({
    message_thread_id: 2,
    is_topic_message: true,
    chat: { id: FORUM, is_forum: true },
  })
})

describe('edits', () => {
  const edit = (method: string, message: ApiMessage, params: object) =>
    call(method, { chat_id: message.chat.id, message_id: message.message_id, ...params })

  test('change the text and take away a keyboard that they do not bring', async () => {
    const message = await send(keyboard('钮'))
    expect((await edit('editMessageText', message, { text: '新' })).result).toMatchObject({
      message_id: message.message_id,
      text: '新',
      edit_date: clock.now() / 1000,
    })
    expect((await edit('editMessageReplyMarkup', message, keyboard('又'))).result).toMatchObject(
      keyboard('又'),
    )
  })

  test('that change nothing are refused', async () => {
    const description =
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'
    const message = await send({ text: '<b>文</b>', parse_mode: 'HTML', ...keyboard('钮') })
    const same = { text: '<strong>文</strong>', parse_mode: 'HTML', ...keyboard('钮') }
    expect(await edit('editMessageText', message, same)).toMatchObject({ status: 400, description })
    expect(await edit('editMessageReplyMarkup', message, keyboard('钮'))).toMatchObject({ description })
    expect(await edit('editMessageText', message, { ...same, text: '文' })).toMatchObject({ status: 200 })
  })

  test("of other people's messages, or of what a message has not, are refused", async () => {
    const said = await reader.send('我的')
    const message = await send()
    expect(await edit('editMessageText', said, { text: 'x' })).toMatchObject({
      description: "Bad Request: message can't be edited",
    })
    expect(await edit('editMessageCaption', message, { caption: 'x' })).toMatchObject({
      description: 'Bad Request: there is no caption in the message to edit',
    })
  })

  test('a message can be deleted for two days', async () => {
    const young = await send()
    const old = await send()
    expect(await edit('deleteMessage', young, {})).toMatchObject({ result: true })
    clock.advance(49 * 3600_000)
    expect(await edit('deleteMessage', old, {})).toMatchObject({
      description: "Bad Request: message can't be deleted for everyone",
    })
  })
})

describe('files', () => {
  test('go up as multipart, come back by their id, and can be sent again', async () => {
    const { telegram } = createTestBot(playground)
    const message = await telegram.sendPhoto(
      READER,
      { source: PNG },
      { caption: '<i>版面</i>', parse_mode: 'HTML' },
    )
    expect(message).toMatchObject({
      caption: '版面',
      photo: [{ width: 1, height: 1, file_size: PNG.length }],
    })
    const link = await telegram.getFileLink(message.photo[0]?.file_id ?? '')
    const bytes = Buffer.from(await (await fetch(link)).arrayBuffer())
    expect(bytes.equals(PNG)).toBe(true)
    const again = await telegram.sendPhoto(READER, message.photo[0]?.file_id ?? '')
    expect(again.photo).toEqual(message.photo)
    const edited = await telegram.editMessageCaption(READER, message.message_id, undefined, '第 3 版')
    expect(edited).toMatchObject({ caption: '第 3 版' })
  })

  test('an album is a message for each picture, uploaded or known, and has two to ten', async () => {
    const { telegram } = createTestBot(playground)
    const [first, second] = await telegram.sendMediaGroup(READER, [
      { type: 'photo', media: { source: PNG }, caption: '版面' },
      { type: 'photo', media: { source: PNG } },
    ])
    expect(first).toMatchObject({
      caption: '版面',
      photo: [{ width: 1 }],
      media_group_id: expect.any(String) as string,
    })
    expect(second).toMatchObject({
      media_group_id: first && 'media_group_id' in first ? first.media_group_id : '',
    })
    expect(second).not.toHaveProperty('caption')
    const known = first && 'photo' in first ? (first.photo[0]?.file_id ?? '') : ''
    const again = await telegram.sendMediaGroup(READER, [
      { type: 'photo', media: known },
      { type: 'photo', media: known },
    ])
    expect(again).toHaveLength(2)
    await expect(telegram.sendMediaGroup(READER, [{ type: 'photo', media: known }] as never)).rejects.toThrow(
      'Bad Request',
    )
  })

  test('a picture must be a picture', async () => {
    const { telegram } = createTestBot(playground)
    await expect(telegram.sendPhoto(READER, { source: Buffer.from('x') })).rejects.toThrow(
      'IMAGE_PROCESS_FAILED',
    )
    await expect(telegram.sendDocument(READER, { source: Buffer.alloc(0), filename: 'a' })).rejects.toThrow(
      'Bad Request: file must be non-empty',
    )
  })
})

test('menus are kept by scope and language; an empty list takes one away', async () => {
  const menu = (command: string) => [{ command, description: '说明' }]
  await call('setMyCommands', { commands: menu('all') })
  await call('setMyCommands', { commands: menu('english'), language_code: 'en' })
  await call('setMyCommands', { commands: menu('here'), scope: { type: 'chat', chat_id: GROUP } })
  const seen = (chat: number) => reader.act('menu', { chat })
  expect(await seen(READER)).toMatchObject(menu('all'))
  expect(await seen(GROUP)).toMatchObject(menu('here'))
  await reader.act('set-language', { language: 'en' })
  expect(await seen(READER)).toMatchObject(menu('english'))
  expect((await call('getMyCommands', { language_code: 'en' })).result).toEqual(menu('english'))
  await call('deleteMyCommands', { language_code: 'en' })
  expect(await seen(READER)).toMatchObject(menu('all'))
})

test('descriptions are kept by language, within their limits', async () => {
  await call('setMyDescription', { description: '大家好' })
  await call('setMyShortDescription', { short_description: 'hi', language_code: 'en' })
  expect((await call('getMyDescription', { language_code: 'en' })).result).toEqual({ description: '大家好' })
  expect((await call('getMyShortDescription', { language_code: 'en' })).result).toEqual({
    short_description: 'hi',
  })
  expect(await call('setMyDescription', { description: '字'.repeat(513) })).toMatchObject({ status: 400 })
  expect(await call('setMyShortDescription', { short_description: '字'.repeat(121) })).toMatchObject({
    status: 400,
  })
})

test('members of a chat are known', async () => {
  const member = async (user_id: number) => (await call('getChatMember', { chat_id: GROUP, user_id })).result
  expect(await member(READER)).toMatchObject({ status: 'creator', user: { first_name: '林小满' } })
  expect(await member(FRIEND)).toMatchObject({ status: 'member' })
  expect((await call('getChatAdministrators', { chat_id: GROUP })).result).toMatchObject([
    { user: { id: READER } },
  ])
  expect((await call('getChat', { chat_id: GROUP })).result).toMatchObject({
    type: 'group',
    title: '读报小组',
  })
})
