import type { Channel } from '../../store/index.ts'
import { readOrder } from '../orders/read-order.ts'

const NAME = /^(?:(?:https?:\/\/)?t\.me\/|@)?([A-Za-z]\w{3,31})$/u
const ID = /^-100\d{5,13}$/
const ALERT = /^(?:提醒|alert)[:：\s]\s*/iu

/** What is to be done in a channel. */
export type ChannelOrder =
  | { readonly kind: 'show' }
  | { readonly kind: 'settings' | 'alert'; readonly text: string }

/** A channel as Telegram is asked for it, its id or its name with `@`, and what is to be done there. */
export interface NamedChannel {
  readonly ref: number | string
  readonly order: ChannelOrder
}

/**
 * Reads what stands behind `/channel`: `@name`, an address, an id, or the title of a channel that the person has set up,
 * and then an order. An order alone means the only one that they have.
 * @param own the channels of this person
 * @returns undefined if no channel is named
 */
export function readNamedChannel(
  text: string,
  own: readonly Channel[],
  nowMs: number,
): NamedChannel | undefined {
  const titled = own
    .filter(({ title }) => startsWithWord(text, title))
    .toSorted((a, b) => b.title.length - a.title.length)[0]
  if (titled) return { ref: titled.chatId, order: orderIn(text.slice(titled.title.length)) }
  // Before the names without @: alert and daily could be some.
  const [only, another] = own
  const isOrder = ALERT.test(text) || !('problem' in readOrder(text, nowMs))
  if (only && !another && isOrder) return { ref: only.chatId, order: orderIn(text) }
  const [first = '', ...rest] = text.split(/\s+/u)
  const order = orderIn(rest.join(' '))
  if (ID.test(first)) return { ref: Number(first), order }
  const name = NAME.exec(first)?.[1]
  return name === undefined ? undefined : { ref: `@${name}`, order }
}

const startsWithWord = (text: string, title: string): boolean =>
  text.toLowerCase().startsWith(title.toLowerCase()) && /^(?:\s|$)/u.test(text.slice(title.length))

function orderIn(text: string): ChannelOrder {
  const order = text.trim()
  if (order === '') return { kind: 'show' }
  return ALERT.test(order)
    ? { kind: 'alert', text: order.replace(ALERT, '') }
    : { kind: 'settings', text: order }
}
