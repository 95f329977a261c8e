import { beforeEach, describe, expect, onTestFailed, test } from 'vitest'
import { matchAlerts } from '../../src/outbound/index.ts'
import type { Subscription } from '../../src/store/index.ts'
import { aSubscription } from '../support/a-subscription.ts'
import { withFaults } from '../support/faulty-store.ts'
import { anOutbound, at, fill, portsOf } from '../support/outbound.ts'
import { aNotice, messagesTo } from '../support/outbox.ts'
import { openRewindableStore } from '../support/rewindable-store.ts'
import { type MadeCall, posted, refusal, type Scripted } from '../support/scripted-api.ts'
import { createVirtualClock } from '../support/virtual-clock.ts'

const START = at('2024-06-10T07:58+08:00')
/** Digests come due in the third and in the tenth minute, and the bot is stopped in between and at the end. */
const PAUSE = START + 5 * 60_000
const END = START + 15 * 60_000
const subscriptions: readonly Subscription[] = [
  aSubscription({ chatId: 1 }),
  aSubscription({ chatId: 2, topics: ['球队'], length: 'short' }),
  aSubscription({ chatId: 3, topics: ['航天'] }),
  aSubscription({ chatId: -9, threadId: 3 }),
  aSubscription({ chatId: -9, threadId: 4, timeZone: 'Mars/Olympus_Mons' }),
  aSubscription({ chatId: 4, time: '08:05' }),
].map((it) => Object.assign(it, { sinceMs: START }))
/** Chats with an alert that matches. */
const ALERTED = [5, 6]
const OPERATOR = 9
const CHATS = [...new Set([...subscriptions.map(({ chatId }) => chatId), ...ALERTED, OPERATOR])]
/** Nothing in the archive is of its topic. */
const NOTHING = 3

/** What may go wrong with a call of the Bot API, and whether the message is in the chat all the same. */
const apiFaults = {
  error: { scripted: refusal(502, 'Bad Gateway'), arrived: false },
  'reset before': {
    scripted: { answer: { kind: 'network', written: false, reason: 'ECONNREFUSED' } },
    arrived: false,
  },
  'reset after': {
    scripted: { answer: { kind: 'network', written: true, reason: 'ECONNRESET' } },
    arrived: true,
  },
  hang: { scripted: 'hang', arrived: true },
} as const satisfies Record<string, { readonly scripted: Scripted; readonly arrived: boolean }>

interface Faults {
  readonly store?: (nth: number) => boolean
  readonly api?: { readonly nth: number; readonly fault: keyof typeof apiFaults }
}

/** Where a day may be taken up: what has come to pass by then. */
interface Moment {
  readonly nowMs: number
  readonly storeCalls: number
  readonly apiCalls: number
  /** The texts that have come, by the place that they came to. */
  readonly arrived: ReadonlyMap<string, readonly string[]>
  /** Brings the store back to it. */
  readonly rewind: () => Promise<void>
}

/** A store, and what is kept of it as the day begins and, of a day without faults, as the bot is started again. */
async function openWorld() {
  let clock = createVirtualClock(START)
  const { store, keep } = await openRewindableStore(() => clock.now())
  const search = await fill(store, subscriptions)
  for (const chatId of ALERTED) await store.alerts.add({ chatId, ownerId: 1, query: '球队', arrival: 0 }, 9)
  await store.outbox.add([aNotice('08:00', { chatId: OPERATOR, dueMs: START + 60_000 })])
  const morning: Moment = {
    nowMs: START,
    storeCalls: 0,
    apiCalls: 0,
    arrived: new Map(),
    rewind: await keep(),
  }
  const { search: _search, ...stored } = portsOf(store, search)

  /**
   * A day in which something goes wrong, a restart, and what has come of it.
   * @param from where nothing has gone wrong until then
   */
  async function live(
    { store: fails = () => false, api }: Faults,
    from = morning,
    atPause: (now: Omit<Moment, 'rewind'>) => Promise<void> = async () => {},
  ) {
    await from.rewind()
    clock = createVirtualClock(from.nowMs)
    const arrived = new Map(from.arrived)
    let { storeCalls, apiCalls } = from
    const faulty = withFaults(stored, () => fails(++storeCalls))
    const note = ({ payload, text = '' }: MadeCall) => {
      const key = placeKey(payload['chat_id'], payload['message_thread_id'])
      arrived.set(key, [...(arrived.get(key) ?? []), text])
    }
    const run = async (given: typeof stored, untilMs: number) => {
      const bot = await anOutbound(clock, { ...given, search }, (call) => {
        const fault = ++apiCalls === api?.nth ? apiFaults[api.fault] : undefined
        if (fault?.arrived ?? true) note(call)
        return fault?.scripted ?? posted()
      })
      // As after an intake; if it fails, the next one catches up.
      await matchAlerts({ ...given, search, now: () => clock.now() }).catch(() => {})
      bot.wake.notify()
      await bot.until(untilMs)
      await bot.end()
    }
    if (from === morning) await run(faulty, PAUSE)
    await atPause({ nowMs: clock.now(), storeCalls, apiCalls, arrived: new Map(arrived) })
    await run(faulty, END)
    const before = { storeCalls, apiCalls }
    await run(stored, END + 20 * 60_000)

    const messages = (await messagesTo(store.outbox, ...CHATS)).map((message) => ({
      message,
      texts: arrived.get(placeKey(message.chatId, message.threadId)) ?? [],
    }))
    return { ...before, messages, store }
  }

  let pause = morning
  const usual = await live({}, morning, async (now) => {
    pause = { ...now, rewind: await keep() }
  })
  return { usual, live, morning, pause }
}
const placeKey = (chatId: unknown, threadId: unknown) => JSON.stringify([chatId, threadId])

type World = Awaited<ReturnType<typeof openWorld>>
type Day = World['usual']

/** Once for all tests, as long as none fails: one that ran into its limit may be under way. */
let world: Promise<World> | undefined
const ourWorld = () => (world ??= openWorld())
beforeEach(() => {
  onTestFailed(() => {
    world = undefined
  })
})

/** None is lost, for each message too many there is a mark, and its text says so. */
async function expectLegal({ messages, store }: Day) {
  const kinds = messages.map(({ message }) => message.kind).toSorted()
  expect(kinds).toEqual(['alert', 'alert', ...subscriptions.map(() => 'digest'), 'operatorNotice'])
  for (const { message, texts } of messages) {
    if (message.chatId === NOTHING) {
      expect(message).toMatchObject({ status: 'failed', reason: 'nothing new' })
      expect(texts).toEqual([])
      continue
    }
    expect(message).toMatchObject({ status: 'sent' })
    expect(texts.length).toBeGreaterThanOrEqual(1)
    expect(texts.length - 1).toBeLessThanOrEqual(message.possibleDuplicates)
    for (const text of texts.slice(1)) expect(text).toContain('这份可能是重复的')
    if (message.kind === 'digest') expect((await store.shownArticles.in(message)).size).toBeGreaterThan(0)
  }
}
const marksOf = ({ messages }: Day) =>
  messages.reduce((sum, { message }) => sum + message.possibleDuplicates, 0)
const extraOf = ({ messages }: Day) =>
  messages.reduce((sum, { texts }) => sum + Math.max(0, texts.length - 1), 0)

test('where nothing goes wrong each message comes once, and none is marked', async () => {
  const { live, usual, morning, pause } = await ourWorld()
  expect([pause.storeCalls > 60, usual.storeCalls - pause.storeCalls > 60]).toEqual([true, true])
  // A day that is taken up later is the same day.
  for (const from of [morning, pause]) {
    const day = await live({}, from)
    await expectLegal(day)
    expect([extraOf(day), marksOf(day)]).toEqual([0, 0])
    expect([day.storeCalls, day.apiCalls]).toEqual([usual.storeCalls, usual.apiCalls])
  }
})

/** A part of all calls has a test of its own: one for all works for minutes where other programs work too. */
const inParts = <T extends readonly unknown[]>(cases: readonly T[], parts: number) =>
  cases.flatMap((it) => Array.from({ length: parts }, (_, part) => [...it, part + 1, parts] as const))
/** Of `count` calls, from 1, those of a part. */
const callsOf = (count: number, part: number, parts: number) =>
  Array.from({ length: count }, (_, at) => at + 1).filter((nth) => nth % parts === part - 1)

describe('whichever call of the storage fails', () => {
  test.each(
    inParts(
      [
        ['that one', (n: number) => (nth: number) => nth === n],
        ['that one and the two after', (n: number) => (nth: number) => nth >= n && nth < n + 3],
        ['that one and all others until the bot is started again', (n: number) => (nth: number) => nth >= n],
      ] as const,
      6,
    ),
  )('%s: a legal state is reached (%#)', async (_case, failsFrom, part, parts) => {
    const { live, usual, morning, pause } = await ourWorld()
    expect(usual.storeCalls).toBeGreaterThan(60)
    let legal = 0
    for (const n of callsOf(usual.storeCalls, part, parts)) {
      const day = await live({ store: failsFrom(n) }, n > pause.storeCalls ? pause : morning)
      await expectLegal(day)
      // A message may have gone that could not be noted; of several under way, each.
      expect(marksOf(day)).toBeLessThanOrEqual(5)
      legal++
    }
    expect(legal).toBeGreaterThanOrEqual(10)
  })
})

describe('whichever call of the Bot API fails', () => {
  const faults = (Object.keys(apiFaults) as (keyof typeof apiFaults)[]).map((it) => [it] as const)
  test.each(inParts(faults, 3))('by %s: a legal state is reached (%#)', async (fault, part, parts) => {
    const { live, usual, morning, pause } = await ourWorld()
    expect(usual.apiCalls).toBe(subscriptions.length - 1 + ALERTED.length + 1)
    const calls = callsOf(usual.apiCalls, part, parts)
    expect(calls.length).toBeGreaterThan(0)
    for (const nth of calls) {
      const day = await live({ api: { nth, fault } }, nth > pause.apiCalls ? pause : morning)
      await expectLegal(day)
      const isUnclear = apiFaults[fault].arrived
      expect([extraOf(day), marksOf(day)]).toEqual(isUnclear ? [1, 1] : [0, 0])
    }
  })
})
