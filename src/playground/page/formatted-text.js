// @ts-check
/** @import { MessageEntity } from '../rules/message-entity.ts' */
import { el } from './element.js'

/**
 * What a reader may do with a text.
 * @typedef {object} TextActions
 * @property {(url: string, event: Event) => void} follow
 * @property {(command: string) => void} command
 * @property {(text: string) => void} copy
 */

/**
 * A text and its formatting as nodes.
 * @param {string} text
 * @param {readonly MessageEntity[]} entities an entity stands before what it holds
 * @param {TextActions} actions
 * @returns {DocumentFragment}
 */
export function renderText(text, entities, actions) {
  const fragment = document.createDocumentFragment()
  fill(fragment, text, 0, text.length, [...entities], actions)
  return fragment
}

/**
 * Puts the text from `start` to `end` into `parent`, and takes from `rest` the entities that begin there.
 * @param {ParentNode} parent
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @param {MessageEntity[]} rest
 * @param {TextActions} actions
 */
function fill(parent, text, start, end, rest, actions) {
  let at = start
  for (let entity = rest[0]; entity && entity.offset < end; entity = rest[0]) {
    rest.shift()
    const from = Math.max(entity.offset, at)
    const to = Math.min(entity.offset + entity.length, end)
    if (from >= to) continue
    parent.append(text.slice(at, from))
    const content = document.createDocumentFragment()
    fill(content, text, from, to, rest, actions)
    parent.append(wrap(entity, text.slice(from, to), content, actions))
    at = to
    // A quote and a block of code end their line themselves.
    if (isBlock(entity) && text[at] === '\n' && at < end) at += 1
  }
  parent.append(text.slice(at, end))
}

/** @param {MessageEntity} entity */
const isBlock = ({ type }) => type === 'pre' || type.endsWith('blockquote')

/** @type {Record<string, keyof HTMLElementTagNameMap>} */
const PLAIN_TAGS = { bold: 'strong', italic: 'em', underline: 'u', strikethrough: 's' }

/**
 * @param {MessageEntity} entity
 * @param {string} text
 * @param {DocumentFragment} content
 * @param {TextActions} actions
 * @returns {Node}
 */
function wrap(entity, text, content, actions) {
  const plain = PLAIN_TAGS[entity.type]
  if (plain) return el(plain, {}, content)
  switch (entity.type) {
    case 'text_link':
      return renderLink(entity.url ?? '', content, actions)
    case 'url':
      return renderLink(/^https?:/i.test(text) ? text : `https://${text}`, content, actions)
    case 'email':
      return renderLink(`mailto:${text}`, content, actions)
    case 'bot_command':
      return renderPressable({ class: 'command' }, content, () => actions.command(text))
    case 'code':
      return renderPressable({ class: 'code', title: '点一下复制' }, content, () => actions.copy(text))
    case 'spoiler':
      return renderPressable({ class: 'spoiler', 'aria-label': '显示隐藏的文字' }, content, (it) =>
        it.replaceWith(el('span', { class: 'shown' }, ...it.childNodes)),
      )
    case 'pre':
      return el(
        'pre',
        {},
        entity.language && el('span', { class: 'code-language' }, entity.language),
        el('code', {}, content),
      )
    case 'blockquote':
      return el('blockquote', {}, content)
    case 'expandable_blockquote':
      return renderExpandable(content)
    case 'mention':
    case 'hashtag':
    case 'cashtag':
    case 'phone_number':
    case 'text_mention':
      return el('span', { class: 'tag' }, content)
    default:
      return content
  }
}

/**
 * A stretch of text that can be pressed. A real button would not break over lines as text does.
 * @param {Record<string, string>} attributes
 * @param {DocumentFragment} content
 * @param {(it: HTMLElement) => void} press
 */
function renderPressable(attributes, content, press) {
  const it = el('span', { ...attributes, role: 'button', tabindex: 0 }, content)
  it.addEventListener('click', () => press(it))
  it.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    press(it)
  })
  return it
}

/**
 * Only addresses that a browser may open become links: a bot can write any other scheme too.
 * @param {string} url
 * @param {DocumentFragment} content
 * @param {TextActions} actions
 */
function renderLink(url, content, actions) {
  if (!/^(https?:|mailto:|tg:)/i.test(url)) return el('span', {}, content)
  const link = el('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, content)
  link.addEventListener('click', (event) => actions.follow(url, event))
  return link
}

/** @param {DocumentFragment} content */
function renderExpandable(content) {
  const text = el('div', { class: 'quote-text' }, content)
  const toggle = el('button', { class: 'quote-toggle', type: 'button', 'aria-expanded': 'false' }, '展开')
  const quote = el('blockquote', { class: 'expandable' }, text, toggle)
  toggle.addEventListener('click', () => {
    const isOpen = quote.classList.toggle('open')
    toggle.setAttribute('aria-expanded', String(isOpen))
    toggle.textContent = isOpen ? '收起' : '展开'
  })
  return quote
}
