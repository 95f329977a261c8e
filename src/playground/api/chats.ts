import { type Params, readInteger, readText } from '../rules/fields.ts'
import { badRequest } from '../rules/refusal.ts'
import { isAdministrator, type Membership, mayPost, type Room } from '../world/room.ts'
import type { Scene } from '../world/scene.ts'
import { findRoom, findVisibleRoom } from './room-access.ts'

/** `getMe` of the Bot API. @throws {Refusal} in the words of Telegram */
export function getMe(scene: Scene) {
  return {
    ...scene.bot,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: true,
    can_connect_to_business: false,
    has_main_web_app: false,
  }
}

/** `getChat` of the Bot API. @throws {Refusal} in the words of Telegram */
export function getChat(scene: Scene, params: Params) {
  return { ...findVisibleRoom(scene, params).chat, accent_color_id: 0, max_reaction_count: 11 }
}

/** `getChatMember` of the Bot API. @throws {Refusal} in the words of Telegram */
export function getChatMember(scene: Scene, params: Params) {
  const room = findRoom(scene, params)
  const userId = readInteger(params, 'user_id')
  if (userId === undefined) throw badRequest('invalid user_id specified')
  if (!scene.users.has(userId)) throw badRequest('user not found')
  if (room.chat.type === 'channel' && !isAdministrator(room.members.get(scene.bot.id)))
    throw badRequest('member list is inaccessible')
  return asMember(scene, userId, room.members.get(userId) ?? 'left', room)
}

/** `getChatAdministrators` of the Bot API. @throws {Refusal} in the words of Telegram */
export function getChatAdministrators(scene: Scene, params: Params) {
  const room = findRoom(scene, params)
  if (room.chat.type === 'private') throw badRequest('there are no administrators in the private chat')
  return [...room.members]
    .filter(([, membership]) => isAdministrator(membership))
    .map(([userId, membership]) => asMember(scene, userId, membership, room))
}

/** `ChatMember` of the Bot API. An administrator of a channel may post or not, as the room says. */
export function asMember(scene: Scene, userId: number, status: Membership, room: Room) {
  const user = scene.users.get(userId)
  if (status === 'kicked') return { user, status, until_date: 0 }
  if (status === 'restricted') return { user, status, is_member: true, can_send_messages: false }
  if (!isAdministrator(status)) return { user, status }
  const rights = room.chat.type === 'channel' ? { can_post_messages: mayPost(room, userId) } : {}
  return { user, status, is_anonymous: false, ...(status === 'administrator' && rights) }
}

const ACTIONS = new Set([
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
])

/** `sendChatAction` of the Bot API. @throws {Refusal} in the words of Telegram */
export function sendChatAction(scene: Scene, params: Params): true {
  const action = readText(params, 'action').toLowerCase()
  if (!ACTIONS.has(action)) throw badRequest('wrong parameter action in request')
  const { chat } = findRoom(scene, params)
  const threadId = readInteger(params, 'message_thread_id')
  scene.events.emit({ kind: 'action', chatId: chat.id, action, ...(threadId && { threadId }) })
  return true
}
