import { readTimeZone } from '../../digest/index.ts'
import type { Subscription } from '../../store/index.ts'
import type { CallbackActions, SettingsScreen, SubscriptionAction } from '../callback/actions.ts'
import { MOST_TOPICS, markOf, topicOf } from '../orders/topics.ts'
import type { Texts } from '../texts/index.ts'
import { keepLanguage } from '../turn/keep-language.ts'
import { button } from '../turn/keyboard.ts'
import type { Parts } from '../turn/parts.ts'
import { edit, type Message, type Reply, send, toast } from '../turn/reply.ts'
import type { Turn } from '../turn/turn.ts'
import {
  renderQuiet,
  renderSnooze,
  renderTimes,
  renderWeek,
  renderZones,
} from '../views/subscription/choices-view.ts'
import { renderPanel, type Settings } from '../views/subscription/panel-view.ts'
import { choicesOf, renderTopics } from '../views/subscription/topics-view.ts'
import { nameTopic } from '../views/subscription/words.ts'
import { changeSettings, type SettingsChange, snoozeFor } from './change.ts'
import { endSubscription, saveSubscription } from './save.ts'
import { readSettings, takeUp } from './settings.ts'

/** Does what a button about the daily digest asks for: everybody may look, administrators of a group may change. */
export async function handleSubscriptionAction(
  parts: Parts,
  action: SubscriptionAction,
  turn: Turn,
): Promise<Reply> {
  const { texts, request } = turn
  if (action.kind !== 'settings' && !(await request.isAdministrator())) return toast(texts.adminsOnly)
  const settings = await readSettings(parts, request)
  switch (action.kind) {
    case 'settings':
      return edit(await showScreen(parts, settings, action.screen, action.page, texts))
    case 'subscribe':
      return edit(await subscribe(parts, settings, texts))
    case 'subscribeBelow':
      return send(await subscribe(parts, settings, texts))
    case 'unsubscribe':
      await endSubscription(parts, request.chat.chatId, request.chat.threadId)
      return edit(unsubscribed(texts))
    case 'snooze':
      // Another press, maybe another administrator's, may have ended what this button is about.
      if (settings.state !== 'on') return edit(renderPanel(settings, undefined, texts))
      return change(parts, action, settings, texts)
    default:
      return change(parts, action, settings, texts)
  }
}

/** Says that it is over, and lets one take it back. */
export const unsubscribed = (texts: Texts): Message => ({
  html: texts.subscription.unsubscribed,
  buttons: [[button(texts.subscription.buttons.undo, { kind: 'subscribe' })]],
})

async function subscribe(parts: Parts, settings: Settings, texts: Texts): Promise<Message> {
  if (settings.state === 'on') return renderPanel(settings, undefined, texts)
  const subscription = takeUp(settings)
  await saveSubscription(parts, subscription)
  await keepLanguage(parts, subscription.chatId, texts)
  return renderPanel({ ...settings, subscription, state: 'on' }, texts.subscription.nowSubscribed, texts)
}

type ChangingAction = Exclude<
  SubscriptionAction,
  { kind: 'settings' | 'subscribe' | 'subscribeBelow' | 'unsubscribe' }
>

async function change(
  parts: Parts,
  action: ChangingAction,
  settings: Settings,
  texts: Texts,
): Promise<Reply> {
  const done = await changeOf(parts, action, settings, texts)
  if (typeof done === 'string') return toast(done)
  const subscription = changeSettings(settings.subscription, done.change, settings.nowMs)
  const isOn = settings.state === 'on'
  // Before anybody has subscribed, settings are kept for when they do.
  await (isOn ? saveSubscription(parts, subscription) : parts.subscriptions.draft(subscription))
  const changed = { ...settings, subscription, state: isOn ? 'on' : 'off' } as const
  const message = await showScreen(parts, changed, done.screen ?? 'panel', done.page ?? 0, texts)
  return edit(message, done.toast)
}

interface Done {
  readonly change: SettingsChange
  /** Where one may go on; all settings unless told. */
  readonly screen?: SettingsScreen
  readonly page?: number
  readonly toast?: string
}

/** What a button changes, or why it cannot. */
async function changeOf(
  parts: Parts,
  action: ChangingAction,
  { subscription, nowMs }: Settings,
  texts: Texts,
): Promise<Done | string> {
  switch (action.kind) {
    case 'setTime':
      return { change: { time: action.time } }
    case 'setDays':
      return { change: { weekdays: action.days }, screen: 'days' }
    case 'toggleDay': {
      const weekdays = toggled(subscription.weekdays, action.day).toSorted((a, b) => a - b)
      return weekdays.length === 0 ? texts.subscription.keepOneDay : { change: { weekdays }, screen: 'days' }
    }
    case 'setTimeZone': {
      const timeZone = readTimeZone(action.timeZone)
      return timeZone === undefined ? texts.staleButton : { change: { timeZone } }
    }
    case 'setLength':
      return { change: { length: action.length } }
    case 'setSkipWhenEmpty':
      return { change: { skipWhenEmpty: action.skip } }
    case 'setWithPicture':
      return { change: { withPicture: action.on } }
    case 'setQuietHours':
      return { change: { quietHours: action.hours } }
    case 'snooze':
      return { change: snoozeFor(action.days, nowMs) }
    case 'allTopics':
      return { change: { topics: [] }, screen: 'topics' }
    case 'toggleTopic':
      return toggleTopic(parts, action, subscription, texts)
  }
}

async function toggleTopic(
  parts: Parts,
  { mark, page }: CallbackActions['toggleTopic'],
  { topics }: Subscription,
  texts: Texts,
): Promise<Done | string> {
  const topic = choicesOf(topics, await offeredTopics(parts)).find((it) => markOf(it) === mark)
  if (topic === undefined) return texts.staleButton
  const changed = toggled(topics, topic)
  if (changed.length > MOST_TOPICS) return texts.subscription.fullOfTopics(`${MOST_TOPICS}`)
  return {
    change: { topics: changed },
    screen: 'topics',
    page,
    ...(changed.length < topics.length && { toast: texts.subscription.topicRemoved(nameTopic(topic)) }),
  }
}

async function showScreen(
  parts: Parts,
  settings: Settings,
  screen: SettingsScreen,
  page: number,
  texts: Texts,
): Promise<Message> {
  const { subscription, nowMs } = settings
  switch (screen) {
    case 'panel':
      return renderPanel(settings, undefined, texts)
    case 'time':
      return renderTimes(subscription, texts)
    case 'days':
      return renderWeek(subscription, texts)
    case 'zone':
      return renderZones(subscription, nowMs, texts)
    case 'topics':
      return renderTopics(subscription, await offeredTopics(parts), page, texts)
    case 'quiet':
      return renderQuiet(subscription, texts)
    case 'snooze':
      return renderSnooze(texts)
  }
}

/** The sections of the archive, those with most articles first. */
const offeredTopics = async ({ archive }: Parts): Promise<readonly string[]> =>
  (await archive.sections({})).map(({ section }) => topicOf(section)).filter((it) => it !== undefined)

const toggled = <T>(values: readonly T[], value: T): readonly T[] =>
  values.includes(value) ? values.filter((it) => it !== value) : [...values, value]
