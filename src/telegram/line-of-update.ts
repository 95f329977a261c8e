import type { Update } from 'telegraf/types'
import type { Logger } from '../ops/index.ts'
import { chatOf } from './chat-news.ts'

/** Within what an update has its place in the order: its chat, or who types behind the bot's name; else undefined. */
export function lineOf(update: Update, log: Pick<Logger, 'warn'>): string | undefined {
  try {
    if ('inline_query' in update) return `inline ${update.inline_query.from.id}`
    const chatId = chatOf(update)
    return chatId === undefined ? undefined : `chat ${chatId}`
  } catch (err) {
    log.warn({ err, update: update.update_id }, 'an update has a form that the Bot API does not know')
    return undefined
  }
}
