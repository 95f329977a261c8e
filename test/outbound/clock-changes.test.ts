import { describe, expect, onTestFinished, test } from 'vitest'
import { createSteadyTime } from '../../src/outbound/steady-time.ts'
import type { NewOutboxMessage } from '../../src/store/index.ts'
import { aSubscription } from '../support/a-subscription.ts'
import { withFaults } from '../support/faulty-store.ts'
import { aNewspaper, anOutbound, aStory, at, DAY, HOUR, portsOf } from '../support/outbound.ts'
import { aNotice } from '../support/outbox.ts'
import { type MadeCall, posted, type Scripted } from '../support/scripted-api.ts'
import { shelve } from '../support/stores.ts'
import { createVirtualClock } from '../support/virtual-clock.ts'

const START = at('2024-06-08T09:00+08:00')
const SECOND = 1000
const MINUTE = 60 * SECOND

const lost: Scripted = { answer: { kind: 'network', written: true, reason: 'ECONNRESET' } }

async function open(startMs = START) {
  const clock = createVirtualClock(startMs)
  const { store, search } = await aNewspaper(clock)
  const { search: _search, ...stored } = portsOf(store, search)
  const began = clock.monotonicNow()
  const start = async (
    script: (call: MadeCall, nth: number) => Scripted = posted,
    onCall: (call: string) => void = () => {},
  ) => {
    const seconds: number[] = []
    const watched = withFaults(stored, (call) => {
      onCall(call)
      return false
    })
    const bot = await anOutbound(clock, { ...watched, search }, (call, nth) => {
      seconds.push(Math.floor((clock.monotonicNow() - began) / SECOND))
      return script(call, nth)
    })
    onTestFinished(bot.end)
    return { ...bot, /** When calls were made, in seconds that really passed. */ seconds }
  }
  const pass = (ms: number) => clock.run(clock.sleep(ms))
  const add = (given: Partial<NewOutboxMessage> = {}) =>
    store.outbox.add([aNotice('消息', { dueMs: clock.now(), ...given })])
  return { clock, store, start, pass, add }
}

describe.each([
  ['back by an hour', -HOUR],
  ['forward by an hour', HOUR],
  ['forward by a year', 365 * DAY],
])('while the bot runs the clock is set %s', (_how, ms) => {
  test('what is to be tried again is, after its own wait', async () => {
    const { clock, start, pass, add } = await open()
    await add()
    const { seconds } = await start((_call, nth) => (nth <= 3 ? lost : posted()))
    await pass(5 * SECOND)
    clock.setForward(ms)
    await pass(10 * MINUTE)
    expect(seconds[0]).toBe(0)
    // A clock that is set forward may end a wait, and never makes it longer.
    for (const [nth, latest] of [0, 10, 70, 190].entries())
      expect(seconds[nth]).toBeLessThanOrEqual(latest + 1)
    expect(seconds).toHaveLength(4)
  })

  test('what is added before or after that goes at once', async () => {
    const { clock, start, pass, add } = await open()
    const { seconds } = await start()
    await pass(SECOND)
    clock.setForward(ms)
    await add({ chatId: 1 })
    await pass(2 * MINUTE)
    clock.setForward(-ms)
    await add({ chatId: 2 })
    await pass(2 * MINUTE)
    expect(seconds).toHaveLength(2)
    expect(seconds[0]).toBeLessThanOrEqual(62)
    expect(seconds[1]).toBeLessThanOrEqual(182)
  })
})

test('after a restart no wait is longer than it was, though the clock was set back meanwhile', async () => {
  const { clock, store, start, pass, add } = await open()
  const [id = 0] = await add()
  const first = await start((_call, nth) => (nth <= 3 ? lost : posted()))
  await pass(2 * MINUTE) // it waits for two minutes now
  expect(await store.outbox.get(id)).toMatchObject({ status: 'due', attempts: 3 })
  await first.end()
  clock.setForward(-8 * HOUR)
  const restarted = Math.floor(clock.monotonicNow() / SECOND)
  const second = await start()
  await pass(5 * MINUTE)
  expect(second.seconds).toHaveLength(1)
  expect((second.seconds[0] ?? 0) - restarted).toBeLessThanOrEqual(121)
})

test('quiet hours are those of the wall clock, and cost no turn after turn when it is set back', async () => {
  const { clock, store, start, pass, add } = await open(at('2024-06-08T05:00+08:00'))
  await store.subscriptions.save(
    aSubscription({ chatId: 7, sinceMs: clock.now(), quietHours: ['22:00', '07:00'] }),
  )
  await add({ chatId: 7 })
  let looks = 0
  const { calls } = await start(posted, (call) => {
    if (call === 'outbox.due') looks += 1
  })
  await pass(HOUR)
  clock.setForward(-HOUR) // it is five o'clock again
  await pass(HOUR + 59 * MINUTE)
  expect(calls).toEqual([])
  await pass(3 * MINUTE)
  expect(calls).toHaveLength(1)
  expect(looks).toBeLessThan(250)
})

test('an issue that comes after the clock was set back is in the next digest', async () => {
  const { clock, store, start, pass } = await open(at('2024-06-08T07:59+08:00'))
  const subscribe = (chatId: number, time: string) =>
    store.subscriptions.save(aSubscription({ chatId, time, sinceMs: clock.now() }))
  await subscribe(1, '08:00')
  const { calls } = await start()
  await pass(90 * SECOND)
  clock.setForward(-HOUR)
  await subscribe(2, '07:10')
  await shelve(store, [aStory('2024-06-08', '今晨机场恢复起降')])
  await pass(15 * MINUTE)
  expect(calls.map(({ chatId, text }) => [chatId, text?.includes('机场')])).toEqual([
    [1, false],
    [2, true],
  ])
})

test('a steady time is in whole milliseconds, which what is kept is in', () => {
  let elapsedMs = 0.25
  const clock = { ...createVirtualClock(START), now: () => START, monotonicNow: () => elapsedMs }
  const now = createSteadyTime(clock)
  expect(now()).toBe(START)
  elapsedMs = 2.75
  // The clock was set back by as much as has passed.
  expect(now()).toBe(START + 2)
})
