// @ts-check
/** @import { ApiMessage } from '../world/message.ts' */
/** @import { SceneEvent } from '../world/scene-event.ts' */
/** @import { MessageActions } from './bubble.js' */
import { showChatList } from './chat-list.js'
import { addMessage, removeMessage, replaceMessage, showChat, showHead } from './chat-view.js'
import {
  changeDraft,
  fillBox,
  focusComposer,
  send,
  setReply,
  showComposer,
  startComposer,
} from './composer.js'
import { byId, el } from './element.js'
import { addCall, showCalls } from './log-panel.js'
import { startTopics } from './topics.js'
import './more-menu.js'
import { openMiniApp } from './mini-app.js'
import { answerArrived, pressButton } from './press-button.js'
import { applyEvent, openChat, ownChats, speaker, store, takeSnapshot } from './store.js'
import { ask, showFailure, showToast } from './toast.js'
import { act, listen } from './wire.js'

const app = byId('app', HTMLDivElement)
const speakerSelect = byId('speaker', HTMLSelectElement)
const languageSelect = byId('language', HTMLSelectElement)

/** @type {MessageActions} */
const actions = {
  follow: (url, event) => {
    if (!isBotLink(url)) return
    event.preventDefault()
    void openLink(url)
  },
  command: (command) => void send(command),
  copy: (text) => void copy(text),
  reply: setReply,
  press: (message, row, column, button) => void press(message, row, column, button),
}

/** @param {string} text */
async function copy(text) {
  await navigator.clipboard.writeText(text)
  showToast('已复制')
}

/** @param {string} url */
const isBotLink = (url) =>
  new RegExp(`^(https?://t(elegram)?\\.me/${store.bot.username}\\b|tg:)`, 'i').test(url)

/**
 * @param {ApiMessage} message
 * @param {number} row
 * @param {number} column
 * @param {HTMLButtonElement} button
 */
async function press(message, row, column, button) {
  const pressed = await pressButton(store.speakerId, message, { row, column }, button)
  const { kind, url = '', text = '', query = '', where } = pressed
  if (kind === 'url') await visit(url)
  if (kind === 'app') openMiniApp(url, (link) => void visit(link))
  if (kind === 'copy') await copy(text)
  if (kind !== 'switch') return
  if (where === 'choose') {
    const choices = ownChats().map(({ chat }) => ({
      label: chat.title ?? store.bot.first_name,
      value: String(chat.id),
    }))
    const chosen = await ask('分享到', '', [...choices, { label: '取消', value: '' }])
    if (chosen === '') return
    openChatById(Number(chosen))
  }
  fillBox(`@${store.bot.username} ${query}`)
}

/** @param {string} url */
async function visit(url) {
  if (isBotLink(url)) return openLink(url)
  const answer = await ask('打开链接？', url, [
    { label: '取消', value: '' },
    { label: '打开', value: 'open' },
  ])
  if (answer === 'open') window.open(url, '_blank', 'noopener,noreferrer')
}

/** @param {string} link `https://t.me/…`, `tg://…`, `?start=…` or the bare payload */
async function openLink(link) {
  const base = `https://t.me/${store.bot.username}`
  const full = /^[a-z]+:/i.test(link)
    ? link
    : `${base}?${link.replace(/^\?/, '').replace(/^(?!start)/, 'start=')}`
  try {
    const isForGroup = /[?&]startgroup(=|$)/.test(full)
    const groups = ownChats().filter(({ chat }) => chat.type !== 'private')
    const choices = groups.map(({ chat }) => ({ label: chat.title ?? '', value: String(chat.id) }))
    const chat = isForGroup
      ? await ask('加到哪个群？', '', [...choices, { label: '取消', value: '' }])
      : String(store.speakerId)
    if (chat === '') return
    openChatById(Number(chat))
    await act('open', { user: store.speakerId, link: full, chat: Number(chat) })
  } catch (err) {
    showFailure(err)
  }
}

/** @param {number} chatId */
function openChatById(chatId) {
  if (!store.chats.has(chatId)) return
  changeDraft(store.chatId, chatId)
  store.chatId = chatId
  store.threadId = 0
  openChat().unread = 0
  app.dataset['view'] = 'chat'
  showAll()
  focusComposer()
}

function showAll() {
  showChatList(openChatById)
  showChat(actions)
  showComposer()
  speakerSelect.replaceChildren(
    ...store.users.map(({ id, first_name }) =>
      el('option', { value: id, selected: id === store.speakerId }, first_name),
    ),
  )
  languageSelect.value = speaker().language_code ?? ''
}

/** @param {SceneEvent} event */
function hear(event) {
  applyEvent(event)
  if (event.kind === 'call') return addCall(event.call)
  if (event.kind === 'changed') return void refresh()
  if (event.kind === 'answer') return void hearAnswer(event)
  showChatList(openChatById)
  if (event.chatId !== store.chatId) return
  if (event.kind === 'message') addMessage(event.message, actions)
  if (event.kind === 'edit') replaceMessage(event.message, actions)
  if (event.kind === 'delete') removeMessage(event.messageId)
  showHead()
  showComposer()
}

/** @param {Extract<SceneEvent, { kind: 'answer' }>} event */
async function hearAnswer({ queryId, userId, text, alert, url }) {
  answerArrived(queryId)
  if (userId !== store.speakerId) return
  if (url !== '') return visit(url)
  if (alert && text !== '') await ask(store.bot.first_name, text, [{ label: '好', value: '' }])
  else if (text !== '') showToast(text)
}

async function refresh() {
  const openBefore = store.chatId
  const language = speaker().language_code
  takeSnapshot(await act('state'))
  if (openBefore !== store.chatId || language !== speaker().language_code || openChat().messages.length === 0)
    return showAll()
  showChatList(openChatById)
  showHead()
  showComposer()
}

async function start() {
  takeSnapshot(await act('state'))
  showAll()
  showCalls()
  listen(store.place, {
    onEvent: hear,
    onForgotten: () => void start(),
    onConnection: (isConnected) => {
      byId('connection', HTMLSpanElement).textContent = isConnected ? '' : '重新连接中…'
      app.classList.toggle('offline', !isConnected)
    },
  })
}

/**
 * Somebody else speaks from now on: in the same group, or in a private chat of their own.
 * @param {number} userId
 */
function changeSpeaker(userId) {
  store.speakerId = userId
  const stays = ownChats().some(({ chat }) => chat.id === store.chatId)
  const view = app.dataset['view']
  openChatById(stays ? store.chatId : userId)
  app.dataset['view'] = view
}

/** The person after the speaker, among those who are in the open chat. */
function nextSpeaker() {
  const { members } = openChat()
  const present = store.users.filter(({ id }) => members[id] !== undefined)
  const place = present.findIndex(({ id }) => id === store.speakerId)
  return present[(place + 1) % present.length]?.id ?? store.speakerId
}

speakerSelect.addEventListener('change', () => {
  changeSpeaker(Number(speakerSelect.value))
  speakerSelect.focus()
})
languageSelect.addEventListener(
  'change',
  () => void act('set-language', { user: store.speakerId, language: languageSelect.value }),
)
byId('start-form', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault()
  const input = byId('start-link', HTMLInputElement)
  if (input.value.trim() !== '') void openLink(input.value.trim())
})
startTopics((threadId) => {
  store.threadId = threadId
  showChat(actions)
})
byId('back', HTMLButtonElement).addEventListener('click', () => {
  app.dataset['view'] = 'list'
})

function toggleLog() {
  const isOpen = app.classList.toggle('with-log')
  byId('log-toggle', HTMLButtonElement).setAttribute('aria-expanded', String(isOpen))
  byId(isOpen ? 'log-close' : 'log-toggle', HTMLButtonElement).focus()
}

for (const id of ['log-toggle', 'log-close']) byId(id, HTMLButtonElement).addEventListener('click', toggleLog)
byId('log', HTMLElement).addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') toggleLog()
})
setInterval(showHead, 1000)
startComposer({
  follow: (link) => void openLink(link),
  changeSpeaker: () => changeSpeaker(nextSpeaker()),
})
await start()
focusComposer()
