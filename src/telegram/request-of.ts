import type { Message, Update } from 'telegraf/types'
import type { Request } from '../chat/index.ts'

/** A request, and where its answer belongs. */
export interface Incoming {
  readonly request: Request
  /** The forum topic that was written in. */
  readonly threadId?: number
  /** The press that must be answered, and the message whose button it was. */
  readonly press?: { readonly id: string; readonly messageId: number }
}

/** What an update asks of the bot; `undefined` where it asks nothing. @param username the bot's own, without @ */
export function requestOf(update: Update, username: string): Incoming | undefined {
  if ('message' in update && 'text' in update.message) return fromMessage(update.message, username)
  if (!('callback_query' in update)) return undefined
  const { callback_query: query } = update
  if (!('data' in query) || !query.message) return undefined
  return {
    request: {
      chatId: query.message.chat.id,
      userId: query.from.id,
      action: { kind: 'press', data: query.data },
    },
    press: { id: query.id, messageId: query.message.message_id },
  }
}

function fromMessage(message: Message.TextMessage, username: string): Incoming | undefined {
  const { chat, from, text } = message
  if (from === undefined) return undefined
  const incoming = (action: Request['action']): Incoming => ({
    request: { chatId: chat.id, userId: from.id, action },
    ...(message.is_topic_message &&
      message.message_thread_id !== undefined && { threadId: message.message_thread_id }),
  })
  const command = /^\/(\w{1,32})(?:@(\w+))?(?:\s+|$)/u.exec(text)
  if (command) {
    const [whole, name = '', addressee] = command
    if (addressee !== undefined && addressee.toLowerCase() !== username.toLowerCase()) return undefined
    return incoming({ kind: 'command', name: name.toLowerCase(), text: text.slice(whole.length).trim() })
  }
  return chat.type === 'private' ? incoming({ kind: 'text', text }) : undefined
}
