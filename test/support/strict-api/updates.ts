import type { WaitingUpdate } from './update-line.ts'

const person = (id: number) => ({ id, is_bot: false, first_name: '王', language_code: 'zh-hans' })
const privateChat = (id: number) => ({ id, type: 'private', first_name: '王' })

/** Somebody writes to the bot in private. */
export const messageUpdate = (update_id: number, userId: number, text: string): WaitingUpdate => ({
  update_id,
  message: {
    message_id: update_id,
    date: Math.floor(Date.now() / 1000),
    chat: privateChat(userId),
    from: person(userId),
    text,
    ...(text.startsWith('/') && { entities: [{ type: 'bot_command', offset: 0, length: text.length }] }),
  },
})

/** Somebody presses a button below a message of the bot's. */
export const callbackUpdate = (update_id: number, userId: number, data: string): WaitingUpdate => ({
  update_id,
  callback_query: {
    id: `callback-${update_id}-${userId}`,
    from: person(userId),
    chat_instance: '5',
    data,
    message: { message_id: 3, date: 1_717_800_000, chat: privateChat(userId), text: '报' },
  },
})

/** Somebody types behind the bot's name. */
export const inlineUpdate = (update_id: number, userId: number, query: string): WaitingUpdate => ({
  update_id,
  inline_query: { id: `inline-${update_id}-${userId}`, from: person(userId), query, offset: '' },
})

/** Whom a call of the bot is for; of a query the reader stands in its id. */
export function readerOf(params: Readonly<Record<string, unknown>>): number | undefined {
  if (params['chat_id'] !== undefined) return Number(params['chat_id'])
  const id = params['callback_query_id'] ?? params['inline_query_id']
  return typeof id === 'string' ? Number(id.split('-')[2]) : undefined
}
