// @ts-check
/** @import { ApiMessage } from '../world/message.ts' */
/** @import { MessageActions } from './bubble.js' */
import { fillAvatar } from './avatar.js'
import { renderMessage } from './bubble.js'
import { byId, el, findAll } from './element.js'
import { openChat, speaker, store } from './store.js'
import { showTopics } from './topics.js'

/** Messages of one sender within this time stand close together. */
const RUN_SECONDS = 600
/** So near to the end, new messages are scrolled to. */
const NEAR_PX = 120

const list = byId('messages', HTMLDivElement)
const toBottom = byId('to-bottom', HTMLButtonElement)

/**
 * Shows the open chat from scratch.
 * @param {MessageActions} actions
 */
export function showChat(actions) {
  const { chat, messages } = openChat()
  showHead()
  showTopics()
  const isPrivate = chat.type === 'private'
  list.replaceChildren(...shownMessages(messages).map((it) => renderMessage(it, isPrivate, actions)))
  if (list.childElementCount === 0) list.append(renderWelcome(isPrivate))
  groupBubbles()
  list.scrollTop = list.scrollHeight
}

/** Name of the chat, and what is going on in it. */
export function showHead() {
  const { chat, members, typingUntil } = openChat()
  const isPrivate = chat.type === 'private'
  const present = Object.values(members).filter((it) => it !== 'left' && it !== 'kicked').length
  const isBlocked = isPrivate && members[store.bot.id] === 'kicked'
  const quiet = isPrivate ? (isBlocked ? '已拉黑' : '机器人') : `${present} 位成员`
  const isTyping = typingUntil > Date.now()
  fillAvatar(byId('chat-avatar', HTMLSpanElement), isPrivate ? store.bot : chat)
  byId('chat-title', HTMLHeadingElement).textContent = isPrivate ? store.bot.first_name : (chat.title ?? '')
  const status = byId('chat-status', HTMLParagraphElement)
  status.textContent = isTyping ? `${isPrivate ? '' : `${store.bot.first_name} `}正在输入…` : quiet
  status.classList.toggle('typing', isTyping)
}

/** @param {ApiMessage[]} messages */
const shownMessages = (messages) =>
  store.threadId === 0 ? messages : messages.filter((it) => it.message_thread_id === store.threadId)

/**
 * Adds a message at the end, and scrolls there for whoever has been reading there.
 * @param {ApiMessage} message
 * @param {MessageActions} actions
 */
export function addMessage(message, actions) {
  if (shownMessages([message]).length === 0) return
  const isNear = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_PX
  list.querySelector('.welcome')?.remove()
  list.append(renderMessage(message, message.chat.type === 'private', actions))
  groupBubbles()
  if (isNear || message.from.id === store.speakerId) list.scrollTop = list.scrollHeight
  else toBottom.hidden = false
}

/**
 * Puts another version of a message in its place. The keyboard's user stays at the same button.
 * @param {ApiMessage} message
 * @param {MessageActions} actions
 */
export function replaceMessage(message, actions) {
  const old = findMessage(message.message_id)
  if (!old) return
  const isNear = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_PX
  const focused = [...old.querySelectorAll('.keyboard button')].indexOf(document.activeElement ?? old)
  const edited = renderMessage(message, message.chat.type === 'private', actions)
  old.replaceWith(edited)
  groupBubbles()
  if (focused >= 0) {
    const buttons = findAll(edited, '.keyboard button')
    const next = buttons[Math.min(focused, buttons.length - 1)] ?? list
    next.focus()
  }
  if (isNear) list.scrollTop = list.scrollHeight
}

/** @param {number} messageId */
export function removeMessage(messageId) {
  findMessage(messageId)?.remove()
  groupBubbles()
}

/** @param {number} messageId */
const findMessage = (messageId) => list.querySelector(`[data-id="${messageId}"]`)

/** Sets which bubbles begin and end a run of one sender, and puts the day above its first message. */
function groupBubbles() {
  for (const day of list.querySelectorAll('.day')) day.remove()
  const byMessage = new Map(openChat().messages.map((message) => [String(message.message_id), message]))
  const bubbles = findAll(list, ':scope > [data-id]')
  let before = { run: '', date: 0, day: '' }
  let last = /** @type {HTMLElement | undefined} */ (undefined)
  for (const bubble of bubbles) {
    const date = byMessage.get(bubble.dataset['id'] ?? '')?.date ?? before.date
    const day = nameDay(date)
    if (day !== before.day) bubble.before(el('div', { class: 'day' }, el('span', {}, day)))
    const run = bubble.dataset['run'] ?? ''
    const isFirst = run !== before.run || day !== before.day || date - before.date > RUN_SECONDS
    bubble.classList.toggle('first', isFirst)
    last?.classList.toggle('last', isFirst)
    before = { run, date, day }
    last = bubble
  }
  last?.classList.add('last')
}

/** @param {number} seconds */
function nameDay(seconds) {
  const day = new Date(seconds * 1000).toLocaleDateString('zh-CN', { month: 'long', day: 'numeric' })
  return day === new Date().toLocaleDateString('zh-CN', { month: 'long', day: 'numeric' }) ? '今天' : day
}

/**
 * What Telegram shows where nothing has been said yet.
 * @param {boolean} isPrivate
 */
function renderWelcome(isPrivate) {
  const language = speaker().language_code?.slice(0, 2) ?? ''
  const description = store.descriptions[language] || store.descriptions['']
  const hint = isPrivate
    ? description || '点“开始”，和报童说话。'
    : `试试 /help@${store.bot.username}，或输入 @${store.bot.username} 加一个词。`
  return el(
    'div',
    { class: 'welcome' },
    isPrivate && el('strong', {}, '这个机器人能做什么？'),
    el('p', {}, hint),
  )
}

list.addEventListener('scroll', () => {
  toBottom.hidden = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_PX
})
toBottom.addEventListener('click', () => list.scrollTo({ top: list.scrollHeight, behavior: 'smooth' }))
