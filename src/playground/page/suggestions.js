// @ts-check
import { byId, el } from './element.js'

/**
 * One line of the list above the box.
 * @typedef {object} Suggestion
 * @property {string} title
 * @property {string} [detail]
 * @property {string} [group] shown above the first of its kind
 * @property {boolean} [isCard] a card of inline mode rather than a command
 * @property {() => void} choose
 */

const panel = byId('suggestions', HTMLDivElement)
const box = byId('text', HTMLTextAreaElement)

/** @type {readonly Suggestion[]} */
let shown = []
let active = 0
/** @type {(() => void) | undefined} */
let atEnd

/** Whether there is anything to choose from. */
export const isOpen = () => !panel.hidden

/**
 * Shows what may be chosen with the arrow keys and Enter, or a click.
 * @param {string} label
 * @param {readonly Suggestion[]} suggestions none: only `note` is shown
 * @param {object} [more]
 * @param {string} [more.note] said instead of, or below, the suggestions
 * @param {() => void} [more.onEnd] the end of the list is in sight
 * @param {boolean} [more.keep] the list has grown: stay at the same line
 */
export function show(label, suggestions, { note = '', onEnd, keep = false } = {}) {
  shown = suggestions
  active = keep ? Math.min(active, suggestions.length - 1) : 0
  atEnd = onEnd
  const list = el(
    'ul',
    { role: 'listbox', id: 'suggestion-list', 'aria-label': label },
    ...suggestions.map((suggestion, index) => renderOption(suggestion, index)),
  )
  const scrolled = panel.scrollTop
  panel.replaceChildren(
    el('div', { class: 'suggestions-head' }, label),
    list,
    ...(note ? [el('p', { class: 'note', role: 'status' }, note)] : []),
  )
  panel.hidden = false
  panel.scrollTop = keep ? scrolled : 0
  box.setAttribute('aria-expanded', 'true')
  box.setAttribute('aria-controls', 'suggestion-list')
  mark()
}

/** Takes the list away. */
export function hide() {
  panel.hidden = true
  panel.replaceChildren()
  shown = []
  atEnd = undefined
  box.setAttribute('aria-expanded', 'false')
  box.removeAttribute('aria-activedescendant')
}

/**
 * @param {Suggestion} suggestion
 * @param {number} index
 */
function renderOption({ title, detail, isCard, choose }, index) {
  const option = el(
    'li',
    { role: 'option', id: `suggestion-${index}`, class: isCard ? 'card' : 'command-line' },
    isCard ? el('span', { class: 'thumb', 'aria-hidden': 'true' }, Array.from(title)[0] ?? '') : null,
    el('span', { class: 'option-text' }, el('strong', {}, title), detail && el('small', {}, detail)),
  )
  // The box keeps the focus: whoever clicks goes on typing.
  option.addEventListener('mousedown', (event) => event.preventDefault())
  option.addEventListener('click', choose)
  return option
}

function mark() {
  const options = panel.querySelectorAll('[role=option]')
  for (const [index, option] of options.entries()) {
    option.setAttribute('aria-selected', String(index === active))
    if (index === active) option.scrollIntoView({ block: 'nearest' })
  }
  if (shown.length > 0) box.setAttribute('aria-activedescendant', `suggestion-${active}`)
  if (active >= shown.length - 3) atEnd?.()
}

/**
 * Arrow keys move, Enter chooses, Escape closes.
 * @param {KeyboardEvent} event
 * @returns {boolean} whether the key was meant for the list
 */
export function handleKey(event) {
  if (!isOpen()) return false
  if (event.key === 'Escape') hide()
  else if (shown.length === 0) return false
  else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const step = event.key === 'ArrowDown' ? 1 : -1
    const next = (active + step + shown.length) % shown.length
    // Where more is to come the last line is not the end, and the first one has none before it.
    if (!atEnd || next === active + step) active = next
    mark()
  } else if (event.key === 'Enter' && !event.shiftKey) shown[active]?.choose()
  else return false
  event.preventDefault()
  return true
}

panel.addEventListener('scroll', () => {
  if (panel.scrollHeight - panel.scrollTop - panel.clientHeight < 80) atEnd?.()
})
