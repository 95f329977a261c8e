import { expect, onTestFinished, test } from 'vitest'
import { aSubscription } from '../support/a-subscription.ts'
import { aMessage } from '../support/delivery.ts'
import { withFaults } from '../support/faulty-store.ts'
import { aNewspaper, anOutbound, at, digestOf, HOUR, portsOf } from '../support/outbound.ts'
import { aNotice } from '../support/outbox.ts'
import { type MadeCall, posted, refusal, type Scripted, tooMany } from '../support/scripted-api.ts'
import { createVirtualClock } from '../support/virtual-clock.ts'

const START = at('2024-06-08T09:00+08:00')
const MINUTE = 60_000

/** A bot that runs, and the calls of its outbox with the minutes since the start. */
async function aBot(
  script: (call: MadeCall, nth: number) => Scripted = posted,
  subscriptions: Parameters<typeof aNewspaper>[1] = [],
) {
  const clock = createVirtualClock(START)
  const { store, search } = await aNewspaper(clock, subscriptions)
  const { search: _search, ...stored } = portsOf(store, search)
  const asked: (readonly [call: string, minute: number])[] = []
  const watched = withFaults(stored, (call) => {
    asked.push([call, Math.floor((clock.now() - START) / MINUTE)])
    return false
  })
  const bot = await anOutbound(clock, { ...watched, search }, script)
  onTestFinished(bot.end)
  const minutesOf = (call: string) => asked.flatMap(([it, minute]) => (it === call ? [minute] : []))
  return { clock, store, minutesOf, ...bot }
}

test('chats that Telegram wants to hear nothing of for minutes take no turns of the others', async () => {
  const waiting = Array.from({ length: 60 }, (_, n) => n + 1)
  // Each is told another end: several with the same one would mean all chats.
  const bot = await aBot(({ chatId = 0, atMs }) =>
    chatId <= 60 && atMs < START + 2 * MINUTE ? tooMany(120 + 2 * chatId) : posted(),
  )
  for (const chatId of waiting) {
    void bot.delivery.send({ chatId }, aMessage('答'), { priority: 'reply' })
    await bot.until(START + 100 * chatId)
  }
  await bot.store.outbox.add(waiting.map((chatId) => aNotice('waits', { chatId, dueMs: START })))
  await bot.store.outbox.add([101, 102].map((chatId) => aNotice('goes', { chatId, dueMs: START + 1 })))
  bot.wake.notify()
  await bot.until(START + 90_000)
  const early = bot.calls.filter(({ atMs, chatId = 0 }) => chatId > 100 && atMs < START + 90_000)
  expect(early.map(({ chatId }) => chatId)).toEqual([101, 102])
})

test('what is old is looked for once an hour, and no more often though messages go', async () => {
  const bot = await aBot()
  for (let minute = 1; minute < 150; minute += 10) {
    await bot.until(START + minute * MINUTE)
    await bot.store.outbox.add([aNotice('x', { dueMs: bot.clock.now() })])
    bot.wake.notify()
  }
  await bot.until(START + 150 * MINUTE)
  const minutes = bot.minutesOf('outbox.vacuum')
  // Of each kind of message that is not kept for ever.
  expect(minutes.filter((it) => it === 0)).toHaveLength(3)
  expect(new Set(minutes).size).toBe(3)
  expect(minutes).toHaveLength(9)
})

test('older digests are looked for when some come due, and not at each minute after that', async () => {
  const bot = await aBot(posted, [
    aSubscription({ chatId: 1, time: '09:05', sinceMs: START }),
    aSubscription({ chatId: 2, time: '09:20', sinceMs: START }),
  ])
  await bot.until(START + 40 * MINUTE)
  expect(bot.calls.map(({ chatId }) => chatId)).toEqual([1, 2])
  expect(bot.minutesOf('outbox.supersede')).toEqual([5, 20])
})

test('a digest that comes due as its pause ends is sent, one a moment before is not', async () => {
  const dueMs = at('2024-06-08T09:30+08:00')
  const bot = await aBot(posted, [
    aSubscription({ chatId: 1, time: '09:30', sinceMs: START }),
    aSubscription({ chatId: 2, time: '09:30', sinceMs: START }),
  ])
  // Paused after it was planned, and before it is composed.
  await bot.until(dueMs - 1)
  const compose = bot.store.subscriptions
  for (const [chatId, snoozedUntilMs] of [
    [1, dueMs],
    [2, dueMs + 1],
  ] as const)
    await compose.save(aSubscription({ chatId, time: '09:30', sinceMs: START, snoozedUntilMs }))
  await bot.until(dueMs + HOUR)
  expect(bot.calls.map(({ chatId }) => chatId)).toEqual([1])
  expect(await digestOf(bot.store, { chatId: 1, day: '2024-06-08' })).toMatchObject({ status: 'sent' })
})

test('the quiet hours of one topic hold back nothing for another one of its group', async () => {
  const quietHours = ['08:00', '10:00'] as const
  const bot = await aBot(posted, [
    aSubscription({ chatId: -5, threadId: 1, time: '23:00', quietHours, sinceMs: START }),
    aSubscription({ chatId: -5, threadId: 2, time: '23:00', sinceMs: START }),
  ])
  await bot.store.outbox.add(
    [1, 2].map((threadId) => aNotice(`topic ${threadId}`, { chatId: -5, threadId, dueMs: START })),
  )
  bot.wake.notify()
  await bot.until(START + 2 * HOUR)
  expect(
    bot.calls.map(({ payload, atMs }) => [payload['message_thread_id'], Math.floor((atMs - START) / MINUTE)]),
  ).toEqual([
    [2, 0],
    [1, 60],
  ])
})

test.each([
  [
    'may have arrived: whoever reads the log is warned of a possible second one',
    { answer: { kind: 'network', written: true, reason: 'reset' } },
    'warn',
    'message may have arrived; sending it again, marked as a possible duplicate',
  ],
  [
    'did not arrive: that is nothing to look into',
    refusal(503, 'Service Unavailable'),
    'info',
    'message could not be sent; retrying',
  ],
] as const)('a message goes again that %s', async (_what, failure, level, sentence) => {
  const bot = await aBot(({ atMs }) => (atMs < START + 6 * MINUTE ? failure : posted()))
  await bot.store.outbox.add([aNotice('x', { dueMs: START })])
  bot.wake.notify()
  await bot.until(START + HOUR)
  const told = ['warn', 'info'].map((it) => bot.said(it).filter((line) => line === sentence).length > 0)
  expect(told).toEqual([level === 'warn', level === 'info'])
})

test('a claim of which nobody heard is taken back, though that fails at first too', async () => {
  const clock = createVirtualClock(START)
  const { store, search } = await aNewspaper(clock)
  const [id = 0] = await store.outbox.add([aNotice('once', { dueMs: START })])
  let [claims, takenBack] = [0, 0]
  const claim: typeof store.outbox.claim = async (it) => {
    const claimed = await store.outbox.claim(it)
    if (++claims === 1) throw new Error('the connection ended')
    return claimed
  }
  const unclaim: typeof store.outbox.unclaim = async (it) => {
    if (++takenBack === 1) throw new Error('the database is locked')
    await store.outbox.unclaim(it)
  }
  const outbox = { ...store.outbox, claim, unclaim }
  const bot = await anOutbound(clock, { ...portsOf(store, search), outbox }, posted)
  onTestFinished(bot.end)
  await bot.until(START + 5 * MINUTE)
  expect([bot.calls.length, takenBack]).toEqual([1, 2])
  expect(await store.outbox.get(id)).toMatchObject({ status: 'sent', attempts: 2, possibleDuplicates: 0 })
})

test('a digest that may have come before says so from the first time on', async () => {
  let answers = 0
  const bot = await aBot(
    () => (++answers === 1 ? { answer: { kind: 'network', written: true, reason: 'ECONNRESET' } } : posted()),
    [aSubscription({ chatId: 1, time: '09:05', sinceMs: START })],
  )
  await bot.until(START + 30 * MINUTE)
  expect(bot.calls.map(({ text = '' }) => text.includes('可能是重复的'))).toEqual([false, true])
})
