import type { Update } from 'telegraf/types'
import type { ChatAvailability } from '../delivery/index.ts'
import { mayPost } from './request-of.ts'

/** Notes what an update tells of its chat: that it is there, that it let the bot go, that it has another id. */
export function noteChatNews(update: Update, availability: ChatAvailability): void {
  if ('my_chat_member' in update) {
    const { chat, new_chat_member: now } = update.my_chat_member
    const isOut =
      now.status === 'kicked' || now.status === 'left' || (now.status === 'restricted' && !now.is_member)
    if (isOut) availability.noteGone(chat.id, 'gone')
    else if (chat.type === 'channel' && !mayPost(now)) availability.noteGone(chat.id, 'silenced')
    else availability.noteHeard(chat.id)
  } else if ('message' in update) {
    const { message } = update
    // The same news comes from both sides, in either order.
    if ('migrate_to_chat_id' in message)
      availability.noteMoved(message.chat.id, idOf(message.migrate_to_chat_id))
    else if ('migrate_from_chat_id' in message)
      availability.noteMoved(idOf(message.migrate_from_chat_id), message.chat.id)
    else availability.noteHeard(message.chat.id)
  } else if ('callback_query' in update && update.callback_query.message) {
    const { chat } = update.callback_query.message
    // A group's buttons can be pressed when the bot has long been thrown out.
    if (chat.type === 'private') availability.noteHeard(chat.id)
  }
}

/** The chat that an update is about, where it is about one. @throws {TypeError} where its id is none */
export function chatOf(update: Update): number | undefined {
  if ('message' in update) return idOf(update.message.chat.id)
  if ('my_chat_member' in update) return idOf(update.my_chat_member.chat.id)
  if (!('callback_query' in update) || !update.callback_query.message) return undefined
  return idOf(update.callback_query.message.chat.id)
}

/** What is kept of chats goes by their ids, so that nothing else may get there. */
function idOf(id: number): number {
  if (!Number.isSafeInteger(id)) throw new TypeError('this is no id of a chat')
  return id
}
