import { expect, test } from 'vitest'
import { createAttempts } from '../../src/delivery/attempt.ts'
import { createChatBudget, createOverallBudget } from '../../src/delivery/budgets.ts'
import type { SharedLimits } from '../../src/delivery/index.ts'
import { aDelivery, aMessage, inGroup, privately } from '../support/delivery.ts'
import { createScriptedApi, posted, refusal, tooMany } from '../support/scripted-api.ts'
import { createVirtualClock } from '../support/virtual-clock.ts'

// What a call, a wait or the end leaves behind, and what happens the second time.

const reply = { priority: 'reply' } as const
const notice = { priority: 'notice' } as const
const FORBIDDEN = refusal(403, 'Forbidden: bot was blocked by the user')

/** The budgets of all bots, which let a call wait for so long when it is asked for the nth time. */
function limitsOf(waitMs: (nth: number) => number) {
  const asked = { take: 0, closed: 0 }
  const limits: SharedLimits = {
    take: async () => ({ waitMs: waitMs(++asked.take), over: async () => {} }),
    close: async () => {},
    closed: async () => (asked.closed++, []),
  }
  return { limits, asked }
}

test('neither the limit of a call that is over nor the grace of an end holds the process', async () => {
  const { delivery, clock } = await aDelivery(() => posted())
  await clock.run(delivery.send(privately(7), aMessage('文'), reply))
  await clock.run(delivery.answerPress('9'))
  await clock.run(delivery.close(60_000))
  const ended = clock.monotonicNow()
  await expect(clock.run(new Promise(() => {}))).rejects.toThrow('nothing that holds it')
  expect(clock.monotonicNow()).toBe(ended)
})

test('the end gives back at once what Telegram does not want for long, and waits for what is being noted', async () => {
  const noted: string[] = []
  const { delivery, clock } = await aDelivery(({ chatId }) => (chatId === 7 ? tooMany(300) : FORBIDDEN), {
    events: {
      onGone: async (chatId) => {
        await clock.sleep(300)
        noted.push(`${chatId} is gone`)
      },
      onBack: async () => {},
      onMoved: async () => {},
    },
  })
  const waits = delivery.send(privately(7), aMessage('报'), notice)
  await clock.run(clock.sleep(50))
  const began = clock.monotonicNow()
  const gone = delivery.send(privately(8), aMessage('答'), reply)
  await clock.run(delivery.close(10_000))
  expect(await waits).toMatchObject({ kind: 'failed', reason: 'closed' })
  expect(await gone).toMatchObject({ kind: 'failed', reason: 'gone' })
  expect([noted, clock.monotonicNow() - began]).toEqual([['8 is gone'], 300])
})

test('whoever asks is answered, though the chat could be sent nothing before', async () => {
  const { delivery, clock } = await aDelivery(() => posted())
  delivery.availability.noteGone(7, 'gone')
  const sent = [notice, reply].map((options) => delivery.send(privately(7), aMessage('文'), options))
  expect((await clock.run(Promise.all(sent))).map(({ kind }) => kind)).toEqual(['failed', 'sent'])
})

test('a group is there under its new id, whatever was known of that', async () => {
  const { delivery, clock } = await aDelivery(() => posted())
  const { availability } = delivery
  availability.noteGone(-1007, 'gone')
  availability.noteMoved(-7, -1007)
  expect(await clock.run(delivery.send(inGroup(-7), aMessage('早报'), notice))).toMatchObject({
    kind: 'sent',
  })
})

test.each([
  [3, 'sent', 3000],
  [4, 'failed', 0],
])('a reply of use for 3 s that has to wait for %i s is %s', async (seconds, kind, atMs) => {
  const { delivery, clock } = await aDelivery((_call, nth) => (nth === 1 ? tooMany(seconds) : posted()))
  const began = clock.monotonicNow()
  const sent = delivery.send(privately(7), aMessage('答'), { ...reply, withinMs: 3000 })
  expect(await clock.run(sent)).toMatchObject({ kind })
  expect(clock.monotonicNow() - began).toBe(atMs)
})

test('an announced wait is no longer for the failures before it', async () => {
  const { delivery, clock, calls } = await aDelivery((_call, nth) =>
    nth <= 4 ? refusal(502, 'Bad Gateway') : nth === 5 ? tooMany(1) : posted(),
  )
  const began = clock.now()
  await clock.run(delivery.call('getChat', {}, 60_000))
  expect(calls.map(({ atMs }) => atMs - began)).toEqual([0, 250, 750, 1750, 3750, 4750])
})

test('the log counts the failures of a message from 1', async () => {
  const { delivery, clock, said } = await aDelivery((_call, nth) =>
    nth <= 2 ? refusal(502, 'Bad Gateway') : posted(),
  )
  await clock.run(delivery.send(privately(7), aMessage('文'), reply))
  expect([...said().matchAll(/"failures":(\d+)/g)].map(([, count]) => count)).toEqual(['1', '2'])
})

test('what is called after all was given up is given up too', async () => {
  const clock = createVirtualClock()
  const attempts = createAttempts(createScriptedApi(clock, () => 'hang').api, clock)
  attempts.giveUp()
  const began = clock.monotonicNow()
  expect(await clock.run(attempts.call('getMe', {}, 60_000))).toEqual({ kind: 'timeout' })
  expect(clock.monotonicNow()).toBe(began)
})

test('replies do not slow notices down, and notices do not hold up replies', () => {
  const budget = createOverallBudget()
  for (let n = 0; n < 20; n++) budget.spend('reply', 0)
  expect([budget.roomAt('reply', 0), budget.roomAt('notice', 0)]).toEqual([0, 0])
  budget.spend('notice', 0)
  expect([budget.roomAt('reply', 0), budget.roomAt('notice', 0)]).toEqual([0, 40])
})

test('what has to wait for the budgets of all keeps its place, and they are not asked after the end', async () => {
  const { limits, asked } = limitsOf((nth) => (nth === 1 ? 250 : 0))
  const { delivery, clock, calls } = await aDelivery(() => posted(), { shared: limits })
  const sent = ['一', '二', '三'].map((it) => delivery.send(privately(7), aMessage(it), reply))
  await clock.run(Promise.all(sent))
  expect(calls.map(({ text }) => text)).toEqual(['<b>一</b>', '<b>二</b>', '<b>三</b>'])
  await clock.run(clock.sleep(2000))
  await clock.run(delivery.close(1000))
  const { closed } = asked
  expect(closed).toBeGreaterThan(1)
  await clock.run(clock.sleep(5000))
  expect(asked.closed).toBe(closed)
})

test('a reply whose place in the budgets has passed is asked for again: it may have been answered elsewhere', async () => {
  const { limits } = limitsOf(() => 0)
  const { delivery, clock, calls } = await aDelivery(() => posted(), { shared: limits })
  let asks = 0
  const beforeCall = async () => {
    if (++asks === 1) await clock.sleep(4000)
    return asks === 1
  }
  expect(
    await clock.run(delivery.send(privately(7), aMessage('答'), { ...reply, beforeCall })),
  ).toMatchObject({ kind: 'failed', reason: 'withdrawn' })
  expect([asks, calls.length]).toEqual([2, 0])
})

test('the budget of a group is fresh a minute after its last call, not its first one', () => {
  const budget = createChatBudget(true)
  for (const atMs of [0, ...Array.from({ length: 19 }, (_, nth) => 41_000 + nth * 1000)])
    budget.spend(undefined, atMs)
  expect(budget.freshAt()).toBe(119_000)
  expect(budget.roomAt(undefined, 60_000)).toBe(60_000)
  budget.spend(undefined, 60_000)
  expect(budget.roomAt(undefined, 60_001)).toBe(101_000)
})
