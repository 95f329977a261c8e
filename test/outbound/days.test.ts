import { describe, expect, test } from 'vitest'
import { createLogger, systemClock } from '../../src/ops/index.ts'
import { createDigestPlanner } from '../../src/outbound/digest-planner.ts'
import type { Subscription } from '../../src/store/index.ts'
import { aSubscription } from '../support/a-subscription.ts'
import { aNewspaper, anOutbound, at, DAY, digestOf, HOUR, portsOf } from '../support/outbound.ts'
import { type MadeCall, posted, refusal, type Scripted } from '../support/scripted-api.ts'
import { createVirtualClock } from '../support/virtual-clock.ts'

async function open(
  start: string,
  subscriptions: readonly Subscription[],
  script: (call: MadeCall, nth: number) => Scripted = posted,
) {
  const clock = createVirtualClock(at(start))
  const made = subscriptions.map((it): Subscription => Object.assign({}, it, { sinceMs: at(start) }))
  const { store, search } = await aNewspaper(clock, made)
  const bot = () => anOutbound(clock, portsOf(store, search), script)
  return { clock, store, search, bot }
}
/** When each message came, to the minute, and for whom. */
const times = (calls: readonly MadeCall[]) =>
  calls.map(({ atMs }) => new Date(atMs).toISOString().slice(0, 16))
const keyOf = (day: string, chatId = 7) => ({ chatId, day })

test('one digest a local day, at its minute, each article once, then a new round', async () => {
  const { bot, store } = await open('2024-06-10T00:00+08:00', [aSubscription()])
  const { until, calls, end } = await bot()
  await until(at('2024-06-14T09:00+08:00'))
  await end()
  expect(times(calls)).toEqual([
    '2024-06-10T00:00',
    '2024-06-11T00:00',
    '2024-06-12T00:00',
    '2024-06-13T00:00',
    '2024-06-14T00:00',
  ])
  expect(calls.map(({ text }) => /<b>(\S+) ·/.exec(text ?? '')?.[1])).toEqual([
    '最新一期',
    '旧报重读',
    '旧报重读',
    '旧报重读',
    '旧报重读',
  ])
  // The fourth began a new round.
  expect((await store.shownArticles.in({ chatId: 7 })).size).toBe(3)
  expect(await digestOf(store, keyOf('2024-06-10'))).toMatchObject({
    status: 'sent',
    messageId: expect.any(Number),
  })
})

test('where clocks are set back or forward, each local day has its digest', async () => {
  const { bot } = await open('2024-03-08T12:00Z', [
    aSubscription({ timeZone: 'America/New_York', time: '02:30' }),
    aSubscription({ chatId: 8, timeZone: 'Europe/Berlin', time: '07:15', weekdays: [7] }),
  ])
  const { until, calls, end } = await bot()
  await until(at('2024-03-12T12:00Z'))
  await end()
  expect(times(calls.filter(({ chatId }) => chatId === 7))).toEqual([
    '2024-03-09T07:30',
    '2024-03-10T07:00', // 02:30 is passed over: at 03:00
    '2024-03-11T06:30',
    '2024-03-12T06:30',
  ])
  expect(times(calls.filter(({ chatId }) => chatId === 8))).toEqual(['2024-03-10T06:15'])
})

test('a zone that is changed counts from the next minute on, and no local day comes twice', async () => {
  const { bot, store } = await open('2024-06-10T00:00+08:00', [aSubscription()])
  const { until, calls, end } = await bot()
  await until(at('2024-06-10T12:00+08:00'))
  await store.subscriptions.save(
    aSubscription({ timeZone: 'America/Los_Angeles', sinceMs: at('2024-06-10T12:00+08:00') }),
  )
  await until(at('2024-06-12T12:00Z'))
  await end()
  expect(times(calls)).toEqual(['2024-06-10T00:00', '2024-06-11T15:00'])
})

test('a digest is planned at its minute, however late in the minute before its subscription was looked at', async () => {
  const start = at('2024-06-10T12:09:00.700+08:00')
  const { store } = await open('2024-06-10T12:09:00.700+08:00', [aSubscription({ time: '12:10' })])
  const log = createLogger('error', { write: () => {} })
  const parts = { ...store, timeZone: 'Asia/Shanghai', clock: systemClock, log }
  const plan = createDigestPlanner(parts, new AbortController().signal)
  expect(await plan(start)).toBe(0)
  expect(await plan(at('2024-06-10T12:10:00.010+08:00'))).toBe(1)
})

const DAYS_AHEAD = [
  { days: 1, came: ['2024-06-10', '2024-06-11', '2024-06-12', '2024-06-13'] },
  // By the clock that was ahead the latest only, then those that it had passed over.
  { days: 3, came: ['2024-06-10', '2024-06-13', '2024-06-11', '2024-06-12'] },
]
test.each(DAYS_AHEAD)(
  'a clock that jumps $days days ahead and back loses no day and repeats none',
  async ({ days, came }) => {
    const { clock, store, search } = await open('2024-06-10T07:00+08:00', [aSubscription()])
    let jumpMs = 0
    const jumpy = { ...clock, now: () => clock.now() + jumpMs }
    const { until, calls, end } = await anOutbound(jumpy, portsOf(store, search), posted)
    const realUntil = (time: string) => until(at(time) + jumpMs)
    await realUntil('2024-06-10T12:00+08:00')
    jumpMs = days * DAY
    await realUntil('2024-06-10T13:00+08:00')
    jumpMs = 0
    await realUntil('2024-06-13T09:00+08:00')
    await end()
    const ids = new Set<string>()
    for (const { uniqueKey = '' } of await store.outbox.ofChat(7)) ids.add(uniqueKey)
    expect([...ids]).toEqual(came)
    expect(calls).toHaveLength(4)
  },
)

describe('after a downtime', () => {
  const down = async (from: string, to: string) => {
    const { clock, bot, store } = await open('2024-06-10T00:00+08:00', [aSubscription()])
    const before = await bot()
    await before.until(at(from))
    await before.end()
    await clock.run(clock.sleep(at(to) - clock.now()))
    const after = await bot()
    await after.until(at(to) + DAY)
    await after.end()
    return { texts: after.calls.map(({ text }) => text ?? ''), times: times(after.calls), store }
  }

  test('of a night there is one digest, and it says that it is late', async () => {
    const { texts, times: came } = await down('2024-06-10T23:00+08:00', '2024-06-11T10:30+08:00')
    expect(came).toEqual(['2024-06-11T02:30', '2024-06-12T00:00'])
    expect(texts[0]).toContain('本该在 08:00 送到，来晚了，抱歉。')
    expect(texts[1]).not.toContain('来晚了')
  })

  test('of three days there is one digest, the latest, and it says of when it is', async () => {
    const { texts, times: came, store } = await down('2024-06-10T09:00+08:00', '2024-06-14T07:00+08:00')
    expect(came).toEqual(['2024-06-13T23:00', '2024-06-14T00:00'])
    expect(texts[0]).toContain('本该在2024年6月13日 08:00 送到')
    expect(texts[1]).not.toContain('来晚了')
    expect(await digestOf(store, keyOf('2024-06-12'))).toBeUndefined()
  })

  test('what is half an hour late at most says nothing', async () => {
    const { texts } = await down('2024-06-10T09:00+08:00', '2024-06-11T08:20+08:00')
    expect(texts[0]).not.toContain('来晚了')
  })
})

test('a chat that could not be reached for days gets the latest, and the others are passed over', async () => {
  const wayOut = at('2024-06-12T21:00+08:00')
  const { bot, store } = await open('2024-06-10T07:00+08:00', [aSubscription()], (call) =>
    call.atMs < wayOut ? { answer: { kind: 'network', written: false, reason: 'down' } } : posted(),
  )
  const { until, calls, end } = await bot()
  await until(at('2024-06-13T07:00+08:00'))
  await end()
  const sent = calls.filter(({ atMs }) => atMs >= wayOut)
  expect(sent).toHaveLength(1)
  expect(sent[0]?.text).toContain('本该在 08:00 送到')
  const states = ['2024-06-10', '2024-06-11', '2024-06-12'].map((day) => digestOf(store, keyOf(day)))
  expect(await Promise.all(states)).toMatchObject([
    { status: 'failed', reason: 'superseded' },
    { status: 'failed', reason: 'superseded' },
    { status: 'sent', possibleDuplicates: 0 },
  ])
})

test.each([
  ['was waiting', false],
  ['was being sent', true],
])('a digest that %s when the process died gives way to that of the next day', async (_case, isClaimed) => {
  // So many that the planner takes a while; on Sundays only, and it is Tuesday.
  const others = Array.from({ length: 600 }, (_, n) => aSubscription({ chatId: 1000 + n, weekdays: [7] }))
  const { clock, bot, store } = await open('2024-06-10T07:00+08:00', [aSubscription(), ...others])
  const old = { kind: 'digest', chatId: 7, uniqueKey: '2024-06-10' }
  const dueMs = at('2024-06-10T08:00+08:00')
  const [id = 0] = await store.outbox.add([{ ...old, payload: {}, priority: 0, dueMs }])
  if (isClaimed) await store.outbox.claim(id)
  await clock.run(clock.sleep(at('2024-06-11T09:00+08:00') - clock.now()))
  const { until, calls, end } = await bot()
  await until(at('2024-06-11T10:00+08:00'))
  await end()
  expect(calls.map(({ text }) => text?.includes('本该在 08:00 送到'))).toEqual([true])
  expect(await store.outbox.get(id)).toMatchObject({ status: 'failed', reason: 'superseded' })
  expect(await digestOf(store, keyOf('2024-06-11'))).toMatchObject({ status: 'sent', possibleDuplicates: 0 })
})

test('quiet hours that begin while a digest waits are kept', async () => {
  const { bot } = await open(
    '2024-06-10T07:00+08:00',
    [aSubscription({ quietHours: ['08:10', '09:40'] })],
    (call) =>
      call.atMs < at('2024-06-10T08:12+08:00')
        ? { answer: { kind: 'network', written: false, reason: 'down' } }
        : posted(),
  )
  const { until, calls, end } = await bot()
  await until(at('2024-06-10T08:00+08:00') + 4 * HOUR)
  await end()
  expect(times(calls).at(-1)).toBe('2024-06-10T01:40')
})

test('the front page follows a digest whose chat wants it, once, however often the digest had to be sent', async () => {
  const wanted = aSubscription({ withPicture: true })
  const { bot } = await open(
    '2024-06-10T00:00+08:00',
    [wanted, aSubscription({ chatId: 8 })],
    (_call, nth) => (nth === 1 ? refusal(500, 'Internal Server Error') : posted()),
  )
  const { until, shown, calls, end } = await bot()
  await until(at('2024-06-10T09:00+08:00'))
  await end()
  expect(calls.filter(({ chatId }) => chatId === 7).length).toBeGreaterThan(1)
  expect(shown).toMatchObject([{ chatId: 7, shows: { kind: 'front' } }])
})

test('a subscription is looked at when its digest is due or it was changed, and not every minute', async () => {
  const start = '2024-06-10T00:30+08:00'
  const { clock, store, search } = await open(start, [aSubscription({ time: '08:00' })])
  const ports = portsOf(store, search)
  const looks: string[] = []
  const subscriptions = {
    ...ports.subscriptions,
    toPlan: async (...all: Parameters<typeof ports.subscriptions.toPlan>) => {
      const rows = await ports.subscriptions.toPlan(...all)
      if (rows.length > 0) looks.push(new Date(clock.now() + 8 * HOUR).toISOString().slice(0, 16))
      return rows
    },
  }
  const { until, calls, end } = await anOutbound(clock, { ...ports, subscriptions }, posted)
  await until(at('2024-06-11T12:00:30+08:00'))
  await store.subscriptions.save(aSubscription({ time: '12:30', sinceMs: clock.now() }))
  await until(at('2024-06-11T23:00+08:00'))
  await end()
  expect(times(calls)).toEqual(['2024-06-10T00:00', '2024-06-11T00:00']) // no local day comes twice
  // When it starts, at eight, a minute after the change, and at the new time.
  expect(looks).toEqual([
    '2024-06-10T00:30',
    '2024-06-10T08:00',
    '2024-06-11T08:00',
    '2024-06-11T12:01',
    '2024-06-11T12:30',
  ])
})
