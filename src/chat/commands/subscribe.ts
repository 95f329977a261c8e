import { chooseByTopics, WEEK } from '../../digest/index.ts'
import { html, joinHtml, type SafeHtml } from '../markup/html.ts'
import type { Order } from '../orders/order.ts'
import { readOrder } from '../orders/read-order.ts'
import { readSpokenChange, readSpokenOrder, readSpokenSettings } from '../orders/read-spoken-order.ts'
import { readSpokenTopics } from '../orders/read-spoken-topics.ts'
import { MOST_TOPICS, sectionOf } from '../orders/topics.ts'
import { changeSettings, type SettingsChange, snoozeFor } from '../subscription/change.ts'
import { unsubscribed } from '../subscription/handle-action.ts'
import { endSubscription, saveSubscription } from '../subscription/save.ts'
import { readSettings, takeUp } from '../subscription/settings.ts'
import type { Command } from '../turn/command.ts'
import { keepLanguage } from '../turn/keep-language.ts'
import type { Parts } from '../turn/parts.ts'
import { type Reply, say, send } from '../turn/reply.ts'
import type { Turn } from '../turn/turn.ts'
import { renderCount } from '../views/source-line.ts'
import { renderOrderProblem, renderUsage } from '../views/subscription/order-view.ts'
import { renderPanel, type Settings } from '../views/subscription/panel-view.ts'
import { nameTopic } from '../views/subscription/words.ts'

/** Topics of one order of which it is told how much there is of them. */
const MOST_TOLD = 3
const ASKS_HOW = /^(?:[?？]|帮助|幫助|用法|说明|說明|help|usage)$/i

/** `/subscribe`: the daily digest of this chat, or forum topic; with settings behind it, they are made so at once. */
export const createSubscribeCommand =
  (parts: Parts): Command =>
  async (text, turn) => {
    const { request, texts } = turn
    if (text === '') return send(renderPanel(await readSettings(parts, request), undefined, texts))
    if (ASKS_HOW.test(text)) return say(renderUsage(texts))
    if (!(await request.isAdministrator())) return say(texts.adminsOnly)
    const read = readTyped(text, parts.now())
    if ('problem' in read) return say(renderOrderProblem(read.problem, texts))
    return read.order.end ? end(parts, turn) : carryOut(parts, read.order, turn)
  }

/** Settings as they are written, or else as they are said: /subscribe 每天早上发我. */
function readTyped(text: string, nowMs: number): ReturnType<typeof readOrder> {
  const written = readOrder(text, nowMs)
  if (!('problem' in written)) return written
  const said =
    readSpokenSettings(text, nowMs) ??
    readSpokenOrder(text, nowMs) ??
    readSpokenChange(text, nowMs) ??
    readSpokenTopics(text)
  return said === undefined ? written : readOrder(said, nowMs)
}

/** `/unsubscribe`: no more digests here. */
export const createUnsubscribeCommand =
  (parts: Parts): Command =>
  async (_text, turn) =>
    (await turn.request.isAdministrator()) ? end(parts, turn) : say(turn.texts.adminsOnly)

async function end(parts: Parts, { request: { chat }, texts }: Turn): Promise<Reply> {
  if (await endSubscription(parts, chat.chatId, chat.threadId)) return send(unsubscribed(texts))
  const { nothingToEnd, othersInChat } = texts.subscription
  const others = (await parts.subscriptions.ofChat(chat.chatId)).length
  return say(joinHtml([nothingToEnd, ...(others > 0 ? [othersInChat(renderCount(others, texts))] : [])]))
}

async function carryOut(parts: Parts, order: Order, { request, texts }: Turn): Promise<Reply> {
  const settings = await readSettings(parts, request)
  const topics = topicsAfter(settings, order)
  const weekdays = daysAfter(settings, order)
  if (weekdays?.length === 0) return say(texts.subscription.keepOneDay)
  if (topics.length > MOST_TOPICS) return say(renderOrderProblem({ kind: 'tooManyTopics' }, texts))
  const before = settings.state === 'on' ? settings.subscription : takeUp(settings)
  const subscription = changeSettings(
    before,
    { ...changeOf(settings, order, topics, settings.nowMs), ...(weekdays && { weekdays }) },
    settings.nowMs,
  )
  await saveSubscription(parts, subscription)
  await keepLanguage(parts, subscription.chatId, texts)
  const { done, nowSubscribed } = texts.subscription
  const note = joinHtml([
    settings.state === 'on' ? (changesNothing(settings, order) ? undefined : done) : nowSubscribed,
    ...(order.topics === 'all' ? [] : await tellTopics(parts, settings, order, texts)),
  ])
  return send(renderPanel({ ...settings, subscription, state: 'on' }, note, texts))
}

function topicsAfter({ subscription: { topics: before } }: Settings, { topics = [], choice }: Order) {
  if (topics === 'all') return []
  if (choice === 'only') return topics
  if (choice === 'dropped') return before.filter((it) => !topics.includes(sectionOf(it) ?? it))
  // Who is sent everything is sent these as well.
  return choice === 'besides' && before.length === 0 ? [] : [...new Set([...before, ...topics])]
}

/** Whether nothing but topics was said, and they stay what they are: why is told. */
const changesNothing = (settings: Settings, order: Order): boolean =>
  Object.keys(order).every((it) => it === 'topics' || it === 'choice') &&
  order.choice !== undefined &&
  String(topicsAfter(settings, order)) === String(settings.subscription.topics)

/** The days that are left of those that were wanted; undefined if none is taken away. */
const daysAfter = ({ subscription }: Settings, { except, weekdays }: Order): readonly number[] | undefined =>
  except && (weekdays ?? subscription.weekdays).filter((day) => !except.includes(day))

const changeOf = (
  { subscription }: Settings,
  { time, weekdays, weekly, timeZone, length, quiet, snoozeDays }: Order,
  topics: readonly string[],
  nowMs: number,
): SettingsChange => ({
  topics,
  // Who has one day already keeps it.
  ...(weekly && subscription.weekdays.length > 1 && { weekdays: WEEK.sunday }),
  ...(time !== undefined && { time }),
  ...(weekdays && { weekdays }),
  ...(timeZone !== undefined && { timeZone }),
  ...(length && { length }),
  ...(quiet && { quietHours: quiet === 'off' ? undefined : quiet }),
  ...(snoozeDays !== undefined && snoozeFor(snoozeDays, nowMs)),
})

/**
 * How much the archive has of the topics that were added: a slip of the finger shows at once. Of others, why nothing
 * changed.
 */
async function tellTopics(
  { search, today }: Parts,
  { subscription: { topics: before } }: Settings,
  { topics = [], choice }: Order,
  texts: Turn['texts'],
): Promise<readonly SafeHtml[]> {
  const { topicRemoved, topicNotChosen, topicInAll, topicsReplaced, ...told } = texts.subscription
  if (topics === 'all') return []
  if (choice === 'dropped')
    return topics.map((topic) => {
      const isChosen = before.some((it) => (sectionOf(it) ?? it) === topic)
      return isChosen ? html`${topicRemoved(nameTopic(topic))}` : topicNotChosen(nameTopic(topic))
    })
  if (choice === 'besides' && before.length === 0) return topics.map((topic) => topicInAll(nameTopic(topic)))
  const isReplaced = choice === 'only'
  const [someOf, noneOf] = isReplaced
    ? [told.topicChosen, told.topicChosenEmpty]
    : [told.topicAdded, told.topicAddedEmpty]
  const counts = await Promise.all(
    topics.slice(0, MOST_TOLD).map(async (topic) => {
      const { size } = await chooseByTopics(search, [topic], { today: today() })
      const name = nameTopic(topic)
      return html`${size > 0 ? someOf(name, renderCount(size, texts)) : noneOf(name)}`
    }),
  )
  return isReplaced ? [html`${topicsReplaced}`, ...counts] : counts
}
