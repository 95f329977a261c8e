import { type ArticleId, isArticleId } from '../domain/index.ts'
import { type Deed, decodeDeed, encodeDeed } from './subscription/deed.ts'

/** The page of a list that one came from, to go back to. */
export interface Origin {
  /** The list's id in the store. */
  readonly list: string
  /** From 0. */
  readonly page: number
}

/** What a button asks for. Pages count from 0. */
export type Press =
  | ({ readonly kind: 'list' } & Origin)
  | { readonly kind: 'order'; readonly list: string; readonly order: 'relevance' | 'newest' | 'oldest' }
  /** Shows what a list can be narrowed to. */
  | { readonly kind: 'filters'; readonly list: string }
  /** Narrows a list to a section or to a month (`2024-06`); with neither, widens it again. */
  | { readonly kind: 'filter'; readonly list: string; readonly section?: string; readonly month?: string }
  | { readonly kind: 'again'; readonly list: string }
  /** Searches for what the button says, in a new message. */
  | { readonly kind: 'search'; readonly query: string }
  | { readonly kind: 'article'; readonly id: ArticleId; readonly page: number; readonly origin?: Origin }
  /** Saves the article, or forgets it again, and shows the same page. */
  | { readonly kind: 'save'; readonly id: ArticleId; readonly page: number; readonly origin?: Origin }
  | { readonly kind: 'summary'; readonly id: ArticleId; readonly origin?: Origin }
  | { readonly kind: 'related'; readonly id: ArticleId; readonly origin?: Origin }
  | { readonly kind: 'source'; readonly id: ArticleId; readonly page: number; readonly origin?: Origin }
  /** Picks sentences to share: `picked` has a bit for each sentence of the page, its first the lowest. */
  | {
      readonly kind: 'quote'
      readonly id: ArticleId
      readonly page: number
      readonly picked: number
      readonly origin?: Origin
    }
  /** Shows the days that have issues, or their months where they are many. */
  | { readonly kind: 'issues'; readonly page: number }
  /** Shows the days of a month, `2024-06`, that have issues. */
  | { readonly kind: 'month'; readonly month: string }
  /** Shows the contents of the issues of a day, `YYYY-MM-DD`. */
  | { readonly kind: 'issue'; readonly date: string }
  /** Does something about an alert; `origin` is the notice that one came from. */
  | {
      readonly kind: 'alert'
      readonly deed: 'show' | 'edit' | 'mute' | 'unmute' | 'remove' | 'restore'
      readonly alert: string
      readonly origin?: Origin
    }
  | { readonly kind: 'alerts'; readonly page: number }
  /** Saves the search of a list as an alert. */
  | { readonly kind: 'alertOn'; readonly list: string }
  | { readonly kind: 'language'; readonly language: string }
  /** Asks why a digest came. */
  | { readonly kind: 'why' }
  /** Something about the daily digest of the chat, or forum topic. */
  | { readonly kind: 'subscription'; readonly deed: Deed }
  /** The n/m between the arrows. */
  | { readonly kind: 'nothing' }

const ORDERS = { r: 'relevance', n: 'newest', o: 'oldest' } as const

const DEEDS = { s: 'show', e: 'edit', m: 'mute', u: 'unmute', x: 'remove', r: 'restore' } as const
const LETTERS = { show: 's', edit: 'e', mute: 'm', unmute: 'u', remove: 'x', restore: 'r' } as const

/** Bytes that a button holds (Bot API). */
const PRESS_BYTES = 64

/** Writes a press into a button. `undefined` where it does not fit: a section with a very long name, a long query. */
export function encodePress(press: Press): string | undefined {
  const data = partsOf(press).join('.')
  return data.isWellFormed() && Buffer.byteLength(data) <= PRESS_BYTES ? data : undefined
}

function partsOf(press: Press): readonly (string | number)[] {
  switch (press.kind) {
    case 'list':
      return ['l', press.list, press.page]
    case 'order':
      return ['o', press.list, press.order.charAt(0)]
    case 'filters':
      return ['f', press.list]
    case 'filter':
      return ['g', press.list, press.month ?? '', press.section ?? '']
    case 'again':
      return ['r', press.list]
    case 'search':
      return ['q', press.query]
    case 'article':
      return ['a', press.id, press.page, ...originOf(press)]
    case 'save':
      return ['b', press.id, press.page, ...originOf(press)]
    case 'summary':
      return ['s', press.id, ...originOf(press)]
    case 'related':
      return ['e', press.id, ...originOf(press)]
    case 'source':
      return ['p', press.id, press.page, ...originOf(press)]
    case 'quote':
      return ['k', press.id, press.page, press.picked.toString(36), ...originOf(press)]
    case 'issues':
      return ['d', press.page]
    case 'month':
      return ['m', press.month]
    case 'issue':
      return ['i', press.date]
    case 'alert':
      return ['t', LETTERS[press.deed], press.alert, ...originOf(press)]
    case 'alerts':
      return ['ts', press.page]
    case 'alertOn':
      return ['tn', press.list]
    case 'language':
      return ['v', press.language]
    case 'why':
      return ['w']
    case 'subscription':
      return ['u', ...encodeDeed(press.deed)]
    case 'nothing':
      return ['n']
  }
}

const originOf = ({ origin }: { readonly origin?: Origin }) => (origin ? [origin.list, origin.page] : [])

/** Reads what a button sent; `undefined` where no button of ours could have sent it. */
export function decodePress(data: string): Press | undefined {
  const [letter = '', ...parts] = data.split('.')
  const press = Object.hasOwn(READERS, letter) ? READERS[letter]?.(parts) : undefined
  // What reads well but would be written otherwise was not written by us.
  return press && encodePress(press) === data ? press : undefined
}

type Reader = (parts: readonly string[]) => Press | undefined

const READERS: Readonly<Record<string, Reader>> = {
  l: ([list = '', page]) =>
    isListId(list) ? onPage(page, (at) => ({ kind: 'list', list, page: at })) : undefined,
  o: ([list = '', letter = '']) => {
    const order = letter === 'r' || letter === 'n' || letter === 'o' ? ORDERS[letter] : undefined
    return isListId(list) && order ? { kind: 'order', list, order } : undefined
  },
  f: ([list = '']) => (isListId(list) ? { kind: 'filters', list } : undefined),
  g: ([list = '', month = '', ...section]) =>
    isListId(list) && /^(\d{4}-\d\d)?$/.test(month)
      ? { kind: 'filter', list, ...(month && { month }), ...(section[0] && { section: section.join('.') }) }
      : undefined,
  r: ([list = '']) => (isListId(list) ? { kind: 'again', list } : undefined),
  q: (parts) => (parts.join('').trim() === '' ? undefined : { kind: 'search', query: parts.join('.') }),
  a: (parts) =>
    onArticle(parts, (id, [page, ...rest]) =>
      onPage(page, (at) => from(rest, { kind: 'article', id, page: at })),
    ),
  b: (parts) =>
    onArticle(parts, (id, [page, ...rest]) =>
      onPage(page, (at) => from(rest, { kind: 'save', id, page: at })),
    ),
  s: (parts) => onArticle(parts, (id, rest) => from(rest, { kind: 'summary', id })),
  e: (parts) => onArticle(parts, (id, rest) => from(rest, { kind: 'related', id })),
  p: (parts) =>
    onArticle(parts, (id, [page, ...rest]) =>
      onPage(page, (at) => from(rest, { kind: 'source', id, page: at })),
    ),
  k: (parts) =>
    onArticle(parts, (id, [page, picked = '', ...rest]) =>
      /^[0-9a-z]{1,4}$/.test(picked)
        ? onPage(page, (at) =>
            from(rest, { kind: 'quote', id, page: at, picked: Number.parseInt(picked, 36) }),
          )
        : undefined,
    ),
  d: ([page]) => onPage(page, (at) => ({ kind: 'issues', page: at })),
  m: ([month = '']) => (/^\d{4}-\d\d$/.test(month) ? { kind: 'month', month } : undefined),
  i: ([date = '']) => (/^\d{4}-\d\d-\d\d$/.test(date) ? { kind: 'issue', date } : undefined),
  t: ([letter = '', alert = '', ...rest]) =>
    isDeed(letter) && isListId(alert) ? from(rest, { kind: 'alert', deed: DEEDS[letter], alert }) : undefined,
  ts: ([page]) => onPage(page, (at) => ({ kind: 'alerts', page: at })),
  tn: ([list = '']) => (isListId(list) ? { kind: 'alertOn', list } : undefined),
  v: ([language = '']) => (/^[a-zA-Z-]{2,10}$/.test(language) ? { kind: 'language', language } : undefined),
  w: () => ({ kind: 'why' }),
  u: (parts) => {
    const deed = decodeDeed(parts)
    return deed && { kind: 'subscription', deed }
  },
  n: () => ({ kind: 'nothing' }),
}

const isDeed = (letter: string): letter is keyof typeof DEEDS => Object.hasOwn(DEEDS, letter)

const isListId = (text: string) => /^[a-z2-7]{8}$/.test(text)

const onPage = <P>(text: string | undefined, read: (page: number) => P): P | undefined =>
  /^\d{1,6}$/.test(text ?? '') ? read(Number(text)) : undefined

const onArticle = <P>(
  [id = '', ...rest]: readonly string[],
  read: (id: ArticleId, rest: readonly string[]) => P,
) => (isArticleId(id) ? read(id, rest) : undefined)

/** Adds the origin that stands at the end, if one does. */
function from([list, page]: readonly string[], press: Press): Press | undefined {
  if (list === undefined) return press
  return isListId(list) ? onPage(page, (at) => ({ ...press, origin: { list, page: at } })) : undefined
}
