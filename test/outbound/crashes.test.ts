import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ApiResponse } from '../../src/delivery/index.ts'
import { matchAlerts } from '../../src/outbound/index.ts'
import { aSubscription } from '../support/a-subscription.ts'
import { withFaults } from '../support/faulty-store.ts'
import { aNewspaper, anOutbound, at, HOUR, portsOf } from '../support/outbound.ts'
import { aNotice, messagesTo } from '../support/outbox.ts'
import { runs } from '../support/runs.ts'
import { type MadeCall, posted, refusal, type Scripted, tooMany } from '../support/scripted-api.ts'
import { createVirtualClock } from '../support/virtual-clock.ts'

const EIGHT = at('2024-06-10T08:00+08:00')
const START = EIGHT - 2_000

/** What becomes of a call, and whether the message is in the chat then. */
const ANSWERS = {
  ok: { scripted: () => posted().answer, arrives: true },
  'reset after': { scripted: () => noAnswer(true), arrives: true },
  'reset before': { scripted: () => noAnswer(false), arrives: false },
  'bad gateway': { scripted: () => refusal(502, 'Bad Gateway').answer, arrives: false },
  wait: { scripted: () => tooMany(7).answer, arrives: false },
} as const satisfies Record<string, { readonly scripted: () => ApiResponse; readonly arrives: boolean }>
const noAnswer = (written: boolean): ApiResponse => ({ kind: 'network', written, reason: 'ECONNRESET' })

const aCall = fc.record({
  answer: fc.oneof(
    { weight: 4, arbitrary: fc.constant('ok' as const) },
    { weight: 1, arbitrary: fc.constantFrom(...(Object.keys(ANSWERS) as (keyof typeof ANSWERS)[])) },
  ),
  // Less than the time for which a message is on its way alone.
  afterMs: fc.integer({ min: 0, max: 900 }),
})
const aStory = fc.record({
  digests: fc.integer({ min: 0, max: 4 }),
  alerts: fc.integer({ min: 0, max: 4 }),
  /** When notices are due, in milliseconds after eight. */
  notices: fc.array(fc.integer({ min: -2000, max: 4000 }), { maxLength: 4 }),
  /** How long each process lives until it is killed, in milliseconds. */
  lives: fc.array(fc.integer({ min: 0, max: 8000 }), { minLength: 1, maxLength: 6 }),
  calls: fc.array(aCall, { maxLength: 30 }),
})
type Story = typeof aStory extends fc.Arbitrary<infer T> ? T : never

/** A message that was refused is called again just as the next one is on its way. */
const REPEATED_BESIDE_ANOTHER: Story = {
  digests: 0,
  alerts: 2,
  notices: [-75],
  lives: [1927, 0],
  calls: [
    { answer: 'ok', afterMs: 241 },
    { answer: 'reset before', afterMs: 651 },
    { answer: 'ok', afterMs: 783 },
  ],
}

test('whenever the process is killed, no message is lost, and one for each kill may come twice, marked', async () => {
  let kills = 0
  let extras = 0
  const live = async ({ digests, alerts, notices, lives, calls }: Story) => {
    const clock = createVirtualClock(START)
    const chatsOf = (first: number, count: number) => Array.from({ length: count }, (_, n) => first + n)
    const [digestChats, alertChats] = [chatsOf(100, digests), chatsOf(200, alerts)]
    const noticeChats = chatsOf(300, notices.length)
    const chats = [...digestChats, ...alertChats, ...noticeChats]
    const { store, search } = await aNewspaper(
      clock,
      digestChats.map((chatId) => aSubscription({ chatId, sinceMs: START })),
    )
    for (const chatId of alertChats)
      await store.alerts.add({ chatId, ownerId: 1, query: '球队', arrival: 0 }, 9)
    await store.outbox.add(notices.map((ms, n) => aNotice(`${n}`, { chatId: 300 + n, dueMs: EIGHT + ms })))

    const arrived = new Map<number, string[]>()
    let called = 0
    let unclear = 0
    /** Runs a process until it is killed: then nothing of it has any effect. @returns what it was sending */
    const run = async (lifeMs: number, script: (call: MadeCall) => Scripted) => {
      let isDead = false
      const { search: _search, ...stored } = portsOf(store, search)
      const ports = { ...withFaults(stored, () => isDead), search }
      const bot = await anOutbound(clock, ports, (call) => (isDead ? 'hang' : script(call)))
      await matchAlerts({ ...ports, now: () => clock.now() })
      bot.wake.notify()
      await bot.until(clock.now() + lifeMs)
      const sending = (await messagesTo(store.outbox, ...chats)).filter(({ status }) => status === 'sending')
      isDead = true
      await bot.end()
      return sending.map(({ chatId }) => chatId)
    }
    const arrive = ({ chatId = 0, text = '' }: MadeCall) =>
      void arrived.set(chatId, [...(arrived.get(chatId) ?? []), text])

    let inFlight = 0
    for (const lifeMs of lives) {
      /** Chats whose call was refused: delivery tries again, and until then others go. */
      const refused = new Set<number>()
      const sending = await run(lifeMs, (call) => {
        const { answer, afterMs } = calls[called++] ?? { answer: 'ok', afterMs: 40 }
        const { scripted, arrives } = ANSWERS[answer]
        if (arrives) refused.delete(call.chatId ?? 0)
        else refused.add(call.chatId ?? 0)
        if (arrives) arrive(call)
        if (answer === 'reset after') unclear++
        return { answer: scripted(), afterMs }
      })
      expect(sending.filter((chatId) => !refused.has(chatId)).length).toBeLessThanOrEqual(1)
      inFlight += sending.length
      kills++
    }
    await run(2 * HOUR, (call) => {
      arrive(call)
      return posted()
    })

    const messages = await messagesTo(store.outbox, ...chats)
    expect(new Set(messages.map(({ chatId }) => chatId))).toEqual(new Set(chats))
    expect(messages).toHaveLength(chats.length)
    for (const { status, chatId, possibleDuplicates } of messages) {
      const [first, ...more] = arrived.get(chatId) ?? []
      expect([chatId, status, first === undefined]).toEqual([chatId, 'sent', false])
      expect(more.length).toBeLessThanOrEqual(possibleDuplicates)
      for (const text of more) expect(text).toContain('可能是重复的')
      extras += more.length
    }
    const marked = messages.reduce((sum, it) => sum + it.possibleDuplicates, 0)
    expect(marked).toBeLessThanOrEqual(inFlight + unclear)
  }
  const tried = runs(60)
  await fc.assert(fc.asyncProperty(aStory, live), { ...tried, examples: [[REPEATED_BESIDE_ANOTHER]] })
  // It was no empty show: messages did come twice.
  expect(kills).toBeGreaterThan(tried.numRuns)
  expect(extras).toBeGreaterThan(tried.numRuns / 12)
}, 240_000)
