import { type Params, readFlag, readInteger, readText } from '../rules/fields.ts'
import { tidyText } from '../rules/formatted-text.ts'
import { isForBot } from '../rules/privacy.ts'
import type { ApiMessage, ApiUser } from '../world/message.ts'
import { asReplied, type MessageContent, postMessage } from '../world/post-message.ts'
import { isAdministrator, isPresent, type Room } from '../world/room.ts'
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
