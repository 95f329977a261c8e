// @ts-check
/** @import { ApiChat, ApiUser } from '../world/message.ts' */
import { el } from './element.js'
import { store } from './store.js'

/** Colours that Telegram has for people and groups. */
const COLOURS = 7

/**
 * The class that colours a person or a chat, always the same.
 * @param {number} id
 */
export const colourOf = (id) => `colour-${(Math.abs(id) % 10) % COLOURS}`

/**
 * Shows a person, a chat or the bot in a round picture.
 * @param {ApiUser | ApiChat} who
 */
export function renderAvatar(who) {
  const avatar = el('span', { 'aria-hidden': 'true' })
  fillAvatar(avatar, who)
  return avatar
}

/**
 * @param {HTMLElement} avatar
 * @param {ApiUser | ApiChat} who
 */
export function fillAvatar(avatar, who) {
  const isBot = who.id === store.bot.id
  const name = ('title' in who && who.title) || who.first_name || '?'
  avatar.className = `avatar ${isBot ? 'bot' : colourOf(who.id)}`
  avatar.textContent = isBot ? '' : (Array.from(name)[0] ?? '?')
}
