import type { Params } from '../rules/fields.ts'
import { checkForChat, readKeyboard } from '../rules/keyboard.ts'
import { validateCaption, validateText } from '../rules/message-text.ts'
import type { ApiFile, ApiMessage } from '../world/message.ts'
import { type MessageContent, postMessage, withoutAuthor } from '../world/post-message.ts'
import type { Room } from '../world/room.ts'
import type { Scene } from '../world/scene.ts'
import { readFile } from './files.ts'
import { checkRights, findRoom, readPlace } from './room-access.ts'
import { type Warn, warnOfDropped } from './warn-of-dropped.ts'

type SentMessage = ApiMessage | Omit<ApiMessage, 'from'>

/** In a channel the bot posts in the name of the channel. */
function post(scene: Scene, room: Room, content: MessageContent): SentMessage {
  if (room.chat.type !== 'channel') return postMessage(scene, room, scene.bot, content)
  return withoutAuthor(postMessage(scene, room, scene.bot, { ...content, sender_chat: room.chat }))
}

/** `sendMessage` of the Bot API. @throws {Refusal} in the words of Telegram */
export function sendMessage(scene: Scene, params: Params, warn: Warn): SentMessage {
  const { text, entities, dropped } = validateText(params)
  warnOfDropped(warn, dropped)
  const keyboard = readKeyboard(params)
  const room = findRoom(scene, params)
  checkForChat(keyboard, room.chat.type)
  checkRights(scene, room, 'text messages')
  return post(scene, room, {
    ...readPlace(room, params),
    text,
    ...(entities.length > 0 && { entities }),
    ...(keyboard && { reply_markup: keyboard }),
  })
}

/** `sendPhoto` of the Bot API. @throws {Refusal} in the words of Telegram */
export function sendPhoto(scene: Scene, params: Params, warn: Warn): SentMessage {
  return sendFile(scene, params, warn, 'photo', (photo) => ({ photo: [photo] }))
}

/** `sendDocument` of the Bot API. @throws {Refusal} in the words of Telegram */
export function sendDocument(scene: Scene, params: Params, warn: Warn): SentMessage {
  return sendFile(scene, params, warn, 'document', (document) => ({ document }))
}

function sendFile(
  scene: Scene,
  params: Params,
  warn: Warn,
  kind: 'photo' | 'document',
  asContent: (file: ApiFile) => Pick<ApiMessage, 'photo' | 'document'>,
): SentMessage {
  const file = readFile(scene, params, kind, params[kind])
  const { text, entities, dropped } = validateCaption(params)
  warnOfDropped(warn, dropped)
  const keyboard = readKeyboard(params)
  const room = findRoom(scene, params)
  checkForChat(keyboard, room.chat.type)
  checkRights(scene, room, `${kind}s`)
  return post(scene, room, {
    ...readPlace(room, params),
    ...asContent(file),
    ...(text !== '' && { caption: text }),
    ...(entities.length > 0 && { caption_entities: entities }),
    ...(keyboard && { reply_markup: keyboard }),
  })
}
