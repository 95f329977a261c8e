import { expect, test } from 'vitest'
import { createRateLimitMemory } from '../../src/delivery/index.ts'
import { createLogger } from '../../src/ops/index.ts'
import {
  notifyMissingFiles,
  notifyOfOutages,
  notifyOfSearchServer,
  notifyOfWaits,
} from '../../src/outbound/index.ts'
import { messagesTo } from '../support/outbox.ts'
import { openTestStore } from '../support/stores.ts'

async function openOperators() {
  const { outbox } = await openTestStore()
  let notified = 0
  return {
    operators: {
      outbox,
      adminIds: [1, 2],
      timeZone: 'Asia/Shanghai',
      now: () => 0,
      onNotice: () => {
        notified++
      },
    },
    notified: () => notified,
    /** The messages as they wait. */
    waiting: () => messagesTo(outbox, 1, 2),
    /** Who was told what. */
    told: async () => (await messagesTo(outbox, 1, 2)).map(({ chatId, payload }) => [chatId, payload]),
  }
}

test('operators are notified of a long wait once: of all chats, or of one for hours', async () => {
  const { operators, notified, told } = await openOperators()
  const chat = { kind: 'chat', chatId: 9 } as const
  const waits = notifyOfWaits(createRateLimitMemory(), operators)
  await waits.remember({ scope: chat, toldMs: 0, untilMs: 120_000 })
  await waits.remember({ scope: chat, toldMs: 0, untilMs: 3_599_999 })
  // Of a method only what has no chat is made wait: menus, answers to presses.
  await waits.remember({ scope: { kind: 'method', method: 'setMyCommands' }, toldMs: 0, untilMs: 7_200_000 })
  expect(notified()).toBe(0)
  for (const untilMs of [300_000, 300_400])
    await waits.remember({ scope: { kind: 'all' }, toldMs: 0, untilMs })
  await waits.remember({ scope: chat, toldMs: 0, untilMs: 3_600_000 })
  const all = { kind: 'longWait', since: '1970-01-01 08:00', until: '1970-01-01 08:05' }
  const one = { kind: 'longWait', since: '1970-01-01 08:00', until: '1970-01-01 09:00', chatId: 9 }
  expect(await told()).toEqual([
    [1, all],
    [2, all],
    [1, one],
    [2, one],
  ])
  expect(notified()).toBe(3)
  expect(await waits.recall(0)).toHaveLength(3)
})

test('of a wait that cannot be remembered nobody is notified, and whoever keeps waits is told why', async () => {
  const { operators, notified } = await openOperators()
  const full = new Error('the disk is full')
  const memory = { ...createRateLimitMemory(), remember: () => Promise.reject(full) }
  const wait = { scope: { kind: 'all' }, toldMs: 0, untilMs: 300_000 } as const
  await expect(notifyOfWaits(memory, operators).remember(wait)).rejects.toBe(full)
  expect(notified()).toBe(0)
})

test('operators are notified once of files that are missing, and again when they go another time', async () => {
  const { operators, notified, told, waiting } = await openOperators()
  const missing = { count: 60, known: 100, sinceMs: 0, dropMs: 86_400_000 }
  for (const count of [60, 61]) await notifyMissingFiles({ ...missing, count }, operators)
  const news = { kind: 'missingFiles', count: 60, known: 100, until: '1970-01-02 08:00' }
  expect(await told()).toEqual([
    [1, news],
    [2, news],
  ])
  for (const it of await waiting())
    expect(it).toMatchObject({ kind: 'operatorNotice', priority: 20, dueMs: 0 })
  await notifyMissingFiles({ ...missing, sinceMs: 1 }, operators)
  expect(await told()).toHaveLength(4)
  expect(notified()).toBe(3)
})

test('operators are notified of an outage, and of its end', async () => {
  const { operators, told } = await openOperators()
  const outages = notifyOfOutages(operators, createLogger('error'))
  outages.onLasting('409 Conflict', 0)
  outages.onOver(0, 600_000)
  outages.onLasting('502 Bad Gateway', 60_000)
  outages.onOver(60_000, 600_000)
  // Another one is told of too, and each once.
  outages.onLasting('409 Conflict', 0)
  outages.onOver(0, 600_000)
  await expect.poll(told).toHaveLength(8)
  const began = { kind: 'noUpdates', since: '1970-01-01 08:00', reason: '409 Conflict' }
  const over = { kind: 'updatesAgain', since: '1970-01-01 08:00', until: '1970-01-01 08:10' }
  for (const it of [
    [1, began],
    [2, began],
    [1, over],
    [2, over],
  ])
    expect(await told()).toContainEqual(it)
})

test('operators are notified once of a search server that does not answer, and of its return', async () => {
  const { operators, told } = await openOperators()
  const notices = notifyOfSearchServer(operators, createLogger('error'))
  for (let times = 0; times < 2; times++) notices.onDown('it does not answer in time', 0)
  for (let times = 0; times < 2; times++) notices.onUp(0, 60_000)
  notices.onDown('it does not answer in time', 90_000)
  notices.onUp(90_000, 120_000)
  await expect.poll(told).toHaveLength(8)
  const began = { kind: 'noSearch', since: '1970-01-01 08:00', reason: 'it does not answer in time' }
  const over = { kind: 'searchAgain', since: '1970-01-01 08:00', until: '1970-01-01 08:01' }
  for (const news of [began, over])
    for (const admin of [1, 2]) expect(await told()).toContainEqual([admin, news])
})

test('without operators nobody is notified', async () => {
  const { operators, notified } = await openOperators()
  await notifyMissingFiles({ count: 1, known: 2, sinceMs: 0, dropMs: 0 }, { ...operators, adminIds: [] })
  expect(notified()).toBe(0)
})
