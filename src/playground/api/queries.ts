import { type Params, readFlag, readText } from '../rules/fields.ts'
import { validateInlineAnswer } from '../rules/inline-answer.ts'
import { badRequest } from '../rules/refusal.ts'
import type { Scene } from '../world/scene.ts'
import { type Warn, warnOfDropped } from './warn-of-dropped.ts'

/** Bot API, answerCallbackQuery: “0-200 characters”. */
const NOTICE_LIMIT = 200

/** `answerCallbackQuery` of the Bot API. @throws {Refusal} in the words of Telegram */
export function answerCallbackQuery(scene: Scene, params: Params): true {
  const text = readText(params, 'text')
  if (text.length > NOTICE_LIMIT) throw badRequest('MESSAGE_TOO_LONG')
  const { id, chatId, userId } = scene.queries.takeCallback(readText(params, 'callback_query_id'))
  const alert = readFlag(params, 'show_alert')
  const url = readText(params, 'url')
  // Only games and links to the bot itself may be opened this way.
  if (url !== '' && !url.startsWith(`https://t.me/${scene.bot.username}`) && !url.startsWith('tg:'))
    throw badRequest('URL_INVALID')
  scene.events.emit({ kind: 'answer', chatId, userId, queryId: id, text, alert, url })
  return true
}

/** `answerInlineQuery` of the Bot API. @throws {Refusal} in the words of Telegram */
export function answerInlineQuery(scene: Scene, params: Params, warn: Warn): true {
  const answer = validateInlineAnswer(params)
  for (const { id, content } of answer.results) warnOfDropped(warn, content.dropped, `result ${id}`)
  scene.queries.answerInline(readText(params, 'inline_query_id'), answer)
  return true
}
