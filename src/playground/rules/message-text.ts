import { isJsonObject } from '../../domain/index.ts'
import { type Params, readJson, readText } from './fields.ts'
import { tidyText } from './formatted-text.ts'
import { parseTelegramHtml } from './html.ts'
import { checkLink } from './link.ts'
import type { EntityType, FormattedText, MessageEntity } from './message-entity.ts'
import { badRequest } from './refusal.ts'

/** Bot API, sendMessage: “1-4096 characters after entities parsing”, counted in UTF-16 units. */
const TEXT_LIMIT = 4096
/** Bot API, sendPhoto: “0-1024 characters after entities parsing”, counted in UTF-16 units. */
const CAPTION_LIMIT = 1024

/** Telegram finds a text too long in other words when it is sent, and when it is edited or inside a result. */
type Occasion = 'send' | 'edit'

/**
 * The `text` of a message as Telegram would keep it: 1 to 4096 UTF-16 units after the markup is read.
 * @throws {Refusal} in Telegram's words.
 */
export function validateText(params: Params, occasion: Occasion = 'send', field = 'text'): FormattedText {
  if (readText(params, field) === '') throw badRequest('message text is empty')
  const text = readFormatted(params, field, 'entities')
  if (text.text === '') throw badRequest('text must be non-empty')
  if (text.text.length > TEXT_LIMIT)
    throw badRequest(occasion === 'send' ? 'message is too long' : 'MESSAGE_TOO_LONG')
  return text
}

/**
 * The `caption` of a photo or document: 0 to 1024 UTF-16 units after the markup is read.
 * @throws {Refusal} in Telegram's words.
 */
export function validateCaption(params: Params, occasion: Occasion = 'send'): FormattedText {
  const caption = readFormatted(params, 'caption', 'caption_entities')
  if (caption.text.length > CAPTION_LIMIT)
    throw badRequest(occasion === 'send' ? 'message caption is too long' : 'MEDIA_CAPTION_TOO_LONG')
  return caption
}

function readFormatted(params: Params, field: string, entitiesField: string): FormattedText {
  const text = readText(params, field)
  const parseMode = readText(params, 'parse_mode').toLowerCase()
  if (parseMode === 'html') return tidyText(parseTelegramHtml(text))
  // Markdown is Telegram's too, but not ours: one way to write a message is enough, and it is HTML.
  if (parseMode !== '' && parseMode !== 'none') throw badRequest('unsupported parse_mode')
  return tidyText({ text, entities: readEntities(readJson(params, entitiesField), text) })
}

const GIVEN_TYPES: readonly EntityType[] = [
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'blockquote',
  'expandable_blockquote',
  'code',
  'pre',
  'text_link',
  'text_mention',
  'custom_emoji',
]

/** Telegram takes these and finds them itself. */
const FOUND_TYPES = ['mention', 'hashtag', 'cashtag', 'bot_command', 'url', 'email', 'phone_number']

function readEntities(given: unknown, text: string): MessageEntity[] {
  if (given === undefined) return []
  if (!Array.isArray(given)) throw badRequest('expected an Array of MessageEntity')
  return given.flatMap((entity: unknown): MessageEntity[] => {
    if (!isJsonObject(entity)) throw badRequest("can't parse MessageEntity: expected an Object")
    const { type, offset, length } = entity
    if (FOUND_TYPES.some((found) => found === type)) return []
    const known = GIVEN_TYPES.find((it) => it === type)
    if (known === undefined) throw badRequest("can't parse MessageEntity: Unsupported type specified")
    if (typeof offset !== 'number' || offset < 0)
      throw badRequest(`receive an entity with incorrect offset ${String(offset)}`)
    if (typeof length !== 'number' || length < 0)
      throw badRequest(`receive an entity with incorrect length ${String(length)}`)
    if (offset > text.length)
      throw badRequest(`entity begins after the end of the text at UTF-16 offset ${offset}`)
    const end = offset + length
    if (end > text.length)
      throw badRequest(
        `entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${end}`,
      )
    return length === 0 ? [] : [{ ...entity, ...checkedLink(known, entity), type: known, offset, length }]
  })
}

function checkedLink(type: EntityType, entity: Readonly<Record<string, unknown>>): { url?: string } {
  if (type !== 'text_link') return {}
  const { url } = entity
  if (typeof url !== 'string') throw badRequest('can\'t parse MessageEntity: Can\'t find field "url"')
  const link = checkLink(url)
  if ('reason' in link) throw badRequest(`entity URL '${url}' is invalid: ${link.reason}`)
  return link
}
