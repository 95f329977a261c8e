import { describe, expect, onTestFinished, test } from 'vitest'
import type { NewOutboxMessage, Store } from '../../src/store/index.ts'
import { aSubscription } from '../support/a-subscription.ts'
import { withFaults } from '../support/faulty-store.ts'
import { aNewspaper, anOutbound, at, HOUR, portsOf } from '../support/outbound.ts'
import { aNotice, messagesTo } from '../support/outbox.ts'
import { type MadeCall, posted, refusal, type Scripted, tooMany } from '../support/scripted-api.ts'
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts'

const START = at('2024-06-08T09:00+08:00')
const MINUTE = 60_000

interface Open {
  readonly clock: VirtualClock
  readonly store: Store
  /** Adds messages. @returns their ids */
  readonly add: (...messages: readonly NewOutboxMessage[]) => Promise<readonly number[]>
  /** Starts a process that sends them, before a Telegram that answers as the script says. */
  readonly start: (
    script?: (call: MadeCall, nth: number) => Scripted,
    fails?: (call: string) => boolean,
  ) => ReturnType<typeof anOutbound>
}

async function open(): Promise<Open> {
  const clock = createVirtualClock(START)
  const { store, search } = await aNewspaper(clock)
  return {
    clock,
    store,
    add: (...messages) => store.outbox.add(messages),
    start: async (script = posted, fails = () => false) => {
      const { search: _search, ...stored } = portsOf(store, search)
      const bot = await anOutbound(clock, { ...withFaults(stored, fails), search }, script)
      onTestFinished(bot.end)
      return bot
    },
  }
}
/** What the notices were called that came, in order; a mark of a possible duplicate before them. */
const came = (calls: readonly MadeCall[]) =>
  calls.map(
    ({ text = '' }) => `${text.includes('可能是重复的') ? '2: ' : ''}${/\[(.*?)\]/.exec(text)?.[1] ?? text}`,
  )
const notice = (text: string, given: Partial<NewOutboxMessage> = {}) => aNotice(`[${text}]`, given)

test('messages go when their time has come, the most urgent first, and are recorded as sent', async () => {
  const { store, add, start } = await open()
  await add(
    notice('later', { chatId: 1, dueMs: START + 90_000 }),
    notice('plain', { chatId: 2 }),
    notice('urgent', { chatId: 3, priority: 2 }),
  )
  const writes: string[] = []
  const { until, calls } = await start(posted, (call) => {
    if (/outbox\.(?:\w*claim|complete|reschedule|fail)/.test(call)) writes.push(call)
    return false
  })
  await until(START + MINUTE)
  expect(came(calls)).toEqual(['urgent', 'plain'])
  await until(START + 2 * MINUTE)
  expect(calls.map(({ atMs }) => Math.floor((atMs - START) / 1000))).toEqual([0, 0, 90])
  expect(await messagesTo(store.outbox, 1, 2, 3)).toMatchObject([
    { status: 'sent', messageId: expect.any(Number), attempts: 1 },
    { status: 'sent', messageId: expect.any(Number), attempts: 1 },
    { status: 'sent', messageId: expect.any(Number), attempts: 1 },
  ])
  // And no more is written for each of them.
  const once = ['outbox.claim', 'outbox.complete']
  expect(writes.toSorted()).toEqual([...once, ...once, ...once].toSorted())
})

test('a message whose claim was done, and never confirmed, goes a moment later and without a mark', async () => {
  const { clock, store, add } = await open()
  const { search } = await aNewspaper(clock)
  const [id = 0] = await add(notice('once'))
  let lost = 0
  const claim: typeof store.outbox.claim = async (it) => {
    const claimed = await store.outbox.claim(it)
    if (lost++ === 0) throw new Error('the connection ended')
    return claimed
  }
  const bot = await anOutbound(
    clock,
    { ...portsOf(store, search), outbox: { ...store.outbox, claim } },
    posted,
  )
  onTestFinished(bot.end)
  await bot.until(START + MINUTE)
  expect(came(bot.calls)).toEqual(['once'])
  expect(await store.outbox.get(id)).toMatchObject({ status: 'sent', attempts: 2, possibleDuplicates: 0 })
})

test('a message that is added meanwhile goes at once when the worker is woken, else within a minute', async () => {
  const { add, start } = await open()
  const { until, calls, wake } = await start()
  await until(START + 10_000)
  await add(notice('woken', { dueMs: START }))
  wake.notify()
  await until(START + 10_100)
  expect(came(calls)).toEqual(['woken'])
  await add(notice('found', { dueMs: START }))
  await until(START + 71_000)
  expect(came(calls)).toEqual(['woken', 'found'])
})

test('within a chat messages go one after the other, in their order', async () => {
  const { add, start } = await open()
  await add(...['a', 'b', 'c', 'd'].map((text) => notice(text)))
  const { until, calls } = await start(() => ({ ...posted(), afterMs: 3000 }))
  await until(START + MINUTE)
  expect(came(calls)).toEqual(['a', 'b', 'c', 'd'])
  const gaps = calls.slice(1).map(({ atMs }, n) => atMs - (calls[n]?.atMs ?? 0))
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(3000)
})

test('one message is on its way at a time, but one that takes long holds up the others for a second only', async () => {
  const { add, start } = await open()
  await add(...[1, 2, 3].map((chatId) => notice(`${chatId}`, { chatId })))
  const { until, calls } = await start(({ chatId }) => ({
    ...posted(),
    afterMs: chatId === 1 ? 20_000 : 500,
  }))
  await until(START + MINUTE)
  const [first = 0, second = 0, third = 0] = calls.map(({ atMs }) => atMs - START)
  expect(second - first).toBe(1000)
  expect(third - second).toBe(500)
})

test('a chat with a thousand messages does not hold up the others', async () => {
  const { add, start } = await open()
  await add(...Array.from({ length: 1000 }, (_, n) => notice(`${n}`)), notice('other', { chatId: 8 }))
  const { until, calls } = await start()
  await until(START + MINUTE)
  expect(came(calls).indexOf('other')).toBeLessThan(5)
})

describe('no kind of message starves another one', () => {
  /** So that one goes every 400 ms. */
  const slowly = () => ({ ...posted(), afterMs: 400 })
  const many = (count: number, from: number, priority: number, dueMs: number) =>
    Array.from({ length: count }, (_, n) => notice('', { chatId: from + n, priority, dueMs }))

  test('an alert goes before hundreds of digests that are due already', async () => {
    const { add, start } = await open()
    await add(...many(500, 1000, 0, START))
    const { until, calls, wake } = await start(slowly)
    await until(START + MINUTE)
    await add(notice('alert', { priority: 10, dueMs: START + MINUTE }))
    wake.notify()
    await until(START + MINUTE + 11_000) // as long as the messages that were read before it take
    expect(came(calls)).toContain('alert')
  })

  test('digests have their turn after ten minutes, though more alerts come than can be sent', async () => {
    const { add, start } = await open()
    await add(...many(500, 1000, 0, START))
    for (const minute of [1, 4, 7, 10, 13])
      await add(...many(450, 10_000 + 1000 * minute, 10, START + minute * MINUTE))
    const { until, calls } = await start(slowly)
    const digests = () => calls.filter(({ chatId = 0 }) => chatId < 10_000).length
    await until(START + 10 * MINUTE)
    expect(digests()).toBeLessThan(200)
    await until(START + 14 * MINUTE)
    expect(digests()).toBe(500)
  })
})

test('what may have arrived goes again, less and less often, and says so', async () => {
  const { store, add, start } = await open()
  const [id = 0] = await add(notice('news'))
  const { until, calls } = await start((_call, nth) =>
    nth <= 8 ? { answer: { kind: 'network', written: true, reason: 'ECONNRESET' } } : posted(),
  )
  await until(START + 6 * HOUR)
  expect(came(calls)).toEqual(['news', ...Array.from({ length: 8 }, () => '2: news')])
  const pauses = calls.slice(1).map(({ atMs }, n) => atMs - (calls[n]?.atMs ?? 0))
  expect(pauses[0]).toBeLessThanOrEqual(15_000)
  const minutes = pauses.map((ms) => Math.round(ms / MINUTE))
  expect(minutes).toEqual([0, 1, 2, 4, 8, 16, 32, 60])
  expect(await store.outbox.get(id)).toMatchObject({ status: 'sent', possibleDuplicates: 8, attempts: 9 })
})

test('what certainly did not arrive goes again after ten minutes at most, unmarked', async () => {
  const { store, add, start } = await open()
  const [id = 0] = await add(notice('news'))
  const { until, calls, said } = await start(({ atMs }) =>
    atMs < START + 2 * HOUR
      ? { answer: { kind: 'network', written: false, reason: 'ECONNREFUSED' } }
      : posted(),
  )
  await until(START + 3 * HOUR)
  expect(calls.at(-1)?.atMs).toBeLessThan(START + 2 * HOUR + 10 * MINUTE)
  expect(came(calls).at(-1)).toBe('news')
  expect(await store.outbox.get(id)).toMatchObject({ status: 'sent', possibleDuplicates: 0 })
  const retries = said('info').filter((it) => it === 'message could not be sent; retrying')
  expect(retries.length).toBeGreaterThan(5)
  expect(said('warn')).not.toContain(
    'message may have arrived; sending it again, marked as a possible duplicate',
  )
})

test('what was being sent when the process died goes again and says so; what waited does not', async () => {
  const { store, add, start } = await open()
  const [claimed = 0] = await add(notice('claimed', { chatId: 1 }), notice('waited', { chatId: 2 }))
  await store.outbox.claim(claimed)
  const { until, calls, said } = await start()
  await until(START + 10_000)
  expect(came(calls)).toEqual(['2: claimed', 'waited'])
  expect(said('warn')).toEqual([
    'messages were being sent when the last process ended; sending them again, marked as possible duplicates',
  ])
})

test('a chat that is gone is not written to, and holds nobody up', async () => {
  const { store, add, start } = await open()
  await add(notice('a', { chatId: 1 }), notice('b', { chatId: 2 }))
  const blocked = refusal(403, 'Forbidden: bot was blocked by the user')
  const { until } = await start(({ chatId }) => (chatId === 1 ? blocked : posted()))
  await until(START + 10_000)
  expect(await messagesTo(store.outbox, 1, 2)).toMatchObject([
    { status: 'failed', reason: 'gone' },
    { status: 'sent' },
  ])
})

test('quiet hours hold messages back to the minute', async () => {
  const { store, add, start } = await open()
  await store.subscriptions.save(aSubscription({ quietHours: ['08:00', '09:30'], sinceMs: START }))
  await add(notice('quiet'), notice('other', { chatId: 8 }))
  const { until, calls } = await start()
  await until(START + HOUR)
  expect(came(calls)).toEqual(['other', 'quiet'])
  expect(calls[1]?.atMs).toBe(START + 30 * MINUTE + 1)
})

test('while Telegram wants to hear nothing at all nothing is composed, and then everything is sent, once', async () => {
  const { store, add, start } = await open()
  const chats = Array.from({ length: 40 }, (_, n) => n + 1)
  await add(...chats.map((chatId) => notice(`${chatId}`, { chatId })))
  const writes: string[] = []
  const { until, calls } = await start(
    ({ atMs }) => (atMs < START + HOUR ? tooMany(3600) : posted()),
    (call) => {
      if (call === 'outbox.reschedule') writes.push(call)
      return false
    },
  )
  await until(START + 3 * HOUR)
  // Three chats that are told the same mean all of them.
  expect(calls.filter(({ atMs }) => atMs < START + HOUR)).toHaveLength(3)
  const messages = await messagesTo(store.outbox, ...chats)
  expect(new Set(messages.map(({ status }) => status))).toEqual(new Set(['sent']))
  expect(calls).toHaveLength(chats.length + 3)
  // Of those that were told to wait: the others are not put off one by one.
  expect(writes.length).toBeLessThan(10)
})

test('what is for a chat that Telegram wants to hear nothing of waits in the outbox until that is over', async () => {
  const { add, start } = await open()
  await add(notice('told to wait'))
  const writes: string[] = []
  const { until, calls } = await start(
    (_call, nth) => (nth === 1 ? tooMany(3600) : posted()),
    (call) => {
      if (call === 'outbox.reschedule') writes.push(call)
      return false
    },
  )
  await until(START + 10_000)
  await add(notice('added meanwhile'))
  await until(START + HOUR + 2 * MINUTE)
  expect(came(calls)).toEqual(['told to wait', 'told to wait', 'added meanwhile'])
  expect(calls[1]?.atMs).toBeGreaterThanOrEqual(START + HOUR)
  // Delivery would give them back again and again, some eighty times.
  expect(writes.length).toBeLessThanOrEqual(3)
})

test('told to stop, it leaves what has not begun for the next start, unmarked', async () => {
  const { store, add, start } = await open()
  await add(...Array.from({ length: 40 }, (_, n) => notice(`${n}`)))
  const { until, calls, end } = await start()
  await until(START + 10_000) // one a second to the same chat
  await end()
  const messages = await store.outbox.ofChat(7)
  const sent = messages.filter(({ status }) => status === 'sent')
  expect(sent.length).toBe(calls.length)
  expect(sent.length).toBeGreaterThan(10)
  expect(sent.length).toBeLessThan(20)
  const left = messages.filter(({ status }) => status !== 'sent')
  expect(new Set(left.map(({ status, possibleDuplicates }) => `${status} ${possibleDuplicates}`))).toEqual(
    new Set(['due 0']),
  )
})

test.each([
  [
    'of which nothing is left',
    'alert',
    { kind: 'alerts', matches: [], unlisted: 0 },
    'nothing left to tell',
    'debug',
  ],
  [
    'that is damaged',
    'alert',
    { kind: 'alerts', matches: [{ alertId: 5 }], unlisted: 0 },
    'damaged payload',
    'error',
  ],
  ['that is empty', 'operatorNotice', null, 'damaged payload', 'error'],
  [
    'of another kind',
    'operatorNotice',
    { kind: 'alerts', matches: [], unlisted: 0 },
    'damaged payload',
    'error',
  ],
])('a message %s is not sent, and the outbox says why', async (_case, kind, payload, reason, level) => {
  const { store, add, start } = await open()
  const [id = 0] = await add({ ...notice(''), kind, payload })
  const { until, calls, said } = await start()
  await until(START + 1000)
  expect(calls).toEqual([])
  expect(await store.outbox.get(id)).toMatchObject({ status: 'failed', reason })
  expect(said(level)).toHaveLength(1)
})

test('a message of a kind that nobody composes is kept, and tried again later', async () => {
  const { store, add, start } = await open()
  const [id = 0] = await add({ ...notice(''), kind: 'picture' }, notice('other', { chatId: 8 }))
  const { until, calls, said } = await start()
  await until(START + HOUR)
  expect(came(calls)).toEqual(['other'])
  expect(await store.outbox.get(id)).toMatchObject({ status: 'due', attempts: 0 })
  expect(said('error').length).toBeLessThan(8)
})

test('what was sent or failed is forgotten after two days, digests never', async () => {
  const { store, add, start } = await open()
  await add(notice('old'), notice('new', { chatId: 8, dueMs: START + 24 * HOUR }))
  await store.outbox.add([{ ...notice(''), kind: 'digest', uniqueKey: '2024-06-08', chatId: 9 }])
  const { until } = await start()
  await until(START + 50 * HOUR)
  expect((await messagesTo(store.outbox, 7, 8, 9)).map(({ chatId }) => chatId)).toEqual([8, 9])
}, 120_000)

test.each([1, 4, 1000])(
  'a storage that fails from any call on, %i times, loses nothing and hides no second message',
  async (times) => {
    for (let from = 1; from <= 40; from++) {
      const { store, add, start } = await open()
      const chats = [1, 2, 3, 4, 5]
      await add(...chats.map((chatId) => notice(`${chatId}`, { chatId })))
      let storeCalls = 0
      const { until, calls, end } = await start(
        // The third call may have arrived.
        (_call, nth) => (nth === 3 ? { answer: { kind: 'network', written: true, reason: '' } } : posted()),
        (call) => call.startsWith('outbox.') && ++storeCalls >= from && storeCalls < from + times,
      )
      await until(START + 2.5 * HOUR)
      await end()
      const messages = await messagesTo(store.outbox, ...chats)
      expect(messages.map(({ status }) => status)).toEqual(chats.map(() => 'sent'))
      const marked = messages.reduce((sum, it) => sum + it.possibleDuplicates, 0)
      expect(calls.length - chats.length).toBeLessThanOrEqual(marked)
    }
  },
  120_000,
)

test('while the storage cannot be written to it is not asked without end', async () => {
  const { add, start } = await open()
  await add(notice('news'))
  let claims = 0
  const { until, calls } = await start(posted, (call) => call === 'outbox.claim' && ++claims > 0)
  await until(START + 10 * MINUTE)
  expect(calls).toEqual([])
  expect(claims).toBeGreaterThan(60)
  expect(claims).toBeLessThan(130)
})

test('a thousand messages to a thousand chats go at the pace that notices have', async () => {
  const { add, start } = await open()
  await add(...Array.from({ length: 1000 }, (_, n) => notice(`${n}`, { chatId: n + 1 })))
  const { until, calls } = await start()
  await until(START + 45_000)
  expect(calls).toHaveLength(1000)
})
