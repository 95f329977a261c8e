// @ts-check
/** @import { ApiMessage } from '../world/message.ts' */
/** @import { BotCommand } from '../rules/commands.ts' */
import { fillAvatar } from './avatar.js'
import { summarise } from './bubble.js'
import { byId, el, icon } from './element.js'
import { askInline, dropInline, readInlineQuery } from './inline-box.js'
import { openChat, speaker, store } from './store.js'
import { handleKey, hide, isOpen, show } from './suggestions.js'
import { showFailure } from './toast.js'
import { act } from './wire.js'

const box = byId('text', HTMLTextAreaElement)
const form = byId('compose', HTMLFormElement)
const startButton = byId('start-button', HTMLButtonElement)
const menuButton = byId('menu-button', HTMLButtonElement)
const speakAs = byId('speak-as', HTMLButtonElement)
const replying = byId('replying', HTMLDivElement)

/** @type {ApiMessage | undefined} */
let replyTo
/** @type {(link: string) => void} */
let openLink = () => {}
/** Texts begun and not sent, by chat. @type {Map<number, string>} */
const drafts = new Map()

/**
 * Sends a text in the speaker's name to the open chat.
 * @param {string} text
 */
export async function send(text) {
  try {
    await act('send', {
      user: store.speakerId,
      chat: store.chatId,
      text,
      ...(store.threadId !== 0 && { thread: store.threadId }),
      ...(replyTo && { replyTo: replyTo.message_id }),
    })
    setReply(undefined)
  } catch (err) {
    showFailure(err)
  }
}

/**
 * Puts a text into the box, as if it had been typed.
 * @param {string} text
 */
export function fillBox(text) {
  box.value = text
  box.focus()
  box.dispatchEvent(new Event('input'))
}

/** @param {ApiMessage | undefined} message the message that the next text answers */
export function setReply(message) {
  replyTo = message
  replying.hidden = !message
  if (!message) return replying.replaceChildren()
  const cancel = el(
    'button',
    { class: 'icon-button', type: 'button', 'aria-label': '不回复了' },
    icon('close'),
  )
  cancel.addEventListener('click', () => setReply(undefined))
  replying.replaceChildren(
    el('div', {}, el('strong', {}, `回复 ${message.from.first_name}`), el('span', {}, summarise(message))),
    cancel,
  )
  box.focus()
}

/**
 * Keeps the text begun in one chat, and brings back what was begun in another.
 * @param {number} left
 * @param {number} entered
 */
export function changeDraft(left, entered) {
  drafts.set(left, box.value)
  hide()
  dropInline()
  setReply(undefined)
  box.value = drafts.get(entered) ?? ''
  grow()
}

/** Where nobody has spoken yet there is one button, as in Telegram. */
export function showComposer() {
  const { chat, members, messages } = openChat()
  const isSilent = chat.type === 'private' && (messages.length === 0 || members[store.bot.id] === 'kicked')
  startButton.hidden = !isSilent
  startButton.textContent = messages.length === 0 ? '开始' : '重新启用机器人'
  form.hidden = isSilent
  box.placeholder = chat.type === 'private' ? '输入消息' : `${speaker().first_name}说…`
  speakAs.hidden = chat.type === 'private'
  fillAvatar(speakAs, speaker())
  speakAs.setAttribute('aria-label', `${speaker().first_name}在说话，换一个人`)
}

/** @param {string} filter what was typed behind the slash */
async function showMenu(filter) {
  const { chat } = openChat()
  const typed = box.value
  /** @type {BotCommand[]} */
  const menu = await act('menu', { user: store.speakerId, chat: chat.id })
  // It was sent, or goes on, while the menu was on its way.
  if (box.value !== typed) return
  const fitting = menu.filter(({ command }) => command.startsWith(filter))
  if (fitting.length === 0 && filter !== '') return hide()
  const suffix = chat.type === 'private' ? '' : `@${store.bot.username}`
  const lines = fitting.map(({ command, description }) => ({
    title: `/${command}`,
    detail: description,
    choose: () => {
      hide()
      clear()
      void send(`/${command}${suffix}`)
    },
  }))
  show('命令', lines, { note: lines.length === 0 ? '机器人还没有登记命令。' : '' })
}

function clear() {
  box.value = ''
  grow()
}

/** The box is as high as its text, up to a limit that the style sheet sets. */
function grow() {
  box.rows = Math.min(6, box.value.split('\n').length)
}

function typed() {
  grow()
  const query = readInlineQuery(box.value)
  const command = /^\/(\w*)$/.exec(box.value)?.[1]
  if (query !== undefined)
    askInline(query, { onChosen: clear, onStart: (payload) => openLink(`?start=${payload}`) })
  else {
    dropInline()
    if (command === undefined) hide()
    else showMenu(command).catch(showFailure)
  }
}

async function submit() {
  const text = box.value
  if (text.trim() === '' || readInlineQuery(text) !== undefined) return
  hide()
  clear()
  await send(text)
}

/** Takes the reader to the box, or to the one button that stands in its place. */
export const focusComposer = () => (form.hidden ? startButton : box).focus()

/**
 * @param {object} actions
 * @param {(link: string) => void} actions.follow opens a link to the bot
 * @param {() => void} actions.changeSpeaker the next person speaks
 */
export function startComposer({ follow, changeSpeaker }) {
  openLink = follow
  speakAs.addEventListener('click', changeSpeaker)
  box.addEventListener('input', typed)
  box.addEventListener('keydown', (event) => {
    if (event.isComposing || handleKey(event)) return
    if (event.key === 'Escape' && replyTo) setReply(undefined)
    if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    void submit()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void submit()
  })
  startButton.addEventListener('click', () => void send('/start').then(() => box.focus()))
  menuButton.addEventListener('click', () => {
    box.focus()
    if (isOpen()) hide()
    else showMenu('').catch(showFailure)
  })
  byId('inline-button', HTMLButtonElement).addEventListener('click', () => fillBox(`@${store.bot.username} `))
}
