import { isDeepStrictEqual } from 'node:util'
import { isJsonObject } from '../../domain/index.ts'
import { type Params, readInteger, readJson, readText } from '../rules/fields.ts'
import { checkForChat, type InlineKeyboard, readKeyboard } from '../rules/keyboard.ts'
import { validateCaption, validateText } from '../rules/message-text.ts'
import { badRequest } from '../rules/refusal.ts'
import type { ApiMessage } from '../world/message.ts'
import { replaceMessage, seconds } from '../world/post-message.ts'
import { isAdministrator, type Room } from '../world/room.ts'
import type { Scene } from '../world/scene.ts'
import { readFile } from './files.ts'
import { findRoom } from './room-access.ts'
import { type Warn, warnOfDropped } from './warn-of-dropped.ts'

/** Bot API, deleteMessage: “can only be deleted if it was sent less than 48 hours ago”. */
const DELETABLE_SECONDS = 48 * 60 * 60

/** `editMessageText` of the Bot API. @throws {Refusal} in the words of Telegram */
export function editMessageText(scene: Scene, params: Params, warn: Warn): ApiMessage | true {
  const { text, entities, dropped } = validateText(params, 'edit')
  warnOfDropped(warn, dropped)
  const keyboard = readKeyboard(params, 'inline')
  return edit(scene, params, (message) => {
    if (message.text === undefined) throw badRequest('there is no text in the message to edit')
    const { entities: _, ...rest } = withKeyboard(message, keyboard)
    return { ...rest, text, ...(entities.length > 0 && { entities }) }
  })
}

/** `editMessageCaption` of the Bot API. @throws {Refusal} in the words of Telegram */
export function editMessageCaption(scene: Scene, params: Params, warn: Warn): ApiMessage | true {
  const { text, entities, dropped } = validateCaption(params, 'edit')
  warnOfDropped(warn, dropped)
  const keyboard = readKeyboard(params, 'inline')
  return edit(scene, params, (message) => {
    if (message.text !== undefined) throw badRequest('there is no caption in the message to edit')
    const { caption: _, caption_entities: __, ...rest } = withKeyboard(message, keyboard)
    const caption = text !== '' && { caption: text }
    return { ...rest, ...caption, ...(entities.length > 0 && { caption_entities: entities }) }
  })
}

/** `editMessageMedia` of the Bot API, for photos. @throws {Refusal} in the words of Telegram */
export function editMessageMedia(scene: Scene, params: Params, warn: Warn): ApiMessage | true {
  const media = readJson(params, 'media', 'InputMedia')
  if (!isJsonObject(media)) throw badRequest("can't parse InputMedia: expected an Object")
  if (media['type'] !== 'photo') throw badRequest('type of the media is not supported by the playground')
  const { text, entities, dropped } = validateCaption(media, 'edit')
  warnOfDropped(warn, dropped)
  const keyboard = readKeyboard(params, 'inline')
  const photo = readFile(scene, params, 'photo', media['media'])
  return edit(scene, params, (message) => {
    if (message.photo === undefined) throw badRequest('there is no photo in the message to edit')
    const { caption: _, caption_entities: __, ...rest } = withKeyboard(message, keyboard)
    const caption = text !== '' && { caption: text }
    return { ...rest, photo: [photo], ...caption, ...(entities.length > 0 && { caption_entities: entities }) }
  })
}

/** `editMessageReplyMarkup` of the Bot API. @throws {Refusal} in the words of Telegram */
export function editMessageReplyMarkup(scene: Scene, params: Params): ApiMessage | true {
  const keyboard = readKeyboard(params, 'inline')
  return edit(scene, params, (message) => withKeyboard(message, keyboard))
}

/** An edit that brings no keyboard takes the old one away. */
function withKeyboard(message: ApiMessage, keyboard: InlineKeyboard | undefined) {
  const { reply_markup: _, ...bare } = message
  return { ...bare, ...(keyboard && { reply_markup: keyboard }) }
}

function edit(scene: Scene, params: Params, change: (message: ApiMessage) => ApiMessage): ApiMessage | true {
  const isInline = readText(params, 'inline_message_id') !== ''
  const { room, message } = isInline ? findInlineMessage(scene, params) : findOwnMessage(scene, params)
  const changed = change(message)
  checkForChat(changed.reply_markup, room.chat.type)
  if (isDeepStrictEqual(changed, message))
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    )
  const edited = replaceMessage(scene, room, changed)
  return isInline ? true : edited
}

interface Found {
  readonly room: Room
  readonly message: ApiMessage
}

function findInlineMessage(scene: Scene, params: Params): Found {
  const place = scene.inlineMessages.get(readText(params, 'inline_message_id'))
  const room = place && scene.rooms.get(place.chatId)
  const message = place && room?.messages.get(place.messageId)
  if (!room || !message) throw badRequest('MESSAGE_ID_INVALID')
  return { room, message }
}

function findOwnMessage(scene: Scene, params: Params): Found {
  if (!readInteger(params, 'message_id')) throw badRequest('message identifier is not specified')
  const { room, message } = findMessage(scene, params, 'message to edit not found')
  if (message.from.id !== scene.bot.id) throw badRequest("message can't be edited")
  return { room, message }
}

function findMessage(scene: Scene, params: Params, reason: string): Found {
  const room = findRoom(scene, params)
  const message = room.messages.get(readInteger(params, 'message_id') ?? 0)
  if (message === undefined) throw badRequest(reason)
  return { room, message }
}

/** `deleteMessage` of the Bot API. @throws {Refusal} in the words of Telegram */
export function deleteMessage(scene: Scene, params: Params): true {
  const { room, message } = findMessage(scene, params, 'message to delete not found')
  const isOwn = message.from.id === scene.bot.id
  const isAllowed = isOwn || room.chat.type === 'private' || isAdministrator(room.members.get(scene.bot.id))
  if (!isAllowed) throw badRequest("message can't be deleted")
  if (seconds(scene) - message.date > DELETABLE_SECONDS)
    throw badRequest("message can't be deleted for everyone")
  room.messages.delete(message.message_id)
  scene.events.emit({ kind: 'delete', chatId: room.chat.id, messageId: message.message_id })
  return true
}
