import { expect, test } from 'vitest'
import { openTestStore } from '../support/stores.ts'

test('of the chats that have alerts once a day, those that are not paused are told with their time, by id', async () => {
  const { chats } = await openTestStore()
  for (const chatId of [3, 1, 2, 4]) await chats.heard({ chatId, kind: 'private' })
  await chats.setAlertsDue(3, 300)
  await chats.setAlertsDue(1, 100)
  await chats.setAlertsDue(2, 200)
  await chats.pause(2, 'blocked')
  expect(await chats.withDailyAlerts()).toEqual([
    { chatId: 1, dueMs: 100 },
    { chatId: 3, dueMs: 300 },
  ])
  await chats.setAlertsDue(1, undefined)
  expect(await chats.withDailyAlerts()).toEqual([{ chatId: 3, dueMs: 300 }])
})

test('chats that blocked or removed the bot are counted from when they did, beside the number of all', async () => {
  let now = 1_000
  const { chats } = await openTestStore({ now: () => now })
  expect(await chats.countBlocked(0)).toEqual({ total: 0, blocked: 0 })
  for (const chatId of [1, 2, 3, 4, 5]) await chats.heard({ chatId, kind: 'private' })
  await chats.pause(1, 'blocked')
  now = 2_000
  await chats.pause(2, 'kicked')
  await chats.pause(3, 'forbidden')
  // Told again, it has been gone for as long as before.
  await chats.pause(1, 'blocked')
  expect(await chats.countBlocked(1_000)).toEqual({ total: 5, blocked: 2 })
  expect(await chats.countBlocked(1_001)).toEqual({ total: 5, blocked: 1 })
  expect(await chats.countBlocked(2_000)).toEqual({ total: 5, blocked: 1 })
  expect(await chats.countBlocked(2_001)).toEqual({ total: 5, blocked: 0 })
})

test('how long answers stay is kept for each chat, until it is taken back', async () => {
  const { chats } = await openTestStore()
  for (const chatId of [-5, -6]) await chats.heard({ chatId, kind: 'group' })
  await chats.setTidyMinutes(-5, 30)
  expect(await chats.get(-5)).toMatchObject({ tidyMinutes: 30 })
  expect(await chats.get(-6)).not.toHaveProperty('tidyMinutes')
  await chats.setTidyMinutes(-5, undefined)
  expect((await chats.get(-5))?.tidyMinutes).toBeUndefined()
})
