// @ts-check
import { byId, el } from './element.js'

/** How long a notice stays. */
const SHOWN_MS = 3500

let timer = 0

/**
 * Shows a short notice, as Telegram does with the answer to a button.
 * @param {string} text
 */
export function showToast(text) {
  const toast = byId('toast', HTMLDivElement)
  toast.textContent = text
  toast.showPopover()
  clearTimeout(timer)
  timer = window.setTimeout(() => toast.hidePopover(), SHOWN_MS)
}

/**
 * Tells why something could not be done.
 * @param {unknown} err
 */
export const showFailure = (err) => showToast(err instanceof Error ? err.message : String(err))

/**
 * Asks, or tells what must be read. Escape is the last choice.
 * @param {string} title
 * @param {string} text
 * @param {readonly { label: string, value: string }[]} choices
 * @returns {Promise<string>} the value of the choice, or `''`
 */
export async function ask(title, text, choices) {
  const dialog = byId('dialog', HTMLDialogElement)
  const isList = choices.length > 2
  dialog.replaceChildren(
    el(
      'form',
      { method: 'dialog' },
      el('h2', { id: 'dialog-title' }, title),
      text !== '' && el('p', {}, text),
      el(
        'div',
        { class: isList ? 'choices list' : 'choices' },
        ...choices.map(({ label, value }) => el('button', { value, class: 'text-button' }, label)),
      ),
    ),
  )
  dialog.returnValue = ''
  dialog.showModal()
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue), { once: true })
  })
}
