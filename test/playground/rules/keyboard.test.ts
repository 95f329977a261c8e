import { expect, test } from 'vitest'
import { readKeyboard } from '../../../src/playground/index.ts'

const read = (...row: unknown[]) => readKeyboard({ reply_markup: { inline_keyboard: [row] } })
const button = (more: object) => ({ text: '钮', ...more })

test.each([
  ['a callback of 64 bytes', button({ callback_data: 'x'.repeat(64) })],
  ['a link', button({ url: 'https://example.com/a?b=c' })],
  ['a link within Telegram', button({ url: 'tg://user?id=1' })],
  ['an inline query elsewhere, empty too', button({ switch_inline_query: '' })],
  ['an inline query here', button({ switch_inline_query_current_chat: '长江' })],
  [
    'an inline query in a chosen chat',
    button({ switch_inline_query_chosen_chat: { allow_group_chats: true } }),
  ],
  ['a text to copy', button({ copy_text: { text: 'x'.repeat(256) } })],
])('a button may be %s', (_what, given) => {
  expect(read(given)).toEqual({ inline_keyboard: [[given]] })
})

test.each([
  ['without a text', { callback_data: 'x' }, 'can\'t parse inline keyboard button: Can\'t find field "text"'],
  ['with an empty text', { text: ' ', callback_data: 'x' }, 'inline keyboard button text must be non-empty'],
  [
    'that does nothing',
    button({}),
    "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
  ],
  [
    'with empty data',
    button({ callback_data: '' }),
    "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
  ],
  ['with 65 bytes of data', button({ callback_data: `${'江'.repeat(21)}xx` }), 'BUTTON_DATA_INVALID'],
  [
    'that does two things',
    button({ callback_data: 'x', url: 'https://a.cn' }),
    "can't parse inline keyboard button: Exactly one optional field must be used",
  ],
  [
    'with a word for an address',
    button({ url: 'not-a-url' }),
    "inline keyboard button URL 'not-a-url' is invalid: Wrong HTTP URL",
  ],
  [
    'with an address on this machine',
    button({ url: 'http://localhost:8080/' }),
    "inline keyboard button URL 'http://localhost:8080/' is invalid: Wrong HTTP URL",
  ],
  [
    'with another protocol',
    button({ url: 'ftp://example.com' }),
    "inline keyboard button URL 'ftp://example.com' is invalid: Unsupported URL protocol",
  ],
  ['with nothing to copy', button({ copy_text: { text: '' } }), 'BUTTON_COPY_TEXT_INVALID'],
  ['with too much to copy', button({ copy_text: { text: 'x'.repeat(257) } }), 'BUTTON_COPY_TEXT_INVALID'],
  [
    'with a plain web app',
    button({ web_app: { url: 'http://a.cn' } }),
    "inline keyboard button Web App URL 'http://a.cn' is invalid: Only HTTPS links are allowed",
  ],
  ['to pay without a bill', button({ pay: true }), 'BUTTON_TYPE_INVALID'],
  [
    'whose choice is no boolean',
    button({ switch_inline_query_chosen_chat: { allow_user_chats: 'yes' } }),
    'can\'t parse inline keyboard button: Field "allow_user_chats" must be of type Boolean',
  ],
  ['that is a text', '钮', "can't parse inline keyboard button: InlineKeyboardButton must be an Object"],
])('a button %s is refused', (_what, given, reason) => {
  expect(() => read(given)).toThrow(expect.objectContaining({ message: `Bad Request: ${reason}` }))
})

test.each([
  [{ reply_markup: '{' }, "can't parse reply keyboard markup JSON object"],
  [{ reply_markup: [] }, 'object expected as reply markup'],
  [{ reply_markup: { inline_keyboard: 'x' } }, 'field "inline_keyboard" must be of type Array'],
  [{ reply_markup: { inline_keyboard: ['x'] } }, 'field "inline_keyboard" must be an Array of Arrays'],
  [{ reply_markup: { force_reply: 'yes' } }, 'field "force_reply" must be of type Boolean'],
])('the markup %j is refused', (params, reason) => {
  expect(() => readKeyboard(params)).toThrow(expect.objectContaining({ message: `Bad Request: ${reason}` }))
})

test('a web app of this machine is taken, as in Telegram’s test environment', () => {
  const app = { text: '读', web_app: { url: 'http://127.0.0.1:8787/a/x' } }
  expect(read(app)).toEqual({ inline_keyboard: [[app]] })
})

test('a hundred buttons are allowed, and one more is not', () => {
  const rows = (count: number) => Array.from({ length: count }, () => [button({ callback_data: 'x' })])
  expect(readKeyboard({ reply_markup: { inline_keyboard: rows(100) } })?.inline_keyboard).toHaveLength(100)
  expect(() => readKeyboard({ reply_markup: { inline_keyboard: rows(101) } })).toThrow(
    'reply markup is too long',
  )
})

test('an edit takes inline keyboards only', () => {
  const params = { reply_markup: JSON.stringify({ keyboard: [['甲']] }) }
  expect(readKeyboard(params)).toBeUndefined()
  expect(() => readKeyboard(params, 'inline')).toThrow('Bad Request: inline keyboard expected')
})
