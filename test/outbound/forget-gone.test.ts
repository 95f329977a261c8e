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
