import type { Channels } from '../../../src/chat/index.ts'
import { joinPieces } from '../../../src/intake/index.ts'
import { openStore, type Subscription } from '../../../src/store/index.ts'
import { aSubscription } from '../a-subscription.ts'
import { aNewspaper, anOutbound, at, HOUR, portsOf, THREE_ISSUES } from '../outbound.ts'
import { type MadeCall, posted, refusal } from '../scripted-api.ts'
import { createVirtualClock } from '../virtual-clock.ts'
import { randomFrom } from './random.ts'

const MIDNIGHT = at('2024-06-10T00:00+08:00')
const ANSWER_MS = 30
/** How late a digest may be: ten thousand at once take seven minutes. */
const LATE_MS = 15 * 60_000
const THREAD = 5

/** What chats want to read, and how one sees that a message is of that. */
const WISHES = [
  { topics: [], holds: /地铁|球队/, lacks: /$^/ },
  { topics: ['球队'], holds: /球队/, lacks: /地铁/ },
  { topics: ['地铁'], holds: /地铁/, lacks: /球队/ },
] as const

type Kind = 'private' | 'group' | 'channel'
/** `blocks`: refuses the first message. `moves`: is a supergroup by then. */
type Fate = 'stays' | 'blocks' | 'moves'

interface Expected {
  readonly kind: Kind
  readonly subscription: Subscription
  readonly dueMs: number
  readonly wish: (typeof WISHES)[number]
  readonly language: 'zh-Hans' | 'en'
  readonly fate: Fate
}

/** How many chats of each kind. */
export interface Crowd {
  readonly privates: number
  readonly groups: number
  readonly channels: number
  readonly seed: number
  /** Digests are due between these hours of the day, half of them from seven to nine. */
  readonly hours: readonly [from: number, to: number]
}

/** What has come of a day. */
export interface DayOfChats {
  readonly due: number
  readonly delivered: number
  /** Chats that should have been sent their digest, and were not. */
  readonly lost: number
  readonly twice: number
  /** Sent before its time, or more than a quarter of an hour after. */
  readonly untimely: number
  /** To a chat or topic that did not want it, of what it did not want, in another language, or after it blocked the bot. */
  readonly misplaced: number
  /** Posts of channels with a button that calls back. */
  readonly buttonsInChannels: number
  readonly blocked: number
  readonly latestMs: number
}

/** A day in which every chat is sent its digest at a time of its own, on a virtual clock, before a Telegram of a script. */
export async function simulateDay(crowd: Crowd): Promise<DayOfChats> {
  const random = randomFrom(crowd.seed)
  const clock = createVirtualClock(MIDNIGHT + crowd.hours[0] * HOUR - 60_000)
  const store = await openStore({ join: joinPieces, now: () => clock.now() })
  const { search } = await aNewspaper(clock, [], THREE_ISSUES, store)
  const places = makePlaces(crowd, random)
  for (const { kind, subscription, language } of places) {
    const { chatId } = subscription
    await store.chats.heard({ chatId, kind: kind === 'group' ? 'supergroup' : kind })
    await store.chats.setLanguage(chatId, language)
    await store.subscriptions.save(subscription)
    if (kind === 'channel') await store.channels.save({ chatId, title: `频道${chatId}`, ownerId: 1 })
  }
  const byChat = new Map(places.map((it) => [it.subscription.chatId, it]))
  for (const it of places) if (it.fate === 'moves') byChat.set(movedId(it.subscription.chatId), it)
  const delivered: MadeCall[] = []
  const refused = new Map<number, number>()
  const answer = (call: MadeCall) => {
    const { chatId = 0, method } = call
    if (!method.startsWith('send')) return { ...posted(), afterMs: ANSWER_MS }
    const fate = byChat.get(chatId)?.fate
    if (fate === 'blocks') {
      refused.set(chatId, (refused.get(chatId) ?? 0) + 1)
      return { ...refusal(403, 'Forbidden: bot was blocked by the user'), afterMs: ANSWER_MS }
    }
    if (fate === 'moves' && byChat.get(chatId)?.subscription.chatId === chatId)
      return {
        ...refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
          migrateToChatId: movedId(chatId),
        }),
        afterMs: ANSWER_MS,
      }
    delivered.push(call)
    return { ...posted(), afterMs: ANSWER_MS }
  }
  const ports = { ...portsOf(store, search), channels: { store: store.channels, gate: GATE } }
  const { until, end } = await anOutbound(clock, ports, answer)
  await until(MIDNIGHT + crowd.hours[1] * HOUR + LATE_MS)
  await end()
  await store.close()
  return judge(places, byChat, delivered, refused)
}

/** The border: who may post is not what the day is about. */
const GATE: Channels['gate'] = {
  access: () => Promise.reject(new Error('nobody sets up a channel here')),
  post: () => Promise.reject(new Error('nobody posts a test here')),
  botName: async () => 'paperboy_bot',
}

const movedId = (chatId: number) => chatId - 1_000_000_000_000

function makePlaces(
  { privates, groups, channels, hours: [from, to] }: Crowd,
  random: () => number,
): readonly Expected[] {
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T
  const make = (kind: Kind, chatId: number): Expected => {
    // Half of all want it between seven and nine.
    const minute = Math.floor(random() < 0.5 ? 420 + random() * 120 : 60 * (from + random() * (to - from)))
    const time = [Math.floor(minute / 60), minute % 60].map((it) => `${it}`.padStart(2, '0')).join(':')
    const wish = pick(WISHES)
    const chance = random()
    const fate: Fate =
      kind === 'private' && chance < 0.01 ? 'blocks' : kind === 'group' && chance < 0.02 ? 'moves' : 'stays'
    return {
      kind,
      wish,
      fate,
      language: pick(['zh-Hans', 'en'] as const),
      dueMs: MIDNIGHT + minute * 60_000,
      subscription: aSubscription({
        chatId,
        time,
        topics: wish.topics,
        sinceMs: MIDNIGHT - 60_000,
        ...(kind === 'group' && fate === 'stays' && random() < 0.3 && { threadId: THREAD }),
      }),
    }
  }
  const many = (kind: Kind, count: number, id: (n: number) => number) =>
    Array.from({ length: count }, (_, n) => make(kind, id(n + 1)))
  return [
    ...many('private', privates, (n) => n),
    ...many('group', groups, (n) => -n),
    ...many('channel', channels, (n) => -1_009_000_000_000 - n),
  ]
}

function judge(
  places: readonly Expected[],
  byChat: ReadonlyMap<number, Expected>,
  delivered: readonly MadeCall[],
  refused: ReadonlyMap<number, number>,
): DayOfChats {
  const counts = new Map<Expected, number>()
  let [untimely, misplaced, buttonsInChannels, latestMs] = [0, 0, 0, 0]
  for (const { chatId = 0, text = '', payload, atMs } of delivered) {
    const place = byChat.get(chatId)
    const isRight =
      place !== undefined &&
      payload['message_thread_id'] === place.subscription.threadId &&
      place.wish.holds.test(text) &&
      !place.wish.lacks.test(text) &&
      /\d月/u.test(text) === (place.language === 'zh-Hans')
    if (!place || !isRight) {
      misplaced++
      continue
    }
    counts.set(place, (counts.get(place) ?? 0) + 1)
    const lateMs = atMs - place.dueMs
    latestMs = Math.max(latestMs, lateMs)
    if (lateMs < 0 || lateMs > LATE_MS) untimely++
    if (place.kind === 'channel' && JSON.stringify(payload['reply_markup']).includes('callback_data'))
      buttonsInChannels++
  }
  const blocked = places.filter(({ fate }) => fate === 'blocks')
  return {
    due: places.length,
    delivered: delivered.length,
    lost: places.filter((it) => it.fate !== 'blocks' && !counts.has(it)).length,
    twice: [...counts.values()].filter((count) => count > 1).length,
    untimely,
    misplaced: misplaced + [...refused.values()].filter((count) => count > 1).length,
    buttonsInChannels,
    blocked: blocked.length,
    latestMs,
  }
}
