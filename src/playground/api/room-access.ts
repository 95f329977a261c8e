import { isJsonObject } from '../../domain/index.ts'
import { type Params, readFlag, readInteger, readJson, readText } from '../rules/fields.ts'
import { badRequest, Refusal } from '../rules/refusal.ts'
import type { ApiMessage } from '../world/message.ts'
import { asReplied } from '../world/post-message.ts'
import { isPresent, mayPost, type Room } from '../world/room.ts'
import type { Scene } from '../world/scene.ts'

/** The chat that a call names and that the bot may enter. @throws {Refusal} */
export function findRoom(scene: Scene, params: Params): Room {
  const room = findAnyRoom(scene, params)
  checkEntrance(scene, room)
  return room
}

/** The same, where a public channel or group may be looked at from outside. @throws {Refusal} */
export function findVisibleRoom(scene: Scene, params: Params): Room {
  const room = findAnyRoom(scene, params)
  if (room.chat.type === 'private' || room.chat.username === undefined) checkEntrance(scene, room)
  return room
}

function findAnyRoom(scene: Scene, params: Params): Room {
  const chatId = readText(params, 'chat_id')
  if (chatId === '') throw badRequest('chat_id is empty')
  const room = chatId.startsWith('@')
    ? [...scene.rooms.values()].find(({ chat }) => chat.type !== 'private' && `@${chat.username}` === chatId)
    : scene.rooms.get(Number(chatId))
  if (room === undefined) throw badRequest('chat not found')
  return room
}

function checkEntrance(scene: Scene, room: Room): void {
  const { chat, members, movedTo } = room
  const membership = members.get(scene.bot.id)
  if (movedTo !== undefined)
    throw new Refusal(400, 'group chat was upgraded to a supergroup chat', { migrate_to_chat_id: movedTo })
  // A bot knows nobody who has not spoken to it.
  if (chat.type === 'private' && membership === undefined) throw badRequest('chat not found')
  if (chat.type === 'private' && membership === 'kicked')
    throw new Refusal(403, 'bot was blocked by the user')
  const kind = chat.type === 'private' ? 'private' : chat.type
  if (membership === 'kicked') throw new Refusal(403, `bot was kicked from the ${kind} chat`)
  if (!isPresent(membership)) throw new Refusal(403, `bot is not a member of the ${kind} chat`)
}

/** Refuses what a restricted bot may not send: `text messages`, `photos`, `documents`. @throws {Refusal} */
export function checkRights(scene: Scene, room: Room, what: string): void {
  if (room.chat.type === 'channel' && !mayPost(room, scene.bot.id))
    throw badRequest('need administrator rights in the channel chat')
  if (room.members.get(scene.bot.id) === 'restricted')
    throw badRequest(`not enough rights to send ${what} to the chat`)
}

/** Topic and replied-to message of a send, as fields of the message. @throws {Refusal} */
export function readPlace(
  room: Room,
  params: Params,
): Pick<ApiMessage, 'message_thread_id' | 'is_topic_message' | 'reply_to_message'> {
  const reply = readReply(room, params)
  const threadId = readInteger(params, 'message_thread_id') ?? reply?.message_thread_id
  if (threadId !== undefined && threadId !== 0 && !room.topics.has(threadId))
    throw badRequest('message thread not found')
  return {
    ...(threadId && { message_thread_id: threadId, is_topic_message: true as const }),
    ...(reply && { reply_to_message: asReplied(reply) }),
  }
}

function readReply(room: Room, params: Params): ApiMessage | undefined {
  const given = readJson(params, 'reply_parameters', 'reply parameters JSON object')
  if (given !== undefined && !isJsonObject(given)) throw badRequest('object expected as reply parameters')
  if (given !== undefined && given['message_id'] === undefined)
    throw badRequest('can\'t find field "message_id"')
  const messageId = given ? readInteger(given, 'message_id') : readInteger(params, 'reply_to_message_id')
  if (!messageId) return undefined
  const message = room.messages.get(messageId)
  if (message || readFlag(given ?? params, 'allow_sending_without_reply')) return message
  throw badRequest('message to be replied not found')
}
