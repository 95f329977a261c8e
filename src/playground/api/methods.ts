import type { Params } from '../rules/fields.ts'
import type { Scene } from '../world/scene.ts'
import { getChat, getChatAdministrators, getChatMember, getMe, sendChatAction } from './chats.ts'
import {
  deleteMessage,
  editMessageCaption,
  editMessageMedia,
  editMessageReplyMarkup,
  editMessageText,
} from './edit.ts'
import { getFile } from './files.ts'
import { answerCallbackQuery, answerInlineQuery } from './queries.ts'
import { sendDocument, sendMediaGroup, sendMessage, sendPhoto } from './send.ts'
import {
  deleteMyCommands,
  getMyCommands,
  getMyDescription,
  getMyShortDescription,
  setMyCommands,
  setMyDescription,
  setMyShortDescription,
} from './texts.ts'
import type { Warn } from './warn-of-dropped.ts'

/** What a method does and answers. @throws {Refusal} */
export type Method = (scene: Scene, params: Params, warn: Warn) => unknown

const METHODS: Readonly<Record<string, Method>> = {
  answerCallbackQuery,
  answerInlineQuery,
  deleteMessage,
  deleteMyCommands,
  editMessageCaption,
  editMessageMedia,
  editMessageReplyMarkup,
  editMessageText,
  getChat,
  getChatAdministrators,
  getChatMember,
  getFile,
  getMe,
  getMyCommands,
  getMyDescription,
  getMyShortDescription,
  sendChatAction,
  sendDocument,
  sendMediaGroup,
  sendMessage,
  sendPhoto,
  setMyCommands,
  setMyDescription,
  setMyShortDescription,
}

/** Methods by name; Telegram does not mind the case of the letters. */
const byName = new Map(Object.entries(METHODS).map(([name, method]) => [name.toLowerCase(), method]))

/** The method of that name, or `undefined` where the playground has none. */
export const findMethod = (name: string): Method | undefined => byName.get(name.toLowerCase())
