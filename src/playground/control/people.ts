import { isJsonObject } from '../../domain/index.ts'
import type { BotCommand } from '../rules/commands.ts'
import { type Params, readFlag, readInteger, readJson, readText } from '../rules/fields.ts'
import { menuKeys } from '../rules/menu-key.ts'
import type { ApiChat, ApiUser } from '../world/message.ts'
import { createPrivateRoom, createRoom, isAdministrator } from '../world/room.ts'
import type { Scene } from '../world/scene.ts'
import { findActor, findActorRoom, findNamedRoom } from './actor.ts'
import { MisuseError } from './misuse-error.ts'

/** The language of a person's app: `user`, `language` (`zh-hans`, `zh-hant`, `en`, …). */
export function setLanguage(scene: Scene, params: Params): void {
  const actor = findActor(scene, params)
  scene.users.set(actor.id, { ...actor, language_code: readText(params, 'language') })
  scene.events.emit({ kind: 'changed' })
}

/** Another person: `name`, `id`, `username`, `language`, and `started` when the bot may already write. */
export function addUser(scene: Scene, params: Params): ApiUser {
  const id = readInteger(params, 'id') ?? Math.max(...scene.users.keys()) + 1
  if (id <= 0 || scene.users.has(id)) throw new MisuseError('user-id')
  const username = readText(params, 'username')
  const user: ApiUser = {
    id,
    is_bot: false,
    first_name: readText(params, 'name') || `读者${id}`,
    language_code: readText(params, 'language') || 'zh-hans',
    ...(username && { username }),
  }
  const room = createPrivateRoom(user)
  if (readFlag(params, 'started')) room.members.set(scene.bot.id, 'member')
  scene.users.set(id, user)
  scene.rooms.set(id, room)
  scene.events.emit({ kind: 'changed' })
  return user
}

/** Another group: `title`, `members` (the first is its creator), `supergroup`, `topics` as names by thread id. */
export function addGroup(scene: Scene, params: Params): ApiChat {
  const members = readJson(params, 'members')
  if (!Array.isArray(members) || members.length === 0) throw new MisuseError('members')
  const topics = readJson(params, 'topics')
  const isSupergroup = readFlag(params, 'supergroup') || topics !== undefined
  const lowest = Math.min(...[...scene.rooms.keys()].filter((id) => isSupergroup || id > -(10 ** 12)))
  const chat: ApiChat = {
    id: readInteger(params, 'id') ?? lowest - 1,
    type: isSupergroup ? 'supergroup' : 'group',
    title: readText(params, 'title') || '新群组',
    ...(topics !== undefined && { is_forum: true }),
  }
  const room = createRoom(chat, [
    ...members.map((id: unknown, place) => [Number(id), place === 0 ? 'creator' : 'member'] as const),
    [scene.bot.id, 'member'],
  ])
  if (isJsonObject(topics))
    for (const [id, name] of Object.entries(topics)) room.topics.set(Number(id), String(name))
  scene.rooms.set(chat.id, room)
  scene.events.emit({ kind: 'changed' })
  return chat
}

/** Another channel of a person, without the bot: `user`, `title`, `username` for a public one, `id`. */
export function addChannel(scene: Scene, params: Params): ApiChat {
  const { id: creator } = findActor(scene, params)
  const username = readText(params, 'username')
  const chat: ApiChat = {
    id: readInteger(params, 'id') ?? Math.min(-(10 ** 12), ...scene.rooms.keys()) - 1,
    type: 'channel',
    title: readText(params, 'title') || '新频道',
    ...(username && { username }),
  }
  scene.rooms.set(chat.id, createRoom(chat, [[creator, 'creator']]))
  scene.events.emit({ kind: 'changed' })
  return chat
}

/** The command menu that a person sees in a chat: `user`, `chat`. */
export function readMenu(scene: Scene, params: Params): readonly BotCommand[] {
  const actor = findActor(scene, params)
  const room =
    readInteger(params, 'chat') === undefined
      ? findActorRoom(scene, params, actor)
      : findNamedRoom(scene, params)
  const keys = menuKeys({
    userId: actor.id,
    chatId: room.chat.id,
    isPrivate: room.chat.type === 'private',
    isAdministrator: isAdministrator(room.members.get(actor.id)),
    language: actor.language_code ?? '',
  })
  for (const key of keys) {
    const menu = scene.texts.menus.get(key)
    if (menu) return menu
  }
  return []
}
