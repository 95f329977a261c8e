import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { createSqlBookmarks } from '../../src/store/sql/sql-bookmarks.ts'
import { createSqlChats } from '../../src/store/sql/sql-chats.ts'
import { createSqlLists } from '../../src/store/sql/sql-lists.ts'
import { openDatabase } from '../../src/store/sqlite/open-database.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** How SQLite names the levels. */
const [NORMAL, FULL] = [1, 2]

test('what is written by readers all the time does not wait for the disk, and all else does', async () => {
  const database = openDatabase({ file: join(temporaryFolder(), 'paperboy.sqlite') })
  const { db, close } = database
  onTestFinished(close)
  const lastLevel = async () => {
    const { rows } = await sql<{ readonly synchronous: number }>`PRAGMA synchronous`.execute(db)
    return rows[0]?.synchronous
  }
  const lists = createSqlLists(database, () => 0)
  const chats = createSqlChats(database, () => 0)
  const bookmarks = createSqlBookmarks(database)
  await chats.heard({ chatId: 7, kind: 'private' })
  expect(await lastLevel()).toBe(NORMAL)
  await bookmarks.add(7, 'abcdefghij')
  expect(await lastLevel()).toBe(FULL)
  await lists.save({ chatId: 7, spec: { kind: 'saved' } })
  expect(await lastLevel()).toBe(NORMAL)
  await chats.pause(7, 'blocked')
  expect(await lastLevel()).toBe(FULL)
})

test('writes of both kinds that are asked for together take turns', async () => {
  const { db, relaxedDb, close } = openDatabase({ file: join(temporaryFolder(), 'paperboy.sqlite') })
  onTestFinished(close)
  const levels = new Map<number, number | undefined>()
  const write = (kysely: typeof db, id: number) =>
    kysely.transaction().execute(async (trx) => {
      const { rows } = await sql<{ readonly synchronous: number }>`PRAGMA synchronous`.execute(trx)
      levels.set(id, rows[0]?.synchronous)
      await trx.insertInto('updates').values({ update_id: id, seen_ms: 0 }).execute()
    })
  await Promise.all([write(db, 1), write(relaxedDb, 2), write(db, 3), write(relaxedDb, 4)])
  expect([1, 2, 3, 4].map((id) => levels.get(id))).toEqual([FULL, NORMAL, FULL, NORMAL])
  expect(await db.selectFrom('updates').select('update_id').execute()).toHaveLength(4)
})
