import { expect, test } from 'vitest'
import { endSubscription, saveSubscription } from '../../../src/chat/subscription/save.ts'
import type { Parts } from '../../../src/chat/turn/parts.ts'
import { aSubscription } from '../../support/a-subscription.ts'
import { BEGINS_MS } from '../../support/conversation.ts'
import { openTestStore } from '../../support/stores.ts'

const HOUR = 3_600_000
const place = { ...aSubscription(), chatId: 1, timeZone: 'Asia/Shanghai' }

/** A chat whose alerts come once a day, the next time so long from now; 9 o'clock in Shanghai. */
async function open(dueInMs: number | undefined) {
  const store = await openTestStore({ now: () => BEGINS_MS })
  await store.chats.heard({ chatId: 1, kind: 'private' })
  if (dueInMs !== undefined) await store.chats.setAlertsDue(1, BEGINS_MS + dueInMs)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- nothing else of the parts is used
  const parts = {
    ...store,
    now: () => BEGINS_MS,
    schedule: { time: '08:00', timeZone: 'Asia/Shanghai' },
  } as unknown as Parts
  const due = async () => {
    const { alertsDueMs } = (await store.chats.get(1)) ?? {}
    return alertsDueMs === undefined ? undefined : (alertsDueMs - BEGINS_MS) / HOUR
  }
  return { parts, due }
}

test('alerts that come once a day move to the time of a subscription, and back when it ends', async () => {
  const { parts, due } = await open(23 * HOUR)
  await saveSubscription(parts, { ...place, time: '20:00' })
  expect(await due()).toBe(11)
  await saveSubscription(parts, { ...place, time: '07:30' })
  expect(await due()).toBe(22.5)
  expect(await endSubscription(parts, 1)).toBe(true)
  expect(await due()).toBe(23)
})

test('what is due now, or was, is on its way and stays; what is due a moment later moves', async () => {
  const hours: (number | undefined)[] = []
  for (const dueInMs of [-HOUR, 0, 1]) {
    const { parts, due } = await open(dueInMs)
    await saveSubscription(parts, { ...place, time: '20:00' })
    hours.push(await due())
  }
  expect(hours).toEqual([-1, 0, 11])
})

test('alerts that come at once stay so', async () => {
  const { parts, due } = await open(undefined)
  await saveSubscription(parts, { ...place, time: '20:00' })
  expect(await due()).toBeUndefined()
})

test('to end what there is not says so, and moves nothing', async () => {
  const { parts, due } = await open(5 * HOUR)
  expect(await endSubscription(parts, 1)).toBe(false)
  expect(await due()).toBe(5)
})

test('nobody is told that it is saved before alerts have moved, and a failure is not passed over', async () => {
  const { parts } = await open(23 * HOUR)
  const failing: Parts = {
    ...parts,
    chats: {
      ...parts.chats,
      setAlertsDue: async () => {
        throw new Error('the database is away')
      },
    },
  }
  await expect(saveSubscription(failing, place)).rejects.toThrow('the database is away')
  await expect(endSubscription(failing, 1)).rejects.toThrow('the database is away')
})
