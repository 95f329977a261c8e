import { asMember } from '../api/chats.ts'
import { type Params, readFlag, readText } from '../rules/fields.ts'
import type { ApiUser } from '../world/message.ts'
import { postMessage, seconds } from '../world/post-message.ts'
import { createRoom, type Membership, type Room } from '../world/room.ts'
import type { Scene } from '../world/scene.ts'
import { findActor, findNamedRoom } from './actor.ts'
import { MisuseError } from './misuse-error.ts'

/** Writing to a bot lets it write back, also after it was blocked. */
export function unblock(scene: Scene, room: Room, actor: ApiUser): void {
  const before = room.members.get(scene.bot.id)
  if (before === 'member') return
  room.members.set(scene.bot.id, 'member')
  if (before === 'kicked') tellOwnMembership(scene, room, actor, asMember(scene, scene.bot.id, before, room))
}

/** A person blocks the bot, or lets it write again: `user`, `blocked`. */
export function setBlocked(scene: Scene, params: Params): void {
  const actor = findActor(scene, params)
  const room = scene.rooms.get(actor.id)
  if (room === undefined) throw new MisuseError('no-chat')
  setBotMembership(scene, room, actor, params['blocked'] === false ? 'member' : 'kicked')
}

/**
 * A person makes something of the bot in a group or channel: `user`, `chat`, `status`, and in a channel `silent` for an
 * administrator that may not post.
 */
export function setBotStatus(scene: Scene, params: Params): void {
  const room = findNamedRoom(scene, params)
  const silent = readFlag(params, 'silent')
  setBotMembership(scene, room, findActor(scene, params), readStatus(params), silent)
}

/**
 * Adds the bot to a group, removes it or changes its rights, and tells it by a `my_chat_member` update. Does
 * nothing if it has that status already.
 */
export function setBotMembership(
  scene: Scene,
  room: Room,
  actor: ApiUser,
  status: Membership,
  silent = false,
): void {
  const { id } = scene.bot
  const before = room.members.get(id) ?? 'left'
  if (before === status && room.silent.has(id) === silent) return
  const old = asMember(scene, id, before, room)
  setStatus(room, id, status, silent)
  tellOwnMembership(scene, room, actor, old)
  scene.events.emit({ kind: 'changed' })
}

/** Makes a person something else in a group: `user`, `chat`, `status`, and `by`, the creator when left out. */
export function setUserStatus(scene: Scene, params: Params): void {
  const room = findNamedRoom(scene, params)
  const actor = findActor(scene, params)
  const status = readStatus(params)
  const before = asMember(scene, actor.id, room.members.get(actor.id) ?? 'left', room)
  setStatus(room, actor.id, status, readFlag(params, 'silent'))
  const creator = [...room.members].find(([, it]) => it === 'creator')?.[0] ?? actor.id
  scene.updates.push('chat_member', {
    chat: room.chat,
    from: scene.users.get(creator),
    date: seconds(scene),
    old_chat_member: before,
    new_chat_member: asMember(scene, actor.id, status, room),
  })
  scene.events.emit({ kind: 'changed' })
}

/** A group becomes a supergroup with another id: `user`, `chat`. The old one takes no more messages. */
export function migrateGroup(scene: Scene, params: Params): { chatId: number } {
  const actor = findActor(scene, params)
  const group = findNamedRoom(scene, params)
  if (group.chat.type !== 'group' || group.movedTo !== undefined) throw new MisuseError('no-group')
  const chatId = -1_000_000_000_000 + group.chat.id
  const supergroup = createRoom({ ...group.chat, id: chatId, type: 'supergroup' }, group.members)
  scene.rooms.set(chatId, supergroup)
  group.movedTo = chatId
  const leaving = postMessage(scene, group, actor, { migrate_to_chat_id: chatId })
  const arriving = postMessage(scene, supergroup, actor, { migrate_from_chat_id: group.chat.id })
  scene.updates.push('message', leaving)
  scene.updates.push('message', arriving)
  scene.events.emit({ kind: 'changed' })
  return { chatId }
}

function setStatus(room: Room, userId: number, status: Membership, silent: boolean): void {
  room.members.set(userId, status)
  if (silent) room.silent.add(userId)
  else room.silent.delete(userId)
}

const STATUSES: readonly Membership[] = ['creator', 'administrator', 'member', 'restricted', 'left', 'kicked']

function readStatus(params: Params): Membership {
  const status = STATUSES.find((it) => it === readText(params, 'status'))
  if (status === undefined) throw new MisuseError('status')
  return status
}

function tellOwnMembership(
  scene: Scene,
  room: Room,
  actor: ApiUser,
  before: ReturnType<typeof asMember>,
): void {
  const { id } = scene.bot
  scene.updates.push('my_chat_member', {
    chat: room.chat,
    from: actor,
    date: seconds(scene),
    old_chat_member: before,
    new_chat_member: asMember(scene, id, room.members.get(id) ?? 'left', room),
  })
}
