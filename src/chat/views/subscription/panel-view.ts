import { nextDue, STORIES } from '../../../digest/index.ts'
import type { Subscription } from '../../../store/index.ts'
import type { SettingsScreen } from '../../callback/actions.ts'
import { html, joinHtml, type SafeHtml } from '../../markup/html.ts'
import type { Texts } from '../../texts/index.ts'
import { button } from '../../turn/keyboard.ts'
import type { Keyboard, Message } from '../../turn/reply.ts'
import { renderCount } from '../source-line.ts'
import { nameCity, nameDays, nameMoment, nameTopic } from './words.ts'

/** What is known of the daily digest of a chat, or forum topic. */
export interface Settings {
  /** If there is no subscription: what one would be. */
  readonly subscription: Subscription
  readonly state: 'on' | 'off' | 'never'
  readonly place: 'private' | 'group' | 'topic' | 'channel'
  readonly nowMs: number
}

/** Of a week with so few digests most tell of several days. */
const FEW_DAYS = 3
/** Topics that are named; the screen of the topics has them all. */
const TOPICS_SHOWN = 6

/** All settings on one card, and buttons that change them; if nobody has subscribed, what one would get. */
export function renderPanel(settings: Settings, note: SafeHtml | string | undefined, texts: Texts): Message {
  const { state, place, subscription } = settings
  const { subscription: words, channels, roundUp } = texts
  const isChannel = place === 'channel'
  const on = isChannel ? channels.posting : words.subscribed
  const off = isChannel ? channels.notPosting : words.notSubscribed
  return {
    html: joinHtml([
      ...(note === undefined ? [] : [html`${note}`, '']),
      html`<b>${subscription.weekdays.length === 1 ? roundUp.title : words.title}</b> · ${state === 'on' ? on : off}`,
      ...comingLines(settings, texts),
      '',
      ...settingLines(settings, texts),
      ...(isChannel ? [] : ['', ...hintLines(settings, texts)]),
    ]),
    buttons:
      state === 'on'
        ? changes(settings, texts)
        : [
            [button(isChannel ? channels.buttons.start : words.buttons.subscribe, { kind: 'subscribe' })],
            ...choicesBefore(settings, texts),
          ],
  }
}

/** Leads back from the choices for one setting. */
export const backToPanel = (texts: Texts): Keyboard => [
  [button(texts.buttons.back, { kind: 'settings', screen: 'panel', page: 0 })],
]

const hintLines = (
  { state, place }: Settings,
  { subscription: words }: Texts,
): readonly (SafeHtml | string)[] => [
  ...(state === 'off' ? [words.keptSettings] : []),
  ...(place === 'topic' ? [words.topicOnly] : []),
  ...(place === 'private' ? [] : [words.administratorsOnly]),
  state === 'on' ? words.typeHint : words.lookFirst,
]

function comingLines({ subscription, state, place, nowMs }: Settings, texts: Texts): readonly SafeHtml[] {
  const { subscription: words, channels } = texts
  const name = (timeMs: number) => nameMoment(timeMs, subscription.timeZone, texts)
  const first = place === 'channel' ? channels.first : words.first
  const next = nextDue(subscription, nowMs)
  const when =
    next === undefined ? [] : [html`${state === 'on' ? words.next(name(next)) : first(name(next))}`]
  const { snoozedUntilMs = 0 } = subscription
  return snoozedUntilMs > nowMs ? [html`${words.snoozedUntil(name(snoozedUntilMs))}`, ...when] : when
}

function settingLines({ subscription }: Settings, texts: Texts): readonly SafeHtml[] {
  const { subscription: words } = texts
  const { time, weekdays, timeZone, topics, length, skipWhenEmpty, withPicture, quietHours } = subscription
  const line = (label: keyof typeof words.labels, value: string) => html`${words.labels[label]}　${value}`
  const named = topics.slice(0, TOPICS_SHOWN).map(nameTopic)
  const more = topics.length > TOPICS_SHOWN ? [words.andMore(renderCount(topics.length, texts))] : []
  return [
    line('when', words.at(nameDays(weekdays, texts), time, nameCity(timeZone, texts))),
    ...(weekdays.length <= FEW_DAYS ? [html`${texts.roundUp.span[0]}　${texts.roundUp.span[1]}`] : []),
    line('topics', topics.length === 0 ? words.everything : [...named, ...more].join('；')),
    line('length', `${words.lengths[length]} · ${words.upTo(renderCount(STORIES[length], texts))}`),
    line('whenEmpty', words.whenEmpty[skipWhenEmpty ? 'skip' : 'send']),
    line('picture', words.picture[withPicture ? 'on' : 'off']),
    line('quiet', quietHours ? quietHours.join('–') : words.noQuiet),
  ]
}

const show = (screen: SettingsScreen, text: string) => button(text, { kind: 'settings', screen, page: 0 })

/** What is chosen with a press of its own: how many topics, how long. */
function contentRow({ topics, length }: Subscription, texts: Texts): Keyboard[number] {
  const { buttons, lengths, everything, topicCount } = texts.subscription
  const chosen = topics.length === 0 ? everything : topicCount(renderCount(topics.length, texts))
  return [
    show('topics', `${buttons.topics} ${chosen}`),
    button(`${buttons.length} ${lengths[length]}`, {
      kind: 'setLength',
      length: length === 'short' ? 'normal' : 'short',
    }),
  ]
}

const timeRow = ({ time, weekdays }: Subscription, texts: Texts): Keyboard[number] => [
  show('time', time),
  show('days', nameDays(weekdays, texts)),
]

/** When, and what: what one may want otherwise before the first digest comes. */
const choicesBefore = ({ subscription }: Settings, texts: Texts): Keyboard => [
  timeRow(subscription, texts),
  contentRow(subscription, texts),
]

function changes({ subscription, place, nowMs }: Settings, texts: Texts): Keyboard {
  const { buttons, whenEmpty, picture, noQuiet } = texts.subscription
  const { timeZone, skipWhenEmpty: skips, withPicture = false, quietHours, snoozedUntilMs = 0 } = subscription
  return [
    timeRow(subscription, texts),
    contentRow(subscription, texts),
    [
      show('zone', `${buttons.zone} ${nameCity(timeZone, texts)}`),
      button(`${buttons.whenEmpty} ${whenEmpty[skips ? 'skip' : 'send']}`, {
        kind: 'setSkipWhenEmpty',
        skip: !skips,
      }),
    ],
    [
      show('quiet', `${buttons.quiet} ${quietHours ? quietHours.join('–') : noQuiet}`),
      snoozedUntilMs > nowMs
        ? button(buttons.endSnooze, { kind: 'snooze', days: 0 })
        : show('snooze', buttons.snooze),
    ],
    [
      button(`${buttons.picture} ${picture[withPicture ? 'on' : 'off']}`, {
        kind: 'setWithPicture',
        on: !withPicture,
      }),
      button(place === 'channel' ? texts.channels.buttons.stop : buttons.unsubscribe, {
        kind: 'unsubscribe',
      }),
    ],
  ]
}
