import { findTimeZone } from '../../digest/index.ts'
import { normalise } from '../../language/index.ts'
import type { Order, OrderProblem } from './order.ts'
import { readSetting, SHOWN, wordsOf } from './read-setting.ts'
import { problemOf } from './topics.ts'

/** Topics go on to the end, as they were typed: a query may hold marks of any kind. */
const TOPICS =
  /(?:^|\s)(?:话题|話題|主题|主題|(?<only>只要|only(?![a-z]))|(?<dropped>去掉|without(?![a-z]))|(?<besides>加上|besides(?![a-z]))|(?:topics?|ｔｏｐｉｃｓ?)(?![a-zａ-ｚ]))\s*[:：]?/iu

const ALL = /^(全部|所有|不限|清空|all|any)$/
/** What was meant for a time of day, though there is no such time. */
const LIKE_TIME = /^\d{1,4}$|\d\s*[:点时]|^\d.*[ap]m$/

/**
 * Reads what stands behind `/subscribe`: `08:00`, `工作日 7:30 东京`, `晚上8点半 话题 中欧班列 -货运`. The words of settings come in
 * any order, in Chinese or English, in any width; topics come last, one a line or between semicolons, because a query
 * may hold anything.
 * @param nowMs when offsets such as `UTC+8` are asked for
 */
export function readOrder(
  text: string,
  nowMs: number,
): { readonly order: Order } | { readonly problem: OrderProblem } {
  const introduction = TOPICS.exec(text)
  const settings = text.slice(0, introduction?.index)
  const items: Order[] = []
  for (let words = wordsOf(settings); words.length > 0; ) {
    const item = readSetting(words, nowMs) ?? { problem: notUnderstood(words[0] ?? '', nowMs) }
    if ('problem' in item) return item
    items.push(item.order)
    words = words.slice(item.used)
  }
  if (new Set(items.map(({ time }) => time).filter(Boolean)).size > 1)
    return { problem: { kind: 'twoTimes' } }
  const order = joined(items)
  if (order.weekly && (order.weekdays?.length ?? 1) > 1) return { problem: { kind: 'oneDay' } }
  if (!introduction) return { order }
  const read = readTopics(text.slice(introduction.index + introduction[0].length))
  const choice = choiceOf(introduction.groups)
  return 'problem' in read ? read : { order: { ...order, ...read, ...(choice && { choice }) } }
}

const choiceOf = (groups: Record<string, string | undefined> = {}): Order['choice'] =>
  (['only', 'dropped', 'besides'] as const).find((it) => groups[it] !== undefined)

/** The last word on each setting counts, but days are added up: `周一 周三`. */
function joined(items: readonly Order[]): Order {
  const days = new Set(items.flatMap(({ weekdays = [] }) => weekdays))
  const weekdays = days.size > 0 ? { weekdays: [...days].toSorted((a, b) => a - b) } : {}
  return Object.assign({}, ...items, weekdays)
}

function readTopics(
  text: string,
): { readonly topics: readonly string[] | 'all' } | { readonly problem: OrderProblem } {
  if (ALL.test(normalise(text).trim())) return { topics: 'all' }
  const topics = text
    .split(/[\n;；]/u)
    .map((it) => it.trim())
    .filter(Boolean)
  const problem = topics.length === 0 ? problemOf('') : topics.map(problemOf).find(Boolean)
  return problem ? { problem } : { topics: [...new Set(topics)] }
}

/** Looks like `Asia/Shanghai`. */
const ZONE = /^[\p{L}_]+\/[\p{L}_]+/u

function notUnderstood(word: string, nowMs: number): OrderProblem {
  const text = word.slice(0, SHOWN)
  if (LIKE_TIME.test(normalise(word))) return { kind: 'badTime', text }
  const { near } = findTimeZone(word, nowMs)
  if (near.length > 0 || ZONE.test(word)) return { kind: 'badZone', text, near }
  return { kind: 'notUnderstood', text }
}
