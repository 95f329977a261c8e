import { expect, test } from 'vitest'
import { keepChats } from '../../src/app/keep-chats.ts'
import { keepWaits } from '../../src/app/keep-waits.ts'
import { noteAnswers } from '../../src/app/note-answers.ts'
import { storeOptionsOf } from '../../src/app/store-options.ts'
import { readConfig } from '../../src/config/index.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { createRecordedLog } from '../support/recorded-log.ts'
import { openTestStore } from '../support/stores.ts'

const DAY = 86_400_000

test('who blocks the bot is forgotten in time, and a chat that only lets it write nothing is not', async () => {
  const { chats, personalData } = await openTestStore()
  const events = keepChats(chats)
  for (const chatId of [7, 8]) await chats.heard({ chatId, kind: 'private' })
  await events.onGone(7, 'gone')
  await events.onGone(8, 'silenced')
  expect([(await chats.get(7))?.paused, (await chats.get(8))?.paused]).toEqual(['blocked', 'forbidden'])
  expect(await personalData.goneSince(100 * DAY)).toEqual([7])
})

test('a chat that is back is sent to again as it was, and one that nobody knows is not made', async () => {
  const { chats } = await openTestStore()
  const events = keepChats(chats)
  await chats.heard({ chatId: -7, kind: 'group', title: '读报小组' })
  await events.onGone(-7, 'gone')
  await events.onBack(-7)
  await events.onBack(-8)
  expect(await chats.get(-7)).toEqual({ chatId: -7, kind: 'group', title: '读报小组' })
  expect(await chats.get(-8)).toBeUndefined()
})

test('what was kept of a group is kept under its new id', async () => {
  const { chats } = await openTestStore()
  await chats.heard({ chatId: -7, kind: 'group', title: '读报小组' })
  await keepChats(chats).onMoved(-7, -1007)
  expect(await chats.get(-7)).toBeUndefined()
  expect(await chats.get(-1007)).toMatchObject({ kind: 'supergroup', title: '读报小组' })
})

test('waits for a chat and for all are recalled as they were told, until they end; those for a method are not kept', async () => {
  const waits = keepWaits((await openTestStore()).pauses)
  const ofChat = { scope: { kind: 'chat', chatId: 7 }, toldMs: 1000, untilMs: 90_000 } as const
  const ofAll = { scope: { kind: 'all' }, toldMs: 2000, untilMs: 80_000 } as const
  const ofMethod = { scope: { kind: 'method', method: 'getMe' }, toldMs: 0, untilMs: 99_000 } as const
  for (const wait of [ofChat, ofAll, ofMethod]) await waits.remember(wait)
  expect(await waits.recall(3000)).toEqual([ofChat, ofAll])
  expect(await waits.recall(80_000)).toEqual([ofChat])
})

test('an answer is deleted so many minutes later where the group wants that, and nowhere else', async () => {
  const { chats, deletions } = await openTestStore()
  const [clock, log] = [createManualClock(), createRecordedLog()]
  for (const chatId of [-7, -8]) await chats.heard({ chatId, kind: 'group' })
  await chats.setTidyMinutes(-7, 30)
  const note = noteAnswers({ chats, deletions }, clock, log)
  for (const chatId of [-7, -8, -9]) note(chatId, 5)
  const dueMs = clock.now() + 30 * 60_000
  await expect.poll(() => deletions.due(dueMs, 9)).toEqual([{ chatId: -7, messageId: 5, dueMs }])
  expect(log.lines).toEqual([])
})

test('an answer that cannot be noted for deletion stays, and the log says so', async () => {
  const { deletions } = await openTestStore()
  const log = createRecordedLog()
  const chats = { get: () => Promise.reject(new Error('the disk is full')) } as never
  noteAnswers({ chats, deletions }, createManualClock(), log)(-7, 5)
  await expect.poll(() => log.lines).toEqual(['error: an answer will not be deleted'])
})

test('settings name the database in the units in which it is opened', () => {
  const DATABASE_URL = 'postgres://paperboy@localhost/paperboy'
  const given = readConfig({ DATABASE_URL, DATABASE_STATEMENT_TIMEOUT: '45', DATABASE_POOL_SIZE: '7' })
  expect(storeOptionsOf(given, () => 0).postgres).toEqual({
    url: DATABASE_URL,
    poolSize: 7,
    statementTimeoutMs: 45_000,
  })
  expect(storeOptionsOf(readConfig({}), () => 0).postgres).toBeUndefined()
})
