import type { ApiMessage, ApiUser, Envelope } from './message.ts'
import type { Room } from './room.ts'
import type { Scene } from './scene.ts'

/** What a message holds, beside its envelope, which the scene makes. */
export type MessageContent = Omit<ApiMessage, keyof Envelope>

/** Puts a message into a chat, where everybody sees it at once. */
export function postMessage(scene: Scene, room: Room, from: ApiUser, content: MessageContent): ApiMessage {
  const message: ApiMessage = {
    message_id: scene.newMessageId(),
    from,
    chat: room.chat,
    date: seconds(scene),
    ...content,
  }
  room.messages.set(message.message_id, message)
  scene.events.emit({ kind: 'message', chatId: room.chat.id, message })
  return message
}

/** Puts another version in the place of a message. */
export function replaceMessage(scene: Scene, room: Room, message: ApiMessage): ApiMessage {
  const edited: ApiMessage = { ...message, edit_date: seconds(scene) }
  room.messages.set(message.message_id, edited)
  scene.events.emit({ kind: 'edit', chatId: room.chat.id, message: edited })
  return edited
}

/** Telegram's dates are whole seconds. */
export const seconds = (scene: Scene): number => Math.floor(scene.clock.now() / 1000)

/** A message as it stands inside another one: the chain of replies ends there. */
export function asReplied(message: ApiMessage): ApiMessage {
  const { reply_to_message: _, ...bare } = message
  return bare
}

/** A post of a channel as the Bot API tells of it: without who wrote it. */
export function withoutAuthor(message: ApiMessage): Omit<ApiMessage, 'from'> {
  const { from: _, ...post } = message
  return post
}
