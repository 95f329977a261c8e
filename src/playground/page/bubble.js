// @ts-check
/** @import { ApiFile, ApiMessage } from '../world/message.ts' */
/** @import { InlineButton } from '../rules/keyboard.ts' */
/** @import { TextActions } from './formatted-text.js' */
import { colourOf, renderAvatar } from './avatar.js'
import { el, icon } from './element.js'
import { renderText } from './formatted-text.js'
import { store } from './store.js'

/**
 * @typedef {TextActions & {
 *   press: (message: ApiMessage, row: number, column: number, button: HTMLButtonElement) => void,
 *   reply: (message: ApiMessage) => void,
 * }} MessageActions
 */

/**
 * A message in one line, for lists and replies.
 * @param {ApiMessage} message
 */
export const summarise = ({ text, caption, document, photo }) =>
  (text ?? caption ?? document?.file_name ?? (photo ? '图片' : '服务消息')).slice(0, 80)

/** @param {number} seconds */
const clockTime = (seconds) =>
  new Date(seconds * 1000).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false })

/**
 * One message as it stands in the chat. Whether it is the first or last of a run is set by `groupBubbles`.
 * @param {ApiMessage} message
 * @param {boolean} isPrivate
 * @param {MessageActions} actions
 * @returns {HTMLElement}
 */
export function renderMessage(message, isPrivate, actions) {
  const service = describeService(message)
  if (service) return el('div', { class: 'service', 'data-id': message.message_id }, service)
  const isOwn = message.from.id === store.speakerId
  const sender = message.sender_chat?.title ?? message.from.first_name
  const bubble = el(
    'div',
    { class: 'bubble' },
    !isPrivate && !isOwn && el('p', { class: `sender ${colourOf(message.from.id)}` }, sender),
    message.via_bot && el('p', { class: 'via' }, `经由 @${message.via_bot.username}`),
    message.reply_to_message && renderReply(message.reply_to_message),
    ...renderFiles(message),
    renderBody(message, actions),
    renderMeta(message, isOwn),
  )
  return el(
    'article',
    {
      class: `message ${isOwn ? 'own' : 'other'}`,
      'data-id': message.message_id,
      'data-run': `${message.from.id} ${message.via_bot?.id ?? ''}`,
      'aria-label': `${isOwn ? '我' : sender}，${clockTime(message.date)}`,
    },
    !isPrivate && !isOwn && renderAvatar(message.sender_chat ?? message.from),
    el('div', { class: 'stack' }, bubble, renderKeyboard(message, actions)),
    renderReplyButton(message, actions),
  )
}

/** @param {ApiMessage} message */
function describeService({ migrate_to_chat_id, migrate_from_chat_id }) {
  if (migrate_to_chat_id !== undefined) return '本群已升级为超级群'
  return migrate_from_chat_id !== undefined && '由普通群升级而来'
}

/**
 * @param {ApiMessage} message
 * @param {MessageActions} actions
 */
function renderBody(message, actions) {
  const text = message.text ?? message.caption ?? ''
  const entities = message.entities ?? message.caption_entities ?? []
  return text !== '' && el('div', { class: 'text', dir: 'auto' }, renderText(text, entities, actions))
}

/** @param {ApiMessage} message */
function renderReply(message) {
  const { from } = message
  return el(
    'div',
    { class: `quoted ${colourOf(from.id)}` },
    el('strong', {}, from.first_name),
    el('span', {}, summarise(message)),
  )
}

/** @param {ApiMessage} message */
function renderFiles({ photo, document: file, caption }) {
  const picture = photo?.at(-1)
  return [
    picture &&
      el('img', {
        class: 'photo',
        src: fileUrl(picture),
        width: picture.width,
        height: picture.height,
        alt: caption ?? '图片',
      }),
    file &&
      el(
        'a',
        { class: 'document', href: fileUrl(file), download: file.file_name ?? true },
        el('span', { class: 'document-icon' }, icon('file')),
        el(
          'span',
          {},
          el('strong', {}, file.file_name ?? '文件'),
          el('small', {}, formatSize(file.file_size)),
        ),
      ),
  ]
}

/** @param {ApiFile} file */
const fileUrl = (file) => `/control/file?id=${encodeURIComponent(file.file_id)}`

/** @param {number} bytes */
const formatSize = (bytes) => (bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(1)} KB`)

/**
 * @param {ApiMessage} message
 * @param {boolean} isOwn
 */
function renderMeta({ date, edit_date }, isOwn) {
  return el(
    'span',
    { class: 'meta' },
    edit_date !== undefined && '已编辑 ',
    el('time', { datetime: new Date(date * 1000).toISOString() }, clockTime(date)),
    isOwn && el('span', { class: 'ticks', 'aria-hidden': 'true' }, '✓✓'),
  )
}

/**
 * @param {ApiMessage} message
 * @param {MessageActions} actions
 */
function renderKeyboard(message, actions) {
  const rows = message.reply_markup?.inline_keyboard
  return (
    rows &&
    el(
      'div',
      { class: 'keyboard', role: 'group', 'aria-label': '按钮' },
      ...rows.map((row, r) =>
        el(
          'div',
          { class: 'row' },
          ...row.map((button, c) => {
            const sign = signOf(button)
            const element = el('button', { type: 'button' }, el('span', {}, button.text), sign && icon(sign))
            element.addEventListener('click', () => actions.press(message, r, c, element))
            return element
          }),
        ),
      ),
    )
  )
}

/** @param {InlineButton} button */
function signOf(button) {
  if (button.url !== undefined || button.web_app) return 'link'
  if (button.copy_text) return 'copy'
  return button.callback_data === undefined && 'share'
}

/**
 * @param {ApiMessage} message
 * @param {MessageActions} actions
 */
function renderReplyButton(message, actions) {
  const button = el(
    'button',
    { class: 'reply-button', type: 'button', 'aria-label': '回复这条消息' },
    icon('share'),
  )
  button.addEventListener('click', () => actions.reply(message))
  return button
}
