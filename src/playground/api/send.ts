import { randomInt } from 'node:crypto'
import { isJsonObject } from '../../domain/index.ts'
import { type Params, readJson } from '../rules/fields.ts'
import { checkForChat, readKeyboard } from '../rules/keyboard.ts'
import { validateCaption, validateText } from '../rules/message-text.ts'
import { badRequest } from '../rules/refusal.ts'
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

/** “must include 2-10 items” (Bot API, sendMediaGroup). */
const ALBUM = { least: 2, most: 10 }

/** `sendMediaGroup` of the Bot API, for photos: a message each. @throws {Refusal} in the words of Telegram */
export function sendMediaGroup(scene: Scene, params: Params, warn: Warn): readonly SentMessage[] {
  const given = readJson(params, 'media')
  const items = Array.isArray(given) ? given.filter(isJsonObject) : []
  if (items.length < ALBUM.least || items.length > ALBUM.most)
    throw badRequest('there must be 2 to 10 media in an album')
  const group = { media_group_id: `${randomInt(2 ** 47)}` }
  const contents = items.map((item) => {
    if (item['type'] !== 'photo') throw badRequest('type of the media is not supported by the playground')
    return withCaption(item, warn, { ...group, photo: [readFile(scene, params, 'photo', item['media'])] })
  })
  const room = findRoom(scene, params)
  checkRights(scene, room, 'photos')
  const place = readPlace(room, params)
  return contents.map((content) => post(scene, room, Object.assign(content, place)))
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
  const content = withCaption(params, warn, asContent(file))
  const keyboard = readKeyboard(params)
  const room = findRoom(scene, params)
  checkForChat(keyboard, room.chat.type)
  checkRights(scene, room, `${kind}s`)
  return post(scene, room, {
    ...readPlace(room, params),
    ...content,
    ...(keyboard && { reply_markup: keyboard }),
  })
}

/** @throws {Refusal} if the caption is too long, or its markup is wrong */
function withCaption(params: Params, warn: Warn, content: MessageContent): MessageContent {
  const { text, entities, dropped } = validateCaption(params)
  warnOfDropped(warn, dropped)
  return {
    ...content,
    ...(text !== '' && { caption: text }),
    ...(entities.length > 0 && { caption_entities: entities }),
  }
}
