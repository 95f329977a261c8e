import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { run } from '../../src/cli/run.ts'
import type { Article } from '../../src/domain/index.ts'
import { joinPieces } from '../../src/intake/index.ts'
import { lockDataFolder, openStore } from '../../src/store/index.ts'
import { aSubscription } from '../support/a-subscription.ts'
import { anArticle } from '../support/articles.ts'
import { aNotice } from '../support/outbox.ts'
import { recordOutput } from '../support/output.ts'
import { postgresPrograms, testDatabase, withoutPostgres } from '../support/postgres.ts'
import { openTestStore, shelve } from '../support/stores.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

async function copy(from: string, to: string) {
  const output = recordOutput()
  const env = { LOG_LEVEL: 'error', DATA_DIR: temporaryFolder() }
  const args = ['db', 'copy', '--from', from, '--to', to, '--json']
  const code = await run(args, { env, input: Readable.from([]), output })
  return { code, ...output.said }
}

/** A data folder with something in every table. */
async function aFolder() {
  const folder = temporaryFolder()
  const store = await openStore({ folder, join: joinPieces, now: () => 5 })
  const article = anArticle({ headline: '甲\u0000乙 \ud800', section: '要\u0000闻 \ud800' })
  // More than one slice.
  const many = Array.from({ length: 1200 }, (_, n) => anArticle({ headline: `第${n}条` }))
  await shelve(store, [article, ...many])
  const find = { sample: () => [-7, 2 ** 31 - 1], onDay: () => () => new Set<Article>() }
  while (await store.manifest.compareUndated(find));
  await shelve(store, [anArticle({ headline: '后来的', source: { file: 'later.txt', lines: [] } })])
  await store.manifest.setCorpusFolder({ path: '/a', realPath: '/b' })
  await store.chats.heard({ chatId: -7, kind: 'group', title: '群' })
  await store.lists.save({ chatId: -7, spec: { kind: 'saved' } })
  for (const id of ['a', 'b', 'c']) await store.bookmarks.add(1, id)
  const alert = await store.alerts.add({ chatId: -7, ownerId: 1, query: '词', arrival: 1 }, 9)
  await store.alerts.tell(3, [{ alertId: alert?.id ?? '', articleIds: ['a'] }], () =>
    aNotice('n', { chatId: -7 }),
  )
  await store.subscriptions.save(aSubscription({ chatId: -7 }))
  await store.updates.claim([1, 2])
  const [id = 0] = await store.outbox.add([aNotice('x', { dueMs: 1.5 })])
  await store.outbox.claim(id)
  await store.outbox.complete(id, { messageId: 9, shown: { articleIds: ['a'] } })
  await store.pauses.set({ chatId: 3, setMs: 1, untilMs: 99 })
  await store.deletions.add({ chatId: -6, messageId: 1, dueMs: 5 })
  await store.doubts.report(article.id, 1, 9)
  await store.pictureFiles.set('card', 'AgAC')
  await store.channels.save({ chatId: -100_5, ownerId: 1, title: '频道 \ud800' })
  const state = await store.archive.state()
  await store.close()
  return { folder, article, state }
}

describe.skipIf(postgresPrograms === undefined)(`copying a store${withoutPostgres}`, () => {
  test('to PostgreSQL and back gives the same, with what comes later behind it', async () => {
    const { folder, article, state } = await aFolder()
    const { url } = await testDatabase()
    const back = temporaryFolder()
    const there = await copy(folder, url)
    expect(there).toMatchObject({ code: 0, err: '' })
    const tables = JSON.parse(there.out) as readonly { table: string; rows: number }[]
    expect(tables).toHaveLength(20)
    for (const { table, rows } of tables)
      expect([table, rows]).toEqual([table, expect.toSatisfy((n) => n > 0)])
    expect(await copy(url, back)).toEqual(there)
    for (const store of [await openTestStore({ postgres: { url } }), await openTestStore({ folder: back })]) {
      expect(await store.archive.state()).toEqual(state)
      expect(await store.archive.get(article.id)).toEqual(article)
      await shelve(store, [anArticle({ headline: '新', source: { file: 'new.txt', lines: [] } })])
      expect((await store.archive.state()).revision).toBe(state.revision + 1)
      await store.bookmarks.add(1, 'd')
      expect((await store.bookmarks.list(1, { offset: 0, limit: 9 })).articleIds).toEqual([
        'd',
        'c',
        'b',
        'a',
      ])
      expect(await store.outbox.add([aNotice('y')])).toHaveLength(1)
      expect(await store.alerts.add({ chatId: -7, ownerId: 1, query: '新', arrival: 1 }, 9)).toBeDefined()
    }
  })

  test('is refused while updates wait that Telegram brings no more', async () => {
    const { url } = await testDatabase()
    const store = await openTestStore({ postgres: { url } })
    const replica = await store.joinReplicas?.('rules')
    await replica?.updates.add([{ updateId: 1, line: 'a', body: { update_id: 1 } }])
    const into = temporaryFolder()
    expect(await copy(url, into)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/1 update.* wait in the database to be answered: start a bot/),
    })
    expect(await replica?.updates.takeTurn('a')).toBe(true)
    await replica?.updates.begin('a', [])
    await replica?.updates.finish(1)
    await replica?.leave()
    expect(await copy(url, into)).toMatchObject({ code: 0 })
  })

  test('is refused where a bot runs, or where something is already', async () => {
    const { folder } = await aFolder()
    const { url } = await testDatabase()
    const lock = lockDataFolder(folder, 0)
    expect(await copy(folder, url)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/a bot is already running/),
    })
    lock.release()
    const store = await openTestStore({ postgres: { url } })
    const leadership = await store.lead?.(new AbortController().signal)
    expect(await copy(folder, url)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/a bot is running on .*: stop it first/),
    })
    await leadership?.release()
    await store.bookmarks.add(1, 'a')
    expect(await copy(folder, url)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/is not empty \(the table bookmarks has rows\)/),
    })
    expect((await store.archive.size()).articles).toBe(0)
    expect(await copy(folder, folder)).toMatchObject({ code: 2 })
    expect(await copy(join(folder), '')).toMatchObject({ code: 2 })
  })
})
