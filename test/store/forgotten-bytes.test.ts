import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../src/store/sqlite/open-database.ts'
import { aSubscription } from '../support/a-subscription.ts'
import { aNotice } from '../support/outbox.ts'
import { openTestStore } from '../support/stores.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** Takes six bytes in a row of SQLite, so that it is found among the bytes of a file. */
const PERSON = 0x4a_5b_6c_7d_8e_1f
const MARKER = '寻隐者不遇'

const FILES = ['paperboy.sqlite', 'paperboy.sqlite-wal', 'paperboy.sqlite-shm']

/** How often the person's id, and their words, stand in the files of a data folder, whatever page they are in. */
function tracesIn(folder: string) {
  const id = Buffer.alloc(6)
  id.writeUIntBE(PERSON, 0, 6)
  const files = FILES.map((name) => join(folder, name)).filter((file) => existsSync(file))
  const bytes = Buffer.concat(files.map((file) => readFileSync(file)))
  return { ids: countOf(bytes, id), words: countOf(bytes, Buffer.from(MARKER)) }
}

function countOf(bytes: Buffer, wanted: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 1)) count++
  return count
}

/** Two people use the bot for some time: rows are added, changed and deleted, and share pages. */
async function useALot(folder: string) {
  const store = await openTestStore({ folder })
  for (let n = 0; n < 150; n++)
    for (const [chatId, word] of [
      [PERSON, MARKER],
      [77, '只在此山中'],
    ] as const) {
      const text = `${word}${n}`.repeat(1 + (n % 40))
      await store.chats.heard({ chatId, kind: 'private', title: text })
      await store.subscriptions.save(aSubscription({ chatId, topics: [text] }))
      await store.lists.save({
        chatId,
        ownerId: chatId,
        spec: { kind: 'search', query: text, order: 'newest' },
      })
      await store.lists.save({
        chatId: -9,
        ownerId: chatId,
        spec: { kind: 'search', query: text, order: 'newest' },
      })
      await store.bookmarks.add(chatId, `${word}${n}`)
      await store.doubts.report(`${word}${n}`, chatId, 999)
      if (n % 3 === 0) await store.bookmarks.remove(chatId, `${word}${n}`)
      const alert = await store.alerts.add({ chatId, ownerId: chatId, query: text, arrival: 0 }, 999)
      if (alert) await store.alerts.change(alert.id, { query: `${text}改` })
      if (alert && n % 4 === 0) await store.alerts.remove(alert.id)
      const [id = 0] = await store.outbox.add([
        aNotice(`${n}`, { chatId, uniqueKey: text, payload: { text } }),
      ])
      await store.outbox.claim(id)
      await store.outbox.complete(id, { messageId: n, shown: { articleIds: [`${word}${n}`] } })
      if (n % 5 === 0) await store.outbox.vacuum(aNotice('').kind, 0)
    }
  return store
}

test('who is forgotten is in no byte of the database, its free space or its log', async () => {
  const folder = temporaryFolder()
  const store = await useALot(folder)
  const before = tracesIn(folder)
  expect(before.ids).toBeGreaterThan(500)
  expect(before.words).toBeGreaterThan(500)
  await store.personalData.forget(PERSON)
  expect(tracesIn(folder)).toEqual({ ids: 0, words: 0 })
  expect((await store.bookmarks.list(77, { offset: 0, limit: 1 })).total).toBe(100)
})

test('what an earlier version left in free space is gone when this one has opened the database', async () => {
  const folder = temporaryFolder()
  const file = join(folder, 'paperboy.sqlite')
  const { db, close } = openDatabase({ file })
  await sql`PRAGMA secure_delete = OFF`.execute(db)
  for (let n = 0; n < 200; n++)
    await db
      .insertInto('lists')
      .values({
        id: `${n}`,
        chat_id: PERSON,
        owner_id: 1,
        list: JSON.stringify(MARKER.repeat(50)),
        saved_ms: 0,
      })
      .execute()
  await db.deleteFrom('lists').execute()
  await sql`DROP INDEX lists_by_owner`.execute(db)
  await sql`DROP TABLE deletions`.execute(db)
  await sql`DROP TABLE article_reports`.execute(db)
  await sql`DROP TABLE picture_files`.execute(db)
  await sql`DROP TABLE channels`.execute(db)
  await sql`DROP TABLE article_samples`.execute(db)
  await sql`DROP TABLE uncompared_articles`.execute(db)
  await sql`ALTER TABLE articles DROP COLUMN elsewhere`.execute(db)
  await sql`DROP INDEX articles_by_certainty`.execute(db)
  await sql`ALTER TABLE articles DROP COLUMN certainty`.execute(db)
  await sql`DROP INDEX alerts_by_removal`.execute(db)
  await sql`DROP INDEX chats_by_alerts`.execute(db)
  await sql`DROP INDEX subscriptions_to_plan`.execute(db)
  await sql`ALTER TABLE subscriptions DROP COLUMN plan_at_ms`.execute(db)
  for (const column of ['paused_ms', 'tidy_minutes', 'alerts_due_ms'])
    await sql`ALTER TABLE chats DROP COLUMN ${sql.ref(column)}`.execute(db)
  await sql`PRAGMA user_version = 11`.execute(db)
  await close()
  expect(tracesIn(folder).words).toBeGreaterThan(1000)
  const again = openDatabase({ file })
  onTestFinished(() => again.close())
  await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(again.db)
  expect(tracesIn(folder)).toEqual({ ids: 0, words: 0 })
})
