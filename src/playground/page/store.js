// @ts-check
/** @import { ApiChat, ApiUser, ApiMessage } from '../world/message.ts' */
/** @import { CallRecord, SceneEvent } from '../world/scene-event.ts' */

/**
 * @typedef {object} ChatState
 * @property {ApiChat} chat
 * @property {number} [movedTo]
 * @property {Record<string, string>} members what each person is, by user id
 * @property {Record<string, string>} topics names by thread id
 * @property {ApiMessage[]} messages oldest first
 * @property {number} unread
 * @property {number} typingUntil milliseconds since 1970
 */

/** Calls that the page keeps, as the server does. */
const CALLS = 500
/** Telegram shows a chat action for five seconds. */
const TYPING_MS = 5000

/** What the page knows, and who is looking at what. One for the whole page. */
export const store = {
  /** @type {ApiUser} */
  bot: { id: 0, is_bot: true, first_name: '报童' },
  /** @type {Record<string, string>} by language: `''`, `zh`, `en` */
  descriptions: {},
  /** @type {ApiUser[]} */
  users: [],
  /** @type {Map<number, ChatState>} */
  chats: new Map(),
  /** @type {CallRecord[]} */
  calls: [],
  speakerId: 0,
  chatId: 0,
  /** Topic that is looked at; 0 for all. */
  threadId: 0,
  place: '',
}

/** The person in whose name the page speaks. @returns {ApiUser} */
export function speaker() {
  const user = store.users.find(({ id }) => id === store.speakerId)
  if (!user) throw new Error('nobody speaks')
  return user
}

/** The chat that is looked at. @returns {ChatState} */
export function openChat() {
  const chat = store.chats.get(store.chatId)
  if (!chat) throw new Error('no chat is open')
  return chat
}

/** Chats that the speaker is in, the private one first. */
export const ownChats = () =>
  [...store.chats.values()].filter(
    ({ chat, members, movedTo }) =>
      movedTo === undefined &&
      (chat.type === 'private' ? chat.id === store.speakerId : isPresent(members[store.speakerId])),
  )

/** @param {string | undefined} status */
const isPresent = (status) => status !== undefined && status !== 'left' && status !== 'kicked'

/**
 * Takes over a snapshot of the server; who looks at what stays, where it still exists.
 * @param {any} snapshot see ../control/snapshot.ts
 */
export function takeSnapshot({ place, bot, descriptions, users, chats, calls }) {
  const before = store.chats
  Object.assign(store, { place, bot, descriptions, users, calls })
  store.chats = new Map(
    chats.map((/** @type {ChatState} */ state) => {
      const { unread = 0, typingUntil = 0 } = before.get(state.chat.id) ?? {}
      return [state.chat.id, { ...state, unread, typingUntil }]
    }),
  )
  if (!users.some((/** @type {ApiUser} */ { id }) => id === store.speakerId)) store.speakerId = users[0].id
  const open = store.chats.get(store.chatId)
  if (open?.movedTo !== undefined) store.chatId = open.movedTo
  if (!ownChats().some(({ chat }) => chat.id === store.chatId)) store.chatId = store.speakerId
}

/**
 * Takes over an event.
 * @param {SceneEvent} event
 */
export function applyEvent(event) {
  if (event.kind === 'call') {
    store.calls.push(event.call)
    if (store.calls.length > CALLS) store.calls.shift()
    return
  }
  const state = 'chatId' in event ? store.chats.get(event.chatId) : undefined
  if (!state) return
  if (event.kind === 'action') state.typingUntil = Date.now() + TYPING_MS
  if (event.kind === 'delete')
    state.messages = state.messages.filter(({ message_id }) => message_id !== event.messageId)
  if (event.kind === 'edit')
    state.messages = state.messages.map((it) =>
      it.message_id === event.message.message_id ? event.message : it,
    )
  if (event.kind === 'message') {
    state.messages.push(event.message)
    if (event.message.from.is_bot) state.typingUntil = 0
    if (state.chat.id !== store.chatId) state.unread += 1
  }
}
