import { expect, test } from 'vitest'
import { createAlarmProbes, freeBytesOf } from '../../src/app/alarm-probes.ts'
import type { MissingFiles } from '../../src/intake/index.ts'
import { anArticle } from '../support/articles.ts'
import { openTestStore, shelve } from '../support/stores.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const MB = 2 ** 20

async function openProbes() {
  let nowMs = 0
  let free = 10_000 * MB
  let trouble: string | undefined
  let held: MissingFiles | undefined
  const store = await openTestStore({ now: () => nowMs })
  const probes = createAlarmProbes({
    store,
    freeBytes: async () => free,
    missing: () => held,
    indexTrouble: () => trouble,
    now: () => nowMs,
  })
  return {
    store,
    probes,
    at: (ms: number) => {
      nowMs = ms
    },
    leave: (bytes: number) => {
      free = bytes
    },
    miss: (files: MissingFiles | undefined) => {
      held = files
    },
    refuse: (reason: string | undefined) => {
      trouble = reason
    },
  }
}

test('a disk is nearly full below 500 MB, and has room again above 750', async () => {
  const { probes, leave } = await openProbes()
  const states: string[] = []
  for (const megabytes of [900, 501, 500, 600, 750]) {
    leave(megabytes * MB)
    states.push((await probes.disk()).state)
  }
  expect(states).toEqual(['good', 'between', 'bad', 'between', 'good'])
  expect(await freeBytesOf(temporaryFolder())).toBeGreaterThan(MB)
})

test('digests are late a quarter of an hour after they were due', async () => {
  const { store, probes, at } = await openProbes()
  await store.outbox.add([
    { kind: 'digest', chatId: 1, uniqueKey: 'd', payload: {}, priority: 0, dueMs: 0 },
    { kind: 'alert', chatId: 2, payload: {}, priority: 0, dueMs: 0 },
  ])
  at(14 * 60_000)
  expect((await probes.digests()).state).toBe('between')
  at(15 * 60_000)
  expect(await probes.digests()).toEqual({ state: 'bad', figure: '15' })
  const [{ id } = { id: 0 }] = await store.outbox.ofChat(1)
  // One that is on its way waits for nobody but Telegram.
  await store.outbox.claim(id)
  expect((await probes.digests()).state).toBe('good')
  await store.outbox.unclaim(id)
  expect((await probes.digests()).state).toBe('bad')
  await store.outbox.fail(id, 'gone')
  expect((await probes.digests()).state).toBe('good')
})

test('many chats blocked the bot if a twentieth of them did within an hour, and at least ten', async () => {
  const { store, probes, at } = await openProbes()
  for (let chatId = 1; chatId <= 400; chatId++) await store.chats.heard({ chatId, kind: 'private' })
  for (let chatId = 1; chatId <= 19; chatId++) await store.chats.pause(chatId, 'blocked')
  await store.chats.pause(30, 'forbidden')
  expect((await probes.blocked()).state).toBe('between')
  at(3_600_000)
  await store.chats.pause(20, 'kicked')
  expect(await probes.blocked()).toEqual({ state: 'bad', figure: '20/400' })
  at(3_600_001)
  expect((await probes.blocked()).state).toBe('good')
})

test('an index that the search server does not let us write is bad until it does, and the figure is why', async () => {
  const { probes, refuse } = await openProbes()
  expect((await probes.index()).state).toBe('good')
  refuse('the search server takes no changes: make room on its disks')
  expect(await probes.index()).toEqual({
    state: 'bad',
    figure: 'the search server takes no changes: make room on its disks',
  })
  refuse(undefined)
  expect((await probes.index()).state).toBe('good')
})

test('most of the corpus is gone as long as the intake holds its articles back', async () => {
  const { probes, miss } = await openProbes()
  expect((await probes.corpus()).state).toBe('good')
  miss({ count: 60, known: 100, sinceMs: 0, dropMs: 86_400_000 })
  expect(await probes.corpus()).toEqual({ state: 'bad', figure: '60/100' })
  miss(undefined)
  expect((await probes.corpus()).state).toBe('good')
})

test('a reader of another version is told of until every file is read by this one', async () => {
  const { store, probes } = await openProbes()
  await shelve(store, [anArticle()]) // by another reader than that of pages
  expect(await probes.reader()).toEqual({ state: 'bad', figure: '1/1' })
  for (const file of (await store.manifest.files()).keys()) await store.manifest.drop(file)
  expect((await probes.reader()).state).toBe('good')
})
