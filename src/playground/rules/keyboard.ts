import { isJsonObject } from '../../domain/index.ts'
import { countCharacters, type Params, readJson, readText } from './fields.ts'
import { checkLink } from './link.ts'
import { badRequest, type Refusal } from './refusal.ts'

/** One button under a message. Beside `text` exactly one field says what it does. */
export interface InlineButton {
  readonly text: string
  readonly callback_data?: string
  readonly url?: string
  readonly switch_inline_query?: string
  readonly switch_inline_query_current_chat?: string
  readonly switch_inline_query_chosen_chat?: { readonly query?: string } & Readonly<Record<string, unknown>>
  readonly copy_text?: { readonly text: string }
  readonly web_app?: { readonly url: string }
}

/** Buttons under a message, in rows. */
export interface InlineKeyboard {
  readonly inline_keyboard: readonly (readonly InlineButton[])[]
}

/** Bot API: “callback_data … 1-64 bytes”. */
const CALLBACK_DATA_BYTES = 64
/** Telegram answers REPLY_MARKUP_TOO_LONG above it. */
const BUTTON_LIMIT = 100
/** Bot API, CopyTextButton: “1-256 characters”. */
const COPY_TEXT_LIMIT = 256

/** Bot API, Testing Mini Apps: “In the test environment, you may use HTTP links without TLS”; here, our own ones. */
const OWN_ADDRESS = /^http:\/\/127\.0\.0\.1:\d+\//

const ACTIONS = [
  'callback_data',
  'url',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'copy_text',
  'web_app',
  'login_url',
  'callback_game',
  'pay',
] as const

/**
 * Reads `reply_markup`. Keyboards other than inline ones are looked over and left out of the answer, as Telegram
 * shows them beside the message and not in it.
 * @param only `inline` where Telegram takes no other kind: edits and inline results.
 * @throws {Refusal}
 */
export function readKeyboard(params: Params, only: 'any' | 'inline' = 'any'): InlineKeyboard | undefined {
  const markup = readJson(params, 'reply_markup', 'reply keyboard markup JSON object')
  if (markup === undefined) return undefined
  if (!isJsonObject(markup)) throw badRequest('object expected as reply markup')
  if (markup['inline_keyboard'] !== undefined) return readInlineKeyboard(markup['inline_keyboard'])
  if (only === 'inline' && Object.keys(markup).length > 0) throw badRequest('inline keyboard expected')
  if (markup['keyboard'] !== undefined && !Array.isArray(markup['keyboard']))
    throw badRequest('field "keyboard" must be of type Array')
  for (const flag of ['remove_keyboard', 'force_reply', 'selective', 'resize_keyboard'])
    if (markup[flag] !== undefined && typeof markup[flag] !== 'boolean')
      throw badRequest(`field "${flag}" must be of type Boolean`)
  return undefined
}

/** Refuses what Telegram takes in private chats alone. @throws {Refusal} */
export function checkForChat(keyboard: InlineKeyboard | undefined, chatType: string): void {
  const hasApp = keyboard?.inline_keyboard.flat().some(({ web_app }) => web_app !== undefined)
  if (hasApp && chatType !== 'private') throw badRequest('BUTTON_TYPE_INVALID')
}

function readInlineKeyboard(rows: unknown): InlineKeyboard | undefined {
  if (!Array.isArray(rows)) throw badRequest('field "inline_keyboard" must be of type Array')
  const keyboard = rows.map((row: unknown) => {
    if (!Array.isArray(row)) throw badRequest('field "inline_keyboard" must be an Array of Arrays')
    return row.map(readButton)
  })
  if (keyboard.flat().length > BUTTON_LIMIT) throw badRequest('reply markup is too long')
  const filled = keyboard.filter((row) => row.length > 0)
  return filled.length === 0 ? undefined : { inline_keyboard: filled }
}

function readButton(button: unknown): InlineButton {
  if (!isJsonObject(button)) throw cannotParseButton('InlineKeyboardButton must be an Object')
  const { text } = button
  if (text === undefined) throw cannotParseButton('Can\'t find field "text"')
  if (typeof text !== 'string') throw cannotParseButton('Field "text" must be of type String')
  if (text.trim() === '') throw badRequest('inline keyboard button text must be non-empty')
  const used = ACTIONS.filter((action) => button[action] !== undefined)
  if (used.length === 0 || button['callback_data'] === '')
    throw cannotParseButton('Text buttons are unallowed in the inline keyboard')
  // Telegram takes the first and forgets the others; the documentation forbids it, and so do we.
  if (used.length > 1) throw cannotParseButton('Exactly one optional field must be used')
  checkAction(button)
  return { ...button, text }
}

function checkAction(button: Readonly<Record<string, unknown>>): void {
  for (const name of ['callback_data', 'url', 'switch_inline_query', 'switch_inline_query_current_chat'])
    if (button[name] !== undefined && typeof button[name] !== 'string')
      throw cannotParseButton(`Field "${name}" must be of type String`)
  if (button['pay'] !== undefined || button['callback_game'] !== undefined)
    throw badRequest('BUTTON_TYPE_INVALID')
  const data = button['callback_data']
  if (typeof data === 'string' && Buffer.byteLength(data) > CALLBACK_DATA_BYTES)
    throw badRequest('BUTTON_DATA_INVALID')
  if (typeof button['url'] === 'string') {
    const link = checkLink(button['url'])
    if ('reason' in link)
      throw badRequest(`inline keyboard button URL '${button['url']}' is invalid: ${link.reason}`)
  }
  checkObjects(button)
}

function checkObjects(button: Readonly<Record<string, unknown>>): void {
  const chosen = button['switch_inline_query_chosen_chat']
  if (chosen !== undefined && !isJsonObject(chosen))
    throw cannotParseButton('Field "switch_inline_query_chosen_chat" must be of type Object')
  for (const [name, value] of Object.entries(chosen ?? {}))
    if (name.startsWith('allow_') && typeof value !== 'boolean')
      throw cannotParseButton(`Field "${name}" must be of type Boolean`)
  const copied = button['copy_text']
  if (copied !== undefined) {
    const text = isJsonObject(copied) ? copied['text'] : undefined
    if (typeof text !== 'string' || text === '' || countCharacters(text) > COPY_TEXT_LIMIT)
      throw badRequest('BUTTON_COPY_TEXT_INVALID')
  }
  const app = button['web_app']
  const address = isJsonObject(app) ? readText(app, 'url') : ''
  if (app !== undefined && !address.startsWith('https://') && !OWN_ADDRESS.test(address))
    throw badRequest(
      `inline keyboard button Web App URL '${address}' is invalid: Only HTTPS links are allowed`,
    )
}

const cannotParseButton = (reason: string): Refusal =>
  badRequest(`can't parse inline keyboard button: ${reason}`)
