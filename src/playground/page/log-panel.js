// @ts-check
/** @import { CallRecord } from '../world/scene-event.ts' */
import { byId, el } from './element.js'
import { store } from './store.js'

const list = byId('calls', HTMLOListElement)
const onlyRefused = byId('only-refused', HTMLInputElement)
const withPolls = byId('with-polls', HTMLInputElement)
const badge = byId('refusals', HTMLSpanElement)
/** Lines shown; the server keeps more. */
const SHOWN = 200

/** Shows the latest calls, the newest first. */
export function showCalls() {
  list.replaceChildren(...store.calls.filter(isWanted).slice(-SHOWN).toReversed().map(renderCall))
  showBadge()
}

/** @param {CallRecord} call */
export function addCall(call) {
  showBadge()
  if (!isWanted(call)) return
  list.prepend(renderCall(call))
  if (list.childElementCount > SHOWN) list.lastElementChild?.remove()
}

function showBadge() {
  const refused = store.calls.filter((call) => call.refused).length
  badge.hidden = refused === 0
  badge.textContent = String(refused)
  badge.setAttribute('aria-label', `${refused} 次被拒绝`)
}

/** @param {CallRecord} call */
function isWanted(call) {
  if (onlyRefused.checked && !call.refused) return false
  return withPolls.checked || !isEmptyPoll(call)
}

/** @param {CallRecord} call */
function isEmptyPoll({ method, answer }) {
  const result = /** @type {{ result?: unknown }} */ (answer ?? {}).result
  return method.toLowerCase() === 'getupdates' && Array.isArray(result) && result.length === 0
}

/**
 * What a call is about, in a few words.
 * @param {unknown} params
 * @param {unknown} answer
 */
function summarise(params, answer) {
  const { text, caption, action, results } =
    /** @type {{ text?: unknown, caption?: unknown, action?: unknown, results?: unknown }} */ (params ?? {})
  const result = /** @type {{ result?: unknown }} */ (answer ?? {}).result
  if (Array.isArray(results)) return `${results.length} 条结果`
  const said = text ?? caption ?? action
  if (typeof said === 'string') return said.slice(0, 80)
  return Array.isArray(result) ? result.map((it) => Object.keys(it).at(-1)).join('、') : ''
}

/** @param {CallRecord} call */
function renderCall({ number, at, method, params, answer, durationMs, refused, warnings }) {
  const { description } = /** @type {{ description?: string }} */ (
    typeof answer === 'object' && answer ? answer : {}
  )
  const gist = summarise(params, answer)
  const time = new Date(at).toLocaleTimeString('zh-CN', { hour12: false })
  const details = el(
    'details',
    {},
    el(
      'summary',
      {},
      el('span', { class: 'method' }, method),
      el('span', { class: 'outcome' }, refused ? '拒绝' : '成功'),
      el('span', { class: 'when' }, `${time} · ${durationMs} ms`),
      gist !== '' && el('span', { class: 'gist' }, gist),
      ...warnings.map((warning) => el('span', { class: 'reason' }, warning)),
      refused && el('span', { class: 'reason' }, typeof answer === 'string' ? answer : (description ?? '')),
    ),
  )
  // A long answer is written out only for whoever opens it.
  details.addEventListener('toggle', () => {
    if (details.open && details.childElementCount === 1)
      details.append(renderJson('参数', params), renderJson('回答', answer))
  })
  return el('li', { class: refused ? 'call refused' : 'call', 'data-number': number }, details)
}

/**
 * @param {string} label
 * @param {unknown} value
 */
const renderJson = (label, value) =>
  el(
    'div',
    { class: 'json' },
    el('h3', {}, label),
    el('pre', { tabindex: 0 }, JSON.stringify(value, null, 1)),
  )

onlyRefused.addEventListener('change', showCalls)
withPolls.addEventListener('change', showCalls)
