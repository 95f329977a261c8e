import { isJsonObject } from '../../domain/index.ts'
import { isStartPayload } from './deep-link.ts'
import { type Params, readFlag, readInteger, readJson, readText } from './fields.ts'
import { type InlineKeyboard, readKeyboard } from './keyboard.ts'
import type { FormattedText } from './message-entity.ts'
import { validateCaption, validateText } from './message-text.ts'
import { badRequest, Refusal } from './refusal.ts'

/** One card of an inline answer, and the message that it becomes when it is chosen. */
export interface InlineResult {
  readonly type: 'article' | 'photo' | 'document'
  readonly id: string
  readonly title: string
  readonly description: string
  /** The message: text, or the file of a cached photo or document with its caption. */
  readonly content: FormattedText & { readonly fileId?: string }
  readonly keyboard: InlineKeyboard | undefined
}

/** An answer to an inline query, as `answerInlineQuery` brings it. */
export interface InlineAnswer {
  readonly results: readonly InlineResult[]
  /** Seconds. */
  readonly cacheTime: number
  /** False: the same answer goes to everybody who asks the same, for `cacheTime`. */
  readonly isPersonal: boolean
  readonly nextOffset: string
  readonly button: { readonly text: string; readonly start_parameter?: string } | undefined
}

/** Bot API, answerInlineQuery: “No more than 50 results per query are allowed”. */
const RESULT_LIMIT = 50
/** Bot API, InlineQueryResult: “1-64 Bytes”. */
const ID_BYTES = 64
/** Bot API, answerInlineQuery: “Offset length can't exceed 64 bytes”. */
const OFFSET_BYTES = 64
/** Bot API, answerInlineQuery: “Defaults to 300”. */
const CACHE_SECONDS = 300

/** The parameters of an `answerInlineQuery` call. @throws {Refusal} */
export function validateInlineAnswer(params: Params): InlineAnswer {
  const given = readJson(params, 'results', 'inline query results JSON object')
  if (!Array.isArray(given)) throw badRequest('expected an Array of InlineQueryResult')
  if (given.length > RESULT_LIMIT) throw badRequest('RESULTS_TOO_MUCH')
  const results = given.map(readResult)
  if (new Set(results.map(({ id }) => id)).size < results.length) throw badRequest('RESULT_ID_DUPLICATE')
  const nextOffset = readText(params, 'next_offset')
  if (Buffer.byteLength(nextOffset) > OFFSET_BYTES) throw badRequest('NEXT_OFFSET_INVALID')
  return {
    results,
    nextOffset,
    cacheTime: Math.max(0, readInteger(params, 'cache_time') ?? CACHE_SECONDS),
    isPersonal: readFlag(params, 'is_personal'),
    button: readSwitchButton(params),
  }
}

function readResult(given: unknown): InlineResult {
  if (!isJsonObject(given)) throw cannotParseResult('expected an Object')
  const { type, id, title } = given
  if (type !== 'article' && type !== 'photo' && type !== 'document')
    throw cannotParseResult(type === undefined ? 'Can\'t find field "type"' : 'Unsupported type specified')
  if (id === undefined) throw cannotParseResult('Can\'t find field "id"')
  const resultId = readText(given, 'id')
  if (resultId === '' || Buffer.byteLength(resultId) > ID_BYTES) throw badRequest('RESULT_ID_INVALID')
  if (type !== 'photo' && (typeof title !== 'string' || title === ''))
    throw cannotParseResult('Can\'t find field "title"')
  return {
    type,
    id: resultId,
    title: readText(given, 'title'),
    description: readText(given, 'description'),
    content: readContent(type, given),
    keyboard: readKeyboard(given, 'inline'),
  }
}

function readContent(type: InlineResult['type'], given: Params): InlineResult['content'] {
  const content = given['input_message_content']
  if (content === undefined && type !== 'article') {
    const fileId = given[`${type}_file_id`]
    if (typeof fileId !== 'string') throw cannotParseResult(`Can't find field "${type}_file_id"`)
    return { ...inResult(() => validateCaption(given, 'edit')), fileId }
  }
  if (!isJsonObject(content)) throw cannotParseResult('Can\'t find field "input_message_content"')
  return inResult(() => validateText(content, 'edit', 'message_text'))
}

/** What is wrong with the text of a result is told as wrong with the result; codes stay as they are. */
function inResult<T>(read: () => T): T {
  try {
    return read()
  } catch (err) {
    const reason = err instanceof Refusal ? err.message.replace('Bad Request: ', '') : ''
    if (reason === '' || /^[A-Z_]+$/.test(reason)) throw err
    throw cannotParseResult(reason.charAt(0).toUpperCase() + reason.slice(1))
  }
}

function readSwitchButton(params: Params): InlineAnswer['button'] {
  const button = readJson(params, 'button')
  if (button === undefined) return undefined
  if (!isJsonObject(button) || typeof button['text'] !== 'string' || button['text'] === '')
    throw badRequest('can\'t parse InlineQueryResultsButton: Can\'t find field "text"')
  const start = readText(button, 'start_parameter')
  if (start === '' && button['web_app'] === undefined)
    throw badRequest("can't parse InlineQueryResultsButton: exactly one optional field must be used")
  if (start !== '' && !isStartPayload(start)) throw badRequest('START_PARAM_INVALID')
  return { text: button['text'], ...(start !== '' && { start_parameter: start }) }
}

const cannotParseResult = (reason: string): Refusal =>
  badRequest(`can't parse inline query result: ${reason}`)
