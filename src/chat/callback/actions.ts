import {
  articleId,
  bits,
  type CallbackField,
  chatId,
  choice,
  count,
  date,
  flag,
  language,
  month,
  optional,
  orEmpty,
  page,
  pair,
  restOfText,
  storeId,
  time,
  timeZone,
  topicMark,
  weekday,
  weekdays,
} from './fields.ts'
import { origin } from './origin.ts'

/*
 * Buttons stay in chats for years, so a code is given once: never change what follows it, and never give it to another
 * action. An action that needs other fields gets a new code, and the old one keeps its line here (see the golden file
 * test/fixtures/callback-data.json).
 */

/** What a button below the settings of a subscription does. Screens are where settings, or the choices for one, are shown. */
const SUBSCRIPTION_ACTIONS = {
  settings: action('u.s', {
    screen: choice({ panel: 'm', time: 't', days: 'd', zone: 'z', topics: 'o', quiet: 'q', snooze: 'p' }),
    page: count,
  }),
  /** Subscribes, with the settings that there were, or those that a new subscription has. */
  subscribe: action('u.y', {}),
  /** The same below another message, which stays as it is. */
  subscribeBelow: action('u.b', {}),
  unsubscribe: action('u.x', {}),
  setTime: action('u.t', { time }),
  /** Every day named is wanted, no other. */
  setDays: action('u.w', { days: weekdays }),
  /** The day is wanted, or no longer. */
  toggleDay: action('u.d', { day: weekday }),
  setTimeZone: action('u.z', { timeZone }),
  setLength: action('u.l', { length: choice({ short: 'short', normal: 'normal' }) }),
  setSkipWhenEmpty: action('u.e', { skip: flag }),
  /** The front page follows the digest, or not. */
  setWithPicture: action('u.i', { on: flag }),
  /** Without hours: no quiet hours. */
  setQuietHours: action('u.q', { hours: optional(pair(time)) }),
  /** No digest for some days; 0 ends that. */
  snooze: action('u.p', { days: count }),
  /** The topic is wanted, or no longer; `mark` as of `markOf`. */
  toggleTopic: action('u.o', { mark: topicMark, page: count }),
  allTopics: action('u.a', {}),
}

/** Light or dark, as high as the text needs or square; `other`: in the Chinese script that the paper does not use. */
const cardLook = choice({
  light: 'l',
  dark: 'd',
  squareLight: 's',
  squareDark: 't',
  otherLight: 'L',
  otherDark: 'D',
  otherSquareLight: 'S',
  otherSquareDark: 'T',
})

/** Of a printed page: see `PagePicture`. */
const pageLook = choice({ clipping: 'c', outlined: 'o', dimmed: 'd' })

/** What a button does: its code, and the facts that come with it. `origin` is the page of a list to go back to. */
export const ACTIONS = {
  list: action('l', { list: storeId, page }),
  /** Shows the pages to jump to. */
  jump: action('j', { list: storeId, page }),
  order: action('o', { list: storeId, order: choice({ relevance: 'r', newest: 'n', oldest: 'o' }) }),
  /** Shows what a list can be narrowed to. */
  filters: action('f', { list: storeId }),
  /** Narrows a list to a section or to a month; with neither, widens it again. */
  filter: action('g', { list: storeId, month: orEmpty(month), section: orEmpty(restOfText) }),
  /** Asks again for a list that has expired. */
  again: action('r', { list: storeId }),
  /** Searches for what the button says, in a new message. */
  search: action('q', { query: restOfText }),
  article: action('a', { id: articleId, page, origin }),
  /** Shows the same page in the characters that it was printed in. */
  original: action('ao', { id: articleId, page, origin }),
  /** Saves the article, or forgets it again, and shows the same page. */
  save: action('b', { id: articleId, page, origin }),
  /** Shows the same page with all that can be done with the article. */
  more: action('x', { id: articleId, page, origin }),
  summary: action('s', { id: articleId, origin }),
  related: action('e', { id: articleId, origin }),
  /** Shows the printed lines. */
  source: action('p', { id: articleId, page, origin }),
  /** Picks sentences to share: `picked` has a bit for each sentence of the page. */
  quote: action('k', { id: articleId, page, picked: bits, origin }),
  /**
   * Draws a card of the picked sentences, in a message of its own; of none, of those that were found, or the key sentences.
   */
  card: action('c', { id: articleId, page, picked: bits, look: cardLook, origin }),
  /** The same in the place of the card whose button it is. */
  redraw: action('cr', { id: articleId, page, picked: bits, look: cardLook, origin }),
  /** Shows what the article covers of a printed page, in a message of its own; `part`: which of its pages, from 0. */
  clip: action('cp', { id: articleId, part: count, look: pageLook, origin }),
  /** The same in the place of the picture whose button it is. */
  reclip: action('cq', { id: articleId, part: count, look: pageLook, origin }),
  /** Opens an article in a message of its own. */
  open: action('ab', { id: articleId }),
  /** Says that an article is wrong. */
  report: action('er', { id: articleId }),
  /** Shows the days that have issues, or their months if they are many. */
  issues: action('d', { page, origin }),
  /** Shows the days of a month that have issues. */
  month: action('m', { month, origin }),
  /** Shows the contents of the issues of a day. */
  issue: action('i', { date }),
  /** Shows the articles that have no date. */
  undated: action('iu', {}),
  /** Does something about an alert; `origin` is the notice that one came from. */
  alert: action('t', {
    action: choice({ show: 's', edit: 'e', mute: 'm', unmute: 'u', remove: 'x', restore: 'r', run: 'q' }),
    alert: storeId,
    origin,
  }),
  alerts: action('ts', { page }),
  /** The alerts of a chat come once a day, or at once. */
  alertPace: action('tp', { daily: flag }),
  /** Saves the search of a list as an alert. */
  alertOn: action('tn', { list: storeId }),
  /** Shows how often the papers speak of what a list found, in a new message. */
  trend: action('rt', { list: storeId }),
  /** Counts a trend by periods of another length. */
  trendBy: action('rb', { list: storeId, by: choice({ day: 'd', week: 'w', month: 'm', year: 'y' }) }),
  /** Draws a trend in dark or light colours. */
  trendColours: action('rk', { list: storeId, isDark: flag }),
  /** Shows what a line of a trend counted in a period, in a new message. */
  trendPeriod: action('rp', { list: storeId, line: count, from: date, to: date }),
  /** Shows how what a trend is of went, in a new message. */
  timeline: action('rl', { list: storeId }),
  language: action('v', { language }),
  /** Shows the digest, or the help, in a new message. */
  digest: action('y', {}),
  help: action('h', {}),
  /** Asks why a digest came. */
  why: action('w', {}),
  /** Deletes all that is kept of the chat, or not. */
  forget: action('z', { step: choice({ everything: 'y', nothing: 'n' }) }),
  ...SUBSCRIPTION_ACTIONS,
  /** Shows what is posted into a channel, posts a test, or takes the channel away. */
  channel: action('cc', {
    act: choice({ show: 's', test: 't', askRemove: 'r', remove: 'x' }),
    chat: chatId,
  }),
  /** Does in a channel what a button with this data does where it is pressed. */
  inChannel: action('ci', { chat: chatId, inner: restOfText }),
  /** The n/m between the arrows. */
  nothing: action('n', {}),
}

/** A line of the table. */
interface Definition<F> {
  /** What the data of a button begins with. */
  readonly code: string
  /** In the order in which they are written. */
  readonly fields: F
}

function action<F extends Readonly<Record<string, CallbackField<unknown>>>>(
  code: string,
  fields: F,
): Definition<F> {
  return { code, fields }
}

type ValueOf<F> = F extends CallbackField<infer T> ? T : never
type Required<F> = { [K in keyof F]: undefined extends ValueOf<F[K]> ? never : K }[keyof F]
type Values<F> = { readonly [K in Required<F>]: ValueOf<F[K]> } & {
  readonly [K in Exclude<keyof F, Required<F>>]?: ValueOf<F[K]>
}
type ActionsOf<T> = {
  readonly [K in keyof T]: T[K] extends Definition<infer F> ? { readonly kind: K } & Values<F> : never
}

/** Every action by its kind, with the facts that it needs. */
export type CallbackActions = ActionsOf<typeof ACTIONS>
/** What a pressed button asks for. */
export type CallbackAction = CallbackActions[keyof CallbackActions]
/** The actions that show or change a subscription. */
export type SubscriptionAction = CallbackActions[keyof typeof SUBSCRIPTION_ACTIONS]
/** Where the settings of a subscription are shown: all of them, or the choices for one. */
export type SettingsScreen = CallbackActions['settings']['screen']
