// @ts-check
/** @import { ApiMessage } from '../world/message.ts' */
import { showFailure } from './toast.js'
import { act } from './wire.js'

/** Telegram's apps stop waiting for the bot about then. */
const PATIENCE_MS = 10_000

/** Buttons that wait for the bot's answer. @type {Map<string, () => void>} */
const waiting = new Map()

/**
 * Presses a button; it shows that it waits until the bot has answered.
 * @param {number} userId
 * @param {ApiMessage} message
 * @param {{ row: number, column: number }} place
 * @param {HTMLButtonElement} button
 * @returns {Promise<{ kind: string, url?: string, text?: string, query?: string, where?: string }>}
 */
export async function pressButton(userId, message, place, button) {
  button.classList.add('waiting')
  const release = () => button.classList.remove('waiting')
  try {
    const pressed = await act('press', {
      user: userId,
      chat: message.chat.id,
      message: message.message_id,
      ...place,
    })
    if (pressed.kind === 'callback') {
      waiting.set(pressed.queryId, release)
      if (early.delete(pressed.queryId)) answerArrived(pressed.queryId)
      setTimeout(() => {
        if (waiting.delete(pressed.queryId)) release()
      }, PATIENCE_MS)
    } else release()
    return pressed
  } catch (err) {
    release()
    showFailure(err)
    return { kind: 'none' }
  }
}

/** Answers that came before the press was known to have gone out. @type {Set<string>} */
const early = new Set()

/**
 * The bot has answered a press.
 * @param {string} queryId
 */
export function answerArrived(queryId) {
  const release = waiting.get(queryId)
  if (!release) {
    early.add(queryId)
    return
  }
  waiting.delete(queryId)
  release()
}
