import { expect, test } from 'vitest'
import { createLogger } from '../../src/ops/index.ts'
import { forgetGone } from '../../src/outbound/forget-gone.ts'
import { aSubscription } from '../support/a-subscription.ts'
import { aNewspaper, anOutbound, at, DAY, HOUR, portsOf } from '../support/outbound.ts'
import { createVirtualClock } from '../support/virtual-clock.ts'

const BLOCKED_MS = at('2024-03-10T00:30:00Z')

test('a chat that blocked the bot is forgotten after 90 days, and not one that came back', async () => {
  const subscriptions = [7, 8].map((chatId) => aSubscription({ chatId }))
  const { store, search } = await aNewspaper(createVirtualClock(BLOCKED_MS), subscriptions)
  for (const chatId of [7, 8]) {
    await store.chats.heard({ chatId, kind: 'private' })
    await store.chats.pause(chatId, 'blocked')
  }
  await store.chats.heard({ chatId: 8, kind: 'private' })
  const answer = { answer: { kind: 'ok', result: {} } } as const
  const clock = createVirtualClock(BLOCKED_MS + 90 * DAY - HOUR)
  const outbound = await anOutbound(clock, portsOf(store, search), () => answer)
  const knownAfter = async (ms: number) => {
    await outbound.until(BLOCKED_MS + ms)
    return Promise.all([7, 8].map(async (id) => (await store.subscriptions.ofChat(id)).length))
  }
  expect(await knownAfter(90 * DAY - HOUR / 2)).toEqual([1, 1])
  expect(await knownAfter(90 * DAY + 6 * HOUR)).toEqual([0, 1])
  await outbound.end()
})

test('where 0 days are set no chat is ever forgotten', async () => {
  const clock = createVirtualClock(BLOCKED_MS)
  const { store } = await aNewspaper(clock, [aSubscription({ chatId: 7 })])
  await store.chats.heard({ chatId: 7, kind: 'private' })
  await store.chats.pause(7, 'blocked')
  const ending = new AbortController()
  const log = createLogger('error', { write: () => {} })
  const done = forgetGone({ personalData: store.personalData, forgetAfterDays: 0, clock, log }, ending.signal)
  await clock.run(clock.sleep(400 * DAY))
  expect(await store.subscriptions.ofChat(7)).toHaveLength(1)
  ending.abort()
  await clock.run(done)
})

test('chats are forgotten one after the other; one that cannot be is logged and tried again six hours later', async () => {
  const clock = createVirtualClock(BLOCKED_MS)
  const [gone, begun, asked]: [number[], string[], number[]] = [[1, 2, 3], [], []]
  let failures = 1
  const personalData = {
    goneSince: async (atMs: number) => {
      asked.push(atMs - BLOCKED_MS)
      return [...gone]
    },
    forget: async (chatId: number) => {
      begun.push(`${chatId} begins`)
      await clock.sleep(50)
      if (chatId === 2 && failures-- > 0) throw new Error('the database is busy')
      gone.splice(gone.indexOf(chatId), 1)
      begun.push(`${chatId} is gone`)
    },
  } as unknown as Parameters<typeof forgetGone>[0]['personalData']
  const ending = new AbortController()
  const errors: string[] = []
  const log = createLogger('error', { write: (line) => void errors.push(line) })
  const done = forgetGone({ personalData, forgetAfterDays: 90, clock, log }, ending.signal)
  await clock.run(clock.sleep(7 * HOUR))
  expect(begun).toEqual([
    '1 begins',
    '1 is gone',
    '2 begins',
    '2 begins',
    '2 is gone',
    '3 begins',
    '3 is gone',
  ])
  expect(errors).toHaveLength(1)
  expect(asked[0]).toBe(-90 * DAY)
  expect(asked).toHaveLength(2)
  expect(Math.round(((asked[1] ?? 0) - (asked[0] ?? 0)) / HOUR)).toBe(6)
  ending.abort()
  await clock.run(done)
})
