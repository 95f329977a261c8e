import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { joinPieces } from '../../src/intake/index.ts'
import { loadDriver, openStore } from '../../src/store/index.ts'
import { migrations } from '../../src/store/sqlite/migrations.ts'
import { openTestStore } from '../support/stores.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** The steps that were released, as they were: a database of each version was made by them. A new step is added here. */
const RELEASED = migrations.map((step) => createHash('sha256').update(step).digest('hex').slice(0, 12))
const ARTICLE = JSON.stringify({ id: 'abcdefghij', headline: '旧报' })
const SUBSCRIPTION = JSON.stringify({
  time: '07:30',
  weekdays: [1, 3],
  timeZone: 'Asia/Shanghai',
  topics: ['长江'],
  length: 'short',
  skipWhenEmpty: false,
})

/** What a reader and the corpus folder had left by then, as the columns of the first versions hold it. */
const ROWS = [
  `INSERT INTO files (file, size, modified_ms, taken_ms, hash, reader, pages, problems) VALUES ('a.txt', 1, 1, 1, 'h', 'r', 1, '[]')`,
  `INSERT INTO changes VALUES ('abcdefghij', 1, 1)`,
  `INSERT INTO articles (file, place, id, state, issue_date, paper, page, page_order, section, hash, as_cut)
   VALUES ('a.txt', 0, 'abcdefghij', 'shown', '2024-06-08', '日报', '1', '01', '', 'h', '${ARTICLE}')`,
]
const ROWS_OF_CHATS = [
  `INSERT INTO chats (chat_id, kind, language, state) VALUES (7, 'private', 'zh-Hant', 'active')`,
  `INSERT INTO chats (chat_id, kind, state, pause_reason) VALUES (8, 'private', 'paused', 'blocked')`,
  `INSERT INTO lists (id, chat_id, owner_id, list, saved_ms) VALUES ('abcdefgh', 7, 7, '{"kind":"saved"}', 0)`,
  `INSERT INTO bookmarks VALUES (7, 'abcdefghij', 1)`,
  `INSERT INTO subscriptions (chat_id, thread_id, subscription) VALUES (7, 0, '${SUBSCRIPTION}')`,
]
const alertOf = (version: number) =>
  version < 4
    ? `INSERT INTO alerts VALUES (1, 'abcdefgh', 7, 0, 7, '"地铁"', '[]', 0, 1)`
    : `INSERT INTO alerts (key, id, chat_id, thread_id, owner_id, query, muted, arrival) VALUES (1, 'abcdefgh', 7, 0, 7, '"地铁"', 0, 1)`

function makeOld(folder: string, version: number): void {
  const Database = loadDriver()
  if (!Database) throw new Error('no driver can be loaded')
  const database = new Database(join(folder, 'paperboy.sqlite'), { timeout: 0 })
  for (const step of migrations.slice(0, version)) database.exec(step)
  database.exec(`PRAGMA user_version = ${version}; PRAGMA application_id = 1346522969`)
  for (const row of [...ROWS, ...(version < 2 ? [] : [...ROWS_OF_CHATS, alertOf(version)])])
    database.exec(row)
  database.close()
}

test.each(migrations.map((_, index) => index + 1))(
  'a database of version %i is opened with nothing lost',
  async (version) => {
    const folder = temporaryFolder()
    makeOld(folder, version)
    const store = await openTestStore({ folder })
    expect(await store.archive.size()).toMatchObject({ articles: 1, files: 1 })
    expect(await store.check()).toEqual([])
    if (version < 2) return
    expect(await store.chats.get(7)).toEqual({ chatId: 7, kind: 'private', language: 'zh-Hant' })
    expect(await store.chats.get(8)).toMatchObject({ paused: 'blocked' })
    expect(await store.lists.get('abcdefgh')).toMatchObject({ ownerId: 7, spec: { kind: 'saved' } })
    expect((await store.bookmarks.list(7, { offset: 0, limit: 9 })).articleIds).toEqual(['abcdefghij'])
    expect(await store.subscriptions.get(7)).toEqual({ chatId: 7, ...JSON.parse(SUBSCRIPTION) })
    expect(await store.alerts.ofChat(7)).toMatchObject([{ id: 'abcdefgh', query: '地铁', muted: false }])
    // Who was gone already is forgotten after 90 days from now, and not at once.
    expect(await store.personalData.goneSince(0)).toEqual([])
  },
)

test('a new database is as all steps make it, the first of a process and those after it', async () => {
  const made = (folder: string) => {
    const Database = loadDriver()
    if (!Database) throw new Error('no driver can be loaded')
    const database = new Database(join(folder, 'paperboy.sqlite'), { timeout: 0 })
    const schema = database.prepare('SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name').all()
    const version = database.prepare('PRAGMA user_version').all()
    const [archive] = database.prepare('SELECT * FROM archive').all()
    database.close()
    return { schema, version, archive: archive as { readonly identity: string } }
  }
  const byStep = temporaryFolder()
  makeOld(byStep, migrations.length)
  const { schema, version } = made(byStep)
  const identities = new Set<string>()
  for (let turn = 0; turn < 3; turn++) {
    const folder = temporaryFolder()
    await (await openStore({ folder, join: joinPieces, now: () => 0 })).close()
    const { archive, ...fresh } = made(folder)
    expect(fresh).toEqual({ schema, version })
    expect(archive).toMatchObject({ identity: expect.stringMatching(/^[\da-f]{16}$/), corpus_path: null })
    identities.add(archive.identity)
  }
  expect(identities.size).toBe(3)
})

test('a step that was released is not changed', () => {
  expect(RELEASED).toMatchInlineSnapshot(`
    [
      "b35aa53c4051",
      "6dad3b93cde0",
      "36728961dfbb",
      "66b604e8f531",
      "ff714626e35c",
      "3513693618c5",
      "0b73b5c1ac79",
      "b4349c1ee2c4",
      "5cf1459b549e",
      "b8fdd2912266",
      "8ea3f19284bb",
      "04f99b74e5c8",
      "c661ad462658",
      "6ec61e360d41",
      "8477d25d6cf1",
      "11047a5c7f08",
      "672ce2e28abe",
      "03dd66a28aa8",
      "6d9951ed6e34",
      "bc5685c6970e",
      "fe6c13c4155a",
    ]
  `)
})
