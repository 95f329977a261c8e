import { describe, expect, test } from 'vitest'
import type { Subscription } from '../../src/store/index.ts'
import { aSubscription } from '../support/a-subscription.ts'
import { aDispatch, aNewspaper, at, portsOf } from '../support/digests.ts'
import { withFaults } from '../support/faulty-store.ts'
import { posted, refusal, type Scripted } from '../support/scripted-api.ts'
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
const keys = subscriptions.map(({ chatId, threadId }) => ({
  chatId,
  ...(threadId !== undefined && { threadId }),
  day: '2024-06-10',
}))
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

/** A day in which something goes wrong, a restart, and what has come of it. */
async function live({ store: fails = () => false, api }: Faults) {
  const clock = createVirtualClock(START)
  const { store, search } = await aNewspaper(clock, subscriptions)
  const ports = portsOf(store, search)
  const arrived: string[] = []
  let storeCalls = 0
  let apiCalls = 0
  const { search: _search, ...stored } = ports
  const faulty = withFaults(stored, () => fails(++storeCalls))
  const note = (payload: Readonly<Record<string, unknown>>) =>
    void arrived.push(JSON.stringify([payload['chat_id'], payload['message_thread_id']]))
  const run = async (given: typeof stored, untilMs: number) => {
    const bot = await aDispatch(clock, { ...given, search }, ({ payload }) => {
      const fault = ++apiCalls === api?.nth ? apiFaults[api.fault] : undefined
      if (fault?.arrived ?? true) note(payload)
      return fault?.scripted ?? posted()
    })
    await bot.until(untilMs)
    await bot.end()
  }
  await run(faulty, PAUSE)
  await run(faulty, END)
  const before = { storeCalls, apiCalls }
  await run(stored, END + 20 * 60_000)

  const digests = await Promise.all(keys.map((key) => store.digests.get(key)))
  const messages = keys.map(
    ({ chatId, threadId }) => arrived.filter((it) => it === JSON.stringify([chatId, threadId])).length,
  )
  return { ...before, digests, messages, store }
}

/** None is lost, and for each message too many there is a mark. */
async function expectLegal({ digests, messages, store }: Awaited<ReturnType<typeof live>>) {
  for (const [i, digest] of digests.entries()) {
    if (digest?.chatId === NOTHING) {
      expect(digest).toMatchObject({ state: 'failed', reason: 'nothing new' })
      expect(messages[i]).toBe(0)
    } else {
      expect(digest).toMatchObject({ state: 'sent' })
      expect(messages[i]).toBeGreaterThanOrEqual(1)
      expect((messages[i] ?? 0) - 1).toBeLessThanOrEqual(digest?.possibleDuplicates ?? 0)
      expect((await store.digests.shown(digest ?? { chatId: 0 })).size).toBeGreaterThan(0)
    }
  }
}
const marksOf = ({ digests }: Awaited<ReturnType<typeof live>>) =>
  digests.reduce((sum, it) => sum + (it?.possibleDuplicates ?? 0), 0)
const extraOf = ({ messages }: Awaited<ReturnType<typeof live>>) =>
  messages.reduce((sum, it) => sum + Math.max(0, it - 1), 0)

test('where nothing goes wrong each digest comes once, and none is marked', async () => {
  const day = await live({})
  await expectLegal(day)
  expect([extraOf(day), marksOf(day)]).toEqual([0, 0])
})

describe('whichever call of the storage fails', () => {
  test.each([
    ['that one', (n: number) => (nth: number) => nth === n],
    ['that one and the two after', (n: number) => (nth: number) => nth >= n && nth < n + 3],
    ['that one and all others until the bot is started again', (n: number) => (nth: number) => nth >= n],
  ])('%s: a legal state is reached', { timeout: 120_000 }, async (_case, failsFrom) => {
    const { storeCalls } = await live({})
    let legal = 0
    for (let n = 1; n <= storeCalls; n++) {
      const day = await live({ store: failsFrom(n) })
      await expectLegal(day)
      // A message may have gone that could not be noted; of several under way, each.
      expect(marksOf(day)).toBeLessThanOrEqual(5)
      legal++
    }
    expect(storeCalls).toBeGreaterThan(60)
    expect(legal).toBe(storeCalls)
  })
})

describe('whichever call of the Bot API fails', () => {
  test.each(Object.keys(apiFaults) as (keyof typeof apiFaults)[])(
    'by %s: a legal state is reached',
    async (fault) => {
      const { apiCalls } = await live({})
      expect(apiCalls).toBe(keys.length - 1)
      for (let nth = 1; nth <= apiCalls; nth++) {
        const day = await live({ api: { nth, fault } })
        await expectLegal(day)
        const isUnclear = apiFaults[fault].arrived
        expect([extraOf(day), marksOf(day)]).toEqual(isUnclear ? [1, 1] : [0, 0])
      }
    },
  )
})
