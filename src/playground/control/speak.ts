import { type Params, readFlag, readInteger, readText } from '../rules/fields.ts'
import { tidyText } from '../rules/formatted-text.ts'
import { isForBot } from '../rules/privacy.ts'
import type { ApiMessage, ApiUser } from '../world/message.ts'
import { asReplied, type MessageContent, postMessage, withoutAuthor } from '../world/post-message.ts'
import { isAdministrator, isPresent, mayPost, type Room } from '../world/room.ts'
import type { Scene } from '../world/scene.ts'
import { findActor, findActorRoom } from './actor.ts'
import { unblock } from './membership.ts'
import { MisuseError } from './misuse-error.ts'

/** Telegram's apps cut a longer text into messages of this many UTF-16 units. */
const TEXT_LIMIT = 4096
/** In whose name anonymous administrators write. */
const ANONYMOUS: ApiUser = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
}

/** A person sends a text: `user`, `chat`, `text`, `thread`, `replyTo`, `anonymous`. @throws {MisuseError} */
export function speak(scene: Scene, params: Params): ApiMessage {
  const actor = findActor(scene, params)
  const room = findActorRoom(scene, params, actor)
  const { text, entities } = tidyText({ text: readText(params, 'text'), entities: [] })
  if (text === '') throw new MisuseError('empty')
  if (text.length > TEXT_LIMIT) throw new MisuseError('too-long')
  if (room.chat.type === 'channel') return postIntoChannel(scene, room, actor, { text, entities })
  if (room.chat.type === 'private') unblock(scene, room, actor)
  const isAnonymous = readFlag(params, 'anonymous')
  if (isAnonymous && !isAdministrator(room.members.get(actor.id))) throw new MisuseError('anonymous')
  return postToBot(scene, room, isAnonymous ? ANONYMOUS : actor, {
    ...(isAnonymous && { sender_chat: room.chat }),
    ...readThread(room, params),
    ...readReply(room, params),
    text,
    ...(entities.length > 0 && { entities }),
  })
}

/** Posts are in the name of the channel: a bot is not told whose they are. */
function postIntoChannel(scene: Scene, room: Room, actor: ApiUser, content: MessageContent): ApiMessage {
  if (!mayPost(room, actor.id)) throw new MisuseError('not-in-chat')
  const message = postMessage(scene, room, actor, { ...content, sender_chat: room.chat })
  if (isPresent(room.members.get(scene.bot.id))) scene.updates.push('channel_post', withoutAuthor(message))
  return message
}

/** A person forwards a post of a channel to the bot: `user`, `chat`, `message`. @throws {MisuseError} */
export function forward(scene: Scene, params: Params): ApiMessage {
  const actor = findActor(scene, params)
  const { chat, messages } = findActorRoom(scene, params, actor)
  const post = messages.get(readInteger(params, 'message') ?? 0)
  const own = scene.rooms.get(actor.id)
  if (post === undefined || own === undefined || chat.type !== 'channel') throw new MisuseError('no-message')
  unblock(scene, own, actor)
  const { message_id, date, text, entities } = post
  return postToBot(scene, own, actor, {
    forward_origin: { type: 'channel', chat, message_id, date },
    ...(text !== undefined && { text }),
    ...(entities && { entities }),
  })
}

/** Posts what a person wrote, and tells the bot where privacy mode lets it hear. */
export function postToBot(scene: Scene, room: Room, from: ApiUser, content: MessageContent): ApiMessage {
  const message = postMessage(scene, room, from, content)
  const membership = room.members.get(scene.bot.id)
  const hears = room.chat.type === 'private' || isAdministrator(membership) || isForBot(message, scene.bot)
  if (isPresent(membership) && hears) scene.updates.push('message', message)
  return message
}

/** The topic that `thread` names, as fields of a message. @throws {MisuseError} */
export function readThread(
  room: Room,
  params: Params,
): Pick<ApiMessage, 'message_thread_id' | 'is_topic_message'> {
  const threadId = readInteger(params, 'thread')
  if (!threadId) return {}
  if (!room.topics.has(threadId)) throw new MisuseError('no-topic')
  return { message_thread_id: threadId, is_topic_message: true }
}

function readReply(room: Room, params: Params): Pick<ApiMessage, 'reply_to_message'> {
  const messageId = readInteger(params, 'replyTo')
  if (!messageId) return {}
  const message = room.messages.get(messageId)
  if (message === undefined) throw new MisuseError('no-message')
  return { reply_to_message: asReplied(message) }
}
