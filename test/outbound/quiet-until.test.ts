import { expect, test } from 'vitest'
import { createQuietUntil } from '../../src/outbound/quiet-until.ts'
import type { Subscription } from '../../src/store/index.ts'
import { aSubscription } from '../support/a-subscription.ts'
import { openTestStore } from '../support/stores.ts'

/** Half past ten in the evening in Shanghai. */
const NOW = Date.UTC(2024, 5, 8, 14, 30)
const at = (hour: number, minute = 0) => Date.UTC(2024, 5, 8, hour, minute)

async function quietUntil(subscriptions: readonly Subscription[], threadId?: number, zone = 'Asia/Shanghai') {
  const store = await openTestStore()
  for (const it of subscriptions) await store.subscriptions.save(it)
  return createQuietUntil(store.subscriptions, zone)(7, threadId, NOW)
}

const quiet = (from: string, to: string, more: Partial<Subscription> = {}) =>
  aSubscription({ quietHours: [from, to], ...more })

test.each([
  ['a chat without a subscription', [], undefined, undefined],
  ['one without quiet hours', [aSubscription()], undefined, undefined],
  ['the hours of the chat', [quiet('22:00', '23:00')], undefined, at(15)],
  ['hours over midnight', [quiet('22:30', '07:00')], undefined, at(23)],
  ['hours that have just ended', [quiet('21:00', '22:30')], undefined, undefined],
  ['hours of another chat', [quiet('22:00', '23:00', { chatId: 8 })], undefined, undefined],
  [
    'a topic’s own hours, not those of the others',
    [quiet('22:00', '23:00', { threadId: 1 }), quiet('22:00', '23:45', { threadId: 2 })],
    1,
    at(15),
  ],
  [
    'a topic that wants to be written to, whatever the others want',
    [aSubscription({ threadId: 1 }), quiet('22:00', '23:45', { threadId: 2 })],
    1,
    undefined,
  ],
  [
    'a topic without a subscription: the longest of the chat',
    [quiet('22:00', '23:45', { threadId: 1 }), quiet('22:00', '23:00', { threadId: 2 }), aSubscription()],
    3,
    at(15, 45),
  ],
  ['a zone that is not known', [quiet('22:00', '23:00', { timeZone: 'Asia/Atlantis' })], undefined, at(15)],
] as const)('%s', async (_case, subscriptions, threadId, expected) => {
  expect(await quietUntil(subscriptions, threadId)).toBe(expected)
})
