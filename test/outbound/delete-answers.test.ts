import { expect, test } from 'vitest'
import { noteAnswers } from '../../src/app/note-answers.ts'
import { createLogger } from '../../src/ops/index.ts'
import { deleteAnswers } from '../../src/outbound/delete-answers.ts'
import { aDelivery } from '../support/delivery.ts'
import { aNewspaper, anOutbound, at, HOUR, portsOf } from '../support/outbound.ts'
import { refusal, tooMany } from '../support/scripted-api.ts'
import { openTestStore } from '../support/stores.ts'
import { createVirtualClock } from '../support/virtual-clock.ts'

const NOON = at('2024-06-08T04:00:00Z')
const MINUTE = 60_000

test('answers of a group that wants it are deleted in time, over an outage; those of other groups stay', async () => {
  const clock = createVirtualClock(NOON)
  const { store, search } = await aNewspaper(clock)
  for (const chatId of [-1, -2]) await store.chats.heard({ chatId, kind: 'group' })
  await store.chats.setTidyMinutes(-1, 10)
  const note = noteAnswers(store, clock, createLogger('error', { write: () => {} }))
  const isDown = () => clock.now() < NOON + 12 * MINUTE
  const outbound = await anOutbound(clock, portsOf(store, search), ({ payload }) =>
    payload['message_id'] === 72
      ? refusal(400, "Bad Request: message can't be deleted")
      : isDown()
        ? { answer: { kind: 'network', written: false, reason: 'down' } }
        : { answer: { kind: 'ok', result: true } },
  )
  for (const [chatId, messageId] of [
    [-1, 71],
    [-1, 72],
    [-2, 73],
  ] as const)
    note(chatId, messageId)
  const deleted = () =>
    outbound.calls
      .filter(({ method }) => method === 'deleteMessage')
      .map(({ payload }) => payload['message_id'])
  await outbound.until(NOON + 10 * MINUTE - 1)
  expect(deleted()).toEqual([])
  await outbound.until(NOON + 30 * MINUTE)
  expect(new Set(deleted())).toEqual(new Set([71, 72]))
  expect(deleted().filter((it) => it === 72)).toHaveLength(1)
  expect(await store.deletions.due(NOON + 99 * MINUTE, 9)).toEqual([])
  await outbound.end()
})

test('more than are read at once are all deleted at their time; what two days did not delete is given up', async () => {
  const { delivery, clock, calls } = await aDelivery(({ payload }) =>
    payload['message_id'] === 500
      ? { answer: { kind: 'network', written: false, reason: 'down' } }
      : { answer: { kind: 'ok', result: true } },
  )
  const { deletions } = await openTestStore({ now: () => clock.now() })
  const dueMs = clock.now() + MINUTE
  for (let messageId = 1; messageId <= 120; messageId++)
    await deletions.add({ chatId: -messageId, messageId, dueMs })
  const ending = new AbortController()
  const log = createLogger('error', { write: () => {} })
  const done = deleteAnswers({ deletions, delivery, clock, log }, ending.signal)
  await clock.run(clock.sleep(MINUTE + 1000))
  expect(new Set(calls.map(({ payload }) => payload['message_id'])).size).toBe(120)
  const tooOldMs = clock.now() + 3 * MINUTE
  await deletions.add({ chatId: -500, messageId: 500, dueMs: tooOldMs - 48 * HOUR })
  const left = async () => (await deletions.due(dueMs, 9)).map(({ messageId }) => messageId)
  expect(await left()).toEqual([500])
  await clock.run(clock.sleep(tooOldMs - clock.now()))
  expect(await left()).toEqual([500])
  await clock.run(clock.sleep(MINUTE))
  expect(await left()).toEqual([])
  ending.abort()
  await clock.run(done)
})

test('where Telegram wants no deletions for a minute they are made after it', async () => {
  const { delivery, clock, calls } = await aDelivery((_call, nth) =>
    nth === 1 ? tooMany(60) : { answer: { kind: 'ok', result: true } },
  )
  const { deletions } = await openTestStore({ now: () => clock.now() })
  for (const messageId of [1, 2]) await deletions.add({ chatId: -1, messageId, dueMs: clock.now() })
  const ending = new AbortController()
  const log = createLogger('error', { write: () => {} })
  const done = deleteAnswers({ deletions, delivery, clock, log }, ending.signal)
  await clock.run(clock.sleep(59_000))
  expect(calls).toHaveLength(1)
  expect(await deletions.due(clock.now(), 9)).toHaveLength(2)
  await clock.run(clock.sleep(MINUTE))
  expect(calls.map(({ payload }) => payload['message_id'])).toEqual([1, 1, 2])
  expect(await deletions.due(clock.now(), 9)).toEqual([])
  ending.abort()
  await clock.run(done)
})

test('what could not be deleted is left alone for a while, though the next deletion comes sooner', async () => {
  const { delivery, clock, calls } = await aDelivery(({ payload }) =>
    payload['message_id'] === 1
      ? { answer: { kind: 'network', written: false, reason: 'down' } }
      : { answer: { kind: 'ok', result: true } },
  )
  const { deletions } = await openTestStore({ now: () => clock.now() })
  const began = clock.now()
  await deletions.add({ chatId: -1, messageId: 1, dueMs: began })
  const times: number[] = []
  const watched = {
    ...deletions,
    due: (nowMs: number, limit: number) => {
      times.push(clock.now())
      return deletions.due(nowMs, limit)
    },
  }
  // Due while the first one is being tried, so that it stands behind it in the same list.
  for (let n = 2; n <= 6; n++)
    await deletions.add({ chatId: -1, messageId: n, dueMs: began + 10_000 + 500 * n })
  const ending = new AbortController()
  const log = createLogger('error', { write: () => {} })
  const done = deleteAnswers({ deletions: watched, delivery, clock, log }, ending.signal)
  await clock.run(clock.sleep(MINUTE))
  ending.abort()
  await clock.run(done)
  expect(calls.filter(({ payload }) => payload['message_id'] !== 1)).toHaveLength(5)
  const pauses = times.slice(1).map((atMs, at) => atMs - (times[at] ?? 0))
  expect(pauses.length).toBeGreaterThan(1)
  expect(Math.min(...pauses)).toBeGreaterThanOrEqual(15_000)
})
