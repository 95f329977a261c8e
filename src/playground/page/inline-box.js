// @ts-check
/** @import { ShownAnswer } from '../control/inline.ts' */
import { store } from './store.js'
import { hide, show } from './suggestions.js'
import { showFailure } from './toast.js'
import { act } from './wire.js'

/** Telegram's apps wait for a pause in the typing. */
const PAUSE_MS = 250

let timer = 0
/** Only the answer to the latest question is shown. */
let asked = 0

/**
 * What was typed behind the bot's name, or `undefined` when the text is no inline query.
 * @param {string} text
 */
export function readInlineQuery(text) {
  const name = `@${store.bot.username}`
  if (!text.toLowerCase().startsWith(name.toLowerCase())) return undefined
  const rest = text.slice(name.length)
  return rest === '' || !/^\s/.test(rest) ? undefined : rest.trimStart()
}

/** Forgets a question that has not gone out yet. */
export function dropInline() {
  clearTimeout(timer)
  asked += 1
}

/**
 * Asks the bot, after a pause in the typing, and shows its cards.
 * @param {string} query
 * @param {object} actions
 * @param {() => void} actions.onChosen
 * @param {(payload: string) => void} actions.onStart
 */
export function askInline(query, actions) {
  dropInline()
  const question = asked
  timer = window.setTimeout(() => {
    loadCards(query, '', [], question, actions).catch(showFailure)
  }, PAUSE_MS)
}

/**
 * @param {string} query
 * @param {string} offset
 * @param {readonly import('./suggestions.js').Suggestion[]} before cards of the earlier parts of the answer
 * @param {number} question
 * @param {Parameters<typeof askInline>[1]} actions
 */
async function loadCards(query, offset, before, question, actions) {
  const place = { user: store.speakerId, chat: store.chatId, thread: store.threadId }
  if (offset === '') show('内联结果', [], { note: '正在问机器人…' })
  /** @type {ShownAnswer | null} */
  const answer = await act('inline', { ...place, query, offset })
  if (question !== asked) return
  if (!answer) return show('内联结果', before, { note: '机器人没有回答。', keep: before.length > 0 })
  const cards = answer.results.map(({ id, title, description, content }) => ({
    title: title || content.text.slice(0, 40),
    detail: description,
    isCard: true,
    choose: () => {
      hide()
      dropInline()
      act('choose', { ...place, query: answer.queryId, result: id }).then(actions.onChosen, showFailure)
    },
  }))
  const { button, nextOffset } = answer
  const start = button?.start_parameter
  const first =
    offset === '' && button && start ? [{ title: button.text, choose: () => actions.onStart(start) }] : []
  const all = [...before, ...first, ...cards]
  let isLoading = false
  const onEnd = () => {
    if (isLoading) return
    isLoading = true
    loadCards(query, nextOffset, all, question, actions).catch(showFailure)
  }
  show(answer.fromCache ? '内联结果（来自缓存）' : '内联结果', all, {
    note: all.length === 0 ? '没有结果。' : '',
    ...(nextOffset !== '' && { onEnd }),
    keep: before.length > 0,
  })
}
