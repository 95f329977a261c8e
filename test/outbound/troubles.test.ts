import { describe, expect, test } from 'vitest'
import { planDigests } from '../../src/outbound/plan-digests.ts'
import type { Subscription } from '../../src/store/index.ts'
import { aSubscription } from '../support/a-subscription.ts'
import { withFaults } from '../support/faulty-store.ts'
import { aNewspaper, anOutbound, aStory, at, digestOf, HOUR, portsOf } from '../support/outbound.ts'
import { type MadeCall, posted, refusal, type Scripted, tooMany } from '../support/scripted-api.ts'
import { shelve } from '../support/stores.ts'
import { createVirtualClock } from '../support/virtual-clock.ts'

const START = at('2024-06-10T07:59+08:00')
const subscription = (chatId: number, given: Partial<Subscription> = {}) =>
  aSubscription({ chatId, sinceMs: START, ...given })
const keyOf = (chatId: number, day = '2024-06-10') => ({ chatId, day })

async function open(
  subscriptions: readonly Subscription[],
  script: (call: MadeCall, nth: number) => Scripted = posted,
) {
  const clock = createVirtualClock(START)
  const { store, search } = await aNewspaper(clock, subscriptions)
  const ports = portsOf(store, search)
  const bot = await anOutbound(clock, ports, script)
  return { clock, store, ports, ...bot }
}
const chatsOf = (calls: readonly MadeCall[]) => calls.map(({ chatId }) => chatId)

describe('one chat holds no other one up', () => {
  test('whose subscription cannot be read as one', async () => {
    const broken = { ...subscription(1), weekdays: undefined } as unknown as Subscription
    const { until, calls, said, end } = await open([broken, subscription(2)])
    await until(START + HOUR)
    expect(chatsOf(calls)).toEqual([2])
    expect(said('warn')).toEqual([
      'a subscription is damaged and gets no digests; the chat has to /subscribe again',
    ])
    await end()
  })

  test('whose next digest cannot be computed', () => {
    const endless = subscription(1, { weekdays: undefined as unknown as number[] })
    const rows = [endless, subscription(2)].map((it) => ({ place: it, subscription: it, planAtMs: -1 }))
    const { due, broken, planned } = planDigests(rows, START + HOUR, 'Asia/Shanghai')
    expect(due.map(({ chatId }) => chatId)).toEqual([2])
    expect(broken.map((it) => it.subscription)).toEqual([endless])
    // It is looked at again a day later; the other one when its next digest is due, at 08:00.
    expect(planned.map(({ againMs }) => againMs - START)).toEqual([25 * HOUR, 24 * HOUR + 60_000])
  })

  test('whose zone is not known any more: it is given that of the bot, and the log says so once for each', async () => {
    const { until, calls, said, end, store } = await open([
      subscription(1, { timeZone: 'Mars/Olympus_Mons' }),
      subscription(2),
      subscription(3, { timeZone: 'Mars/Olympus_Mons' }),
    ])
    await until(START + HOUR)
    expect(chatsOf(calls)).toEqual([1, 2, 3])
    expect(said('warn')).toEqual(Array(2).fill('a subscription has an unknown time zone; using another'))
    expect(await store.subscriptions.get(1)).toMatchObject({ timeZone: 'Mars/Olympus_Mons' })
    await end()
  })

  test('whose digest cannot be written: it is tried again', async () => {
    const clock = createVirtualClock(START)
    const { store, search } = await aNewspaper(clock, [
      subscription(1, { topics: ['球队'] }),
      subscription(2),
    ])
    let failures = 0
    const shaky: typeof search = {
      ...search,
      search: async (query, options) => {
        if (clock.now() < START + HOUR && ++failures > 0) throw new Error('the index is being rebuilt')
        return search.search(query, options)
      },
    }
    const { until, calls, said, end } = await anOutbound(clock, portsOf(store, shaky), posted)
    await until(START + 2 * HOUR)
    expect(chatsOf(calls)).toEqual([2, 1])
    expect(calls[1]?.text).toContain('来晚了')
    expect(failures).toBeLessThan(10)
    expect(new Set(said('error'))).toEqual(new Set(['composing a message failed; retrying later']))
    await end()
  })

  test('that Telegram wants to hear nothing of for hours: it is sent when they are over', async () => {
    const chats = Array.from({ length: 300 }, (_, n) => subscription(n + 1))
    const { until, calls, store, end } = await open(chats, ({ chatId, atMs }) =>
      (chatId ?? 0) % 2 === 0 && atMs < START + 2 * HOUR ? tooMany(2 * 3600) : posted(),
    )
    await until(START + HOUR)
    const sent = await Promise.all(
      chats.map(async ({ chatId }) => (await digestOf(store, keyOf(chatId)))?.status),
    )
    // Three chats at once that are told the same mean all of them, so that most odd ones wait too.
    expect(sent.filter((status) => status === 'sending')).toEqual([])
    await until(START + 4 * HOUR)
    const states = await Promise.all(chats.map(({ chatId }) => digestOf(store, keyOf(chatId))))
    expect(states.filter((it) => it?.status !== 'sent')).toEqual([])
    expect(calls.length).toBeLessThan(320)
    await end()
  })
})

describe('what becomes of a digest', () => {
  test('that may have arrived: it goes again, less and less often, and says so', async () => {
    const { until, calls, store, end } = await open([subscription(1)], (_call, nth) =>
      nth <= 3 ? { answer: { kind: 'network', written: true, reason: 'ECONNRESET' } } : posted(),
    )
    await until(START + HOUR)
    const seconds = calls.map(({ atMs }) => Math.round((atMs - START) / 1_000))
    // A connection that broke before the call went out is the likeliest cause: the first try comes soon.
    expect(seconds).toEqual([60, 70, 130, 250])
    expect(calls.map(({ text }) => text?.includes('这份可能是重复的'))).toEqual([false, true, true, true])
    expect(await digestOf(store, keyOf(1))).toMatchObject({
      status: 'sent',
      possibleDuplicates: 3,
      attempts: 4,
    })
    await end()
  })

  test.each([
    ['blocked the bot', refusal(403, 'Forbidden: bot was blocked by the user'), 'gone', 'blocked'],
    [
      'may not be written to',
      refusal(400, 'Bad Request: not enough rights to send text messages to the chat'),
      'silenced',
      'forbidden',
    ],
    ['has closed the topic', refusal(400, 'Bad Request: TOPIC_CLOSED'), 'targetGone', undefined],
    ['is refused it', refusal(400, 'Bad Request: BUTTON_DATA_INVALID'), 'refused', undefined],
  ] as const)('whose chat %s: it fails, and is not tried again', async (_case, answer, reason, paused) => {
    const { until, calls, store, said, end } = await open([subscription(1)], () => answer)
    await store.chats.heard({ chatId: 1, kind: 'private' })
    await until(START + 3 * HOUR)
    expect(calls).toHaveLength(1)
    expect(await digestOf(store, keyOf(1))).toMatchObject({ status: 'failed', reason })
    expect((await store.chats.get(1))?.paused).toBe(paused)
    expect(said('warn')).toContain('message failed; it will not be sent again')
    await end()
  })

  test('whose group becomes a supergroup while it is sent: it is noted under the new id', async () => {
    const { until, calls, store, end } = await open([subscription(-5)], ({ chatId }) =>
      chatId === -5
        ? refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
            migrateToChatId: -1005,
          })
        : posted(),
    )
    await until(START + HOUR)
    await end()
    expect(chatsOf(calls)).toEqual([-5, -1005])
    expect(await digestOf(store, keyOf(-5))).toBeUndefined()
    expect(await digestOf(store, keyOf(-1005))).toMatchObject({ status: 'sent', possibleDuplicates: 0 })
  })

  test('in which nothing is new for a chat that wants no more: nothing is sent, and the outbox says why', async () => {
    const { until, calls, store, end } = await open([subscription(1, { skipWhenEmpty: true })])
    await until(START + 26 * HOUR)
    expect(chatsOf(calls)).toEqual([1])
    expect(await digestOf(store, keyOf(1, '2024-06-11'))).toMatchObject({
      status: 'failed',
      reason: 'nothing new',
    })
    await end()
  })

  test('of a chat that has unsubscribed, or snoozed, since it came due', async () => {
    const { until, calls, store, end } = await open([subscription(1), subscription(2)], () => tooMany(3000))
    await until(START + 2 * 60_000)
    await store.subscriptions.remove(1)
    await store.subscriptions.save(subscription(2, { snoozedUntilMs: START + 8 * HOUR }))
    await until(START + 3 * HOUR)
    expect(calls).toHaveLength(2)
    expect(await digestOf(store, keyOf(1))).toMatchObject({ reason: 'unsubscribed' })
    expect(await digestOf(store, keyOf(2))).toMatchObject({ reason: 'snoozed' })
    await end()
  })
})

test('a digest goes to its topic, in the language of its chat, and may be turned by everybody', async () => {
  const { until, calls, store, end } = await open([
    subscription(-9, { threadId: 3 }),
    subscription(-9, { threadId: 4, topics: ['球队'] }),
  ])
  await store.chats.heard({ chatId: -9, kind: 'supergroup' })
  await store.chats.setLanguage(-9, 'en')
  await until(START + HOUR)
  expect(calls.map(({ payload }) => payload['message_thread_id'])).toEqual([3, 4])
  expect(calls[0]?.text).toContain('Newest issue')
  // What one topic was shown is new to the other.
  expect(calls[1]?.text).toContain('Newest issue')
  expect(calls[1]?.text).not.toContain('地铁')
  const list = /"l\.([a-z2-7]{8})\.1"/.exec(JSON.stringify(calls[0]?.payload))?.[1] ?? ''
  expect(await store.lists.get(list)).not.toHaveProperty('ownerId')
  await end()
})

test('what waits when the bot is stopped is due again, unmarked, and the next one sends it', async () => {
  const chats = Array.from({ length: 20 }, (_, n) => subscription(n + 1))
  const bot = await open(chats, () => tooMany(40))
  await bot.until(START + 61_000)
  await bot.end()
  const due = await bot.store.outbox.due(bot.clock.now(), 99)
  expect(due.map(({ possibleDuplicates }) => possibleDuplicates)).toEqual(chats.map(() => 0))
  const next = await anOutbound(bot.clock, bot.ports, posted)
  await next.until(START + 4 * 60_000)
  await next.end()
  expect(chatsOf(next.calls).toSorted((a = 0, b = 0) => a - b)).toEqual(chats.map(({ chatId }) => chatId))
})

test('while the database is full nothing is sent, and afterwards everything, once', async () => {
  const clock = createVirtualClock(START)
  const { store, search } = await aNewspaper(clock, [subscription(1), subscription(2)])
  const ports = portsOf(store, search)
  const isFull = () => clock.now() > START + 30_000 && clock.now() < START + HOUR
  const faulty = withFaults(ports, (call) =>
    // It fills up again right when the first has been sent.
    call === 'outbox.complete' ? clock.now() < START + HOUR + 90_000 : call.startsWith('outbox.') && isFull(),
  )
  const { until, calls, said, end } = await anOutbound(clock, { ...faulty, search }, posted)
  await until(START + HOUR - 1)
  expect(calls).toEqual([])
  expect(said('error')).toContain('planning digests failed; retrying in a minute')
  await until(START + 2 * HOUR)
  expect(chatsOf(calls)).toEqual([1, 2])
  expect(await digestOf(store, keyOf(1))).toMatchObject({ status: 'sent', possibleDuplicates: 0 })
  await end()
})

test('an issue that comes between two digests is in the second', async () => {
  const { store, until, calls, end } = await open([subscription(1), subscription(2, { time: '08:01' })])
  await until(START + 90_000)
  await shelve(store, [aStory('2024-06-10', '今晨机场恢复起降')])
  await until(START + 150_000)
  expect(calls.map(({ chatId, text }) => [chatId, text?.includes('机场')])).toEqual([
    [1, false],
    [2, true],
  ])
  await end()
})

test('of what several chats are told alike, the issue is read once', async () => {
  const readsFor = async (count: number) => {
    const clock = createVirtualClock(START)
    const chats = Array.from({ length: count }, (_, n) => subscription(n + 1))
    const { store, search } = await aNewspaper(clock, chats)
    const { search: _search, ...stored } = portsOf(store, search)
    const reads: string[] = []
    const counted = withFaults(stored, (call) => {
      if (call.startsWith('archive.') && call !== 'archive.getMany') reads.push(call)
      return false
    })
    const { until, calls, end } = await anOutbound(clock, { ...counted, search }, posted)
    await until(START + 90_000)
    await end()
    expect(calls).toHaveLength(count)
    return reads
  }
  expect(await readsFor(4)).toEqual(await readsFor(1))
})
