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
