import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { joinPieces } from '../../src/intake/index.ts'
import { loadDriver, openStore, StoreError } from '../../src/store/index.ts'
import { createSqlPorts } from '../../src/store/sql/sql-ports.ts'
import { openDatabase } from '../../src/store/sqlite/open-database.ts'
import { anArticle } from '../support/articles.ts'
import { openTestStore, shelve } from '../support/stores.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const databaseOf = (folder: string) => join(folder, 'paperboy.sqlite')

/** Runs SQL on a database file as another program would, with no regard for ours. */
function runSql(folder: string, sql: string): void {
  const Database = loadDriver()
  if (!Database) throw new Error('no driver can be loaded')
  const database = new Database(databaseOf(folder), { timeout: 0 })
  database.exec(sql)
  database.close()
}

/** Starts another process that holds a lock of a database. @param lock SQL that takes it @returns what lets it go */
async function holdLock(folder: string, lock = 'BEGIN IMMEDIATE'): Promise<() => Promise<void>> {
  const script = `
    const { DatabaseSync } = require('@photostructure/sqlite')
    const database = new DatabaseSync(${JSON.stringify(databaseOf(folder))})
    database.exec(${JSON.stringify(lock)})
    console.log('held')
    process.stdin.once('data', () => setTimeout(process.exit, 200))`
  const child = spawn(process.execPath, ['-e', script], { stdio: ['pipe', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  return async () => {
    child.stdin.write('go')
    await once(child, 'exit')
  }
}

const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof StoreError ? error.problem : error),
  )

describe('the database', () => {
  const open = (folder: string) => openStore({ folder, join: joinPieces, now: () => 0, busyTimeoutMs: 50 })
  const openForTest = (folder: string) => openTestStore({ folder, busyTimeoutMs: 50 })

  test('keeps what was written when it is closed and opened again', async () => {
    const folder = join(temporaryFolder(), 'made', 'on the way')
    const article = anArticle()
    const store = await open(folder)
    await shelve(store, [article])
    await store.close()
    const again = await openForTest(folder)
    expect(await again.archive.get(article.id)).toEqual(article)
    expect(await again.check()).toEqual([])
  })

  test('is a file in the data folder whatever the name of the folder is', async () => {
    const before = process.cwd()
    onTestFinished(() => process.chdir(before))
    process.chdir(temporaryFolder())
    for (const folder of ['file:data?mode=memory', 'a%20b', 'c#d', '报童']) {
      await (await open(folder)).close()
      expect(existsSync(databaseOf(folder))).toBe(true)
    }
  })

  test('takes no value that would come back as another one', async () => {
    const { db, close } = openDatabase({ file: databaseOf(temporaryFolder()) })
    onTestFinished(close)
    for (const value of [true, 1n, Number.NaN, Number.POSITIVE_INFINITY, undefined, new Date(0)])
      await expect(sql`SELECT ${value} AS it`.execute(db)).rejects.toThrow(/cannot be bound/)
    for (const value of [0.1, -1, 2 ** 53 - 1, 1_793_750_000_000, '𠮷', null])
      expect((await sql`SELECT ${value} AS it`.execute(db)).rows).toEqual([{ it: value }])
  })

  test('is refused where a newer version made it, and left as it is', async () => {
    const folder = temporaryFolder()
    await (await open(folder)).close()
    runSql(folder, 'PRAGMA user_version = 99')
    await expect(open(folder)).rejects.toThrow(
      /made by a newer version of Paperboy \(schema 99, this version knows \d+\)/,
    )
    expect(await problemOf(open(folder))).toBe('newer')
  })

  test('is refused where it belongs to another program', async () => {
    const folder = temporaryFolder()
    runSql(folder, 'CREATE TABLE theirs (x)')
    expect(await problemOf(open(folder))).toBe('foreign')
  })

  test.each([
    ['is no database', () => 'x'.repeat(20_000)],
    [
      'has lost its inside',
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 100), Buffer.alloc(bytes.length - 100, 7)]),
    ],
  ])('is called damaged where it %s', async (_what, damage) => {
    const folder = temporaryFolder()
    await (await open(folder)).close()
    const file = databaseOf(folder)
    writeFileSync(file, damage(readFileSync(file)))
    expect(await problemOf(open(folder))).toBe('damaged')
  })

  test.each([
    ['under a file', (folder: string) => join(folder, 'file', 'data')],
    ['where a file is', (folder: string) => join(folder, 'file')],
  ])('a data folder %s is answered with a sentence', async (_where, folderOf) => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'file'), '')
    await expect(open(folderOf(folder))).rejects.toThrow(/set DATA_DIR to a folder that can be written to/)
  })

  test('where another program holds it, reading goes on, writing is refused and works again later', async () => {
    const folder = temporaryFolder()
    const [old, young] = [anArticle({ headline: '旧' }), anArticle({ headline: '新' })]
    const store = await openForTest(folder)
    await shelve(store, [old])
    const release = await holdLock(folder)
    expect(await problemOf(shelve(store, [old, young]))).toBe('busy')
    expect(await problemOf(shelve(store, [old, young]))).toBe('busy')
    expect(await problemOf(store.updates.claim([1]))).toBe('busy')
    expect(await store.archive.get(old.id)).toEqual(old)
    expect(await store.archive.get(young.id)).toBeUndefined()
    await release()
    expect([...(await store.updates.claim([1]))]).toEqual([1])
    await shelve(store, [old, young])
    expect(await store.archive.get(young.id)).toEqual(young)
  })

  test('a new one that another process is making too is waited for', async () => {
    const folder = temporaryFolder()
    runSql(folder, 'CREATE TABLE made (it); DROP TABLE made')
    const release = await holdLock(folder, 'BEGIN; SELECT * FROM sqlite_schema')
    expect(await problemOf(open(folder))).toBe('busy')
    const released = release()
    const store = await openTestStore({ folder, busyTimeoutMs: 20_000 })
    expect(await store.archive.browse({ offset: 0, limit: 1 })).toMatchObject({ total: 0 })
    await released
  })

  test('a write waits for another process, and holds up nothing else meanwhile', async () => {
    const folder = temporaryFolder()
    const article = anArticle()
    const store = await openTestStore({ folder, busyTimeoutMs: 20_000 })
    const release = await holdLock(folder)
    const written = shelve(store, [article])
    // Were this process held up, it could not let the other one go.
    await release()
    await written
    expect(await store.archive.get(article.id)).toEqual(article)
  })

  test('on a full disk nothing is half written, and writing works again when there is room', async () => {
    const database = openDatabase({ file: databaseOf(temporaryFolder()) })
    const { db, close } = database
    onTestFinished(close)
    const store = createSqlPorts(database, joinPieces, () => 0)
    const allowPages = (most: number) => sql`PRAGMA max_page_count = ${sql.lit(most)}`.execute(db)
    const old = anArticle({ headline: '旧' })
    const long = ['长'.repeat(5000)]
    const many = Array.from({ length: 50 }, (_, n) => anArticle({ headline: `第${n}条`, paragraphs: long }))
    await shelve(store, [old])
    await allowPages(30)
    expect(await problemOf(shelve(store, many))).toBe('full')
    expect(await store.archive.get(old.id)).toEqual(old)
    expect(await store.archive.size()).toMatchObject({ articles: 1 })
    await allowPages(1_000_000)
    await shelve(store, many)
    expect(await store.archive.size()).toMatchObject({ articles: 50 })
  })

  test('where it may not be written to, reading goes on', async () => {
    const database = openDatabase({ file: databaseOf(temporaryFolder()) })
    const { db, close } = database
    onTestFinished(close)
    const store = createSqlPorts(database, joinPieces, () => 0)
    await sql`PRAGMA query_only = ON`.execute(db)
    expect(await problemOf(shelve(store, [anArticle()]))).toBe('readOnly')
    expect(await store.archive.size()).toMatchObject({ articles: 0 })
  })

  test('a backup is a whole database, taken while another process writes', async () => {
    const folder = temporaryFolder()
    const article = anArticle()
    const store = await openForTest(folder)
    await shelve(store, [article])
    const release = await holdLock(folder)
    const copies = temporaryFolder()
    await store.backUp(databaseOf(copies))
    await release()
    const copy = await openForTest(copies)
    expect(await copy.archive.get(article.id)).toEqual(article)
    expect(await copy.check()).toEqual([])
  })

  test('a backup overwrites nothing, and leaves nothing behind where it fails', async () => {
    const folder = temporaryFolder()
    const store = await openForTest(folder)
    const taken = join(folder, 'taken')
    writeFileSync(taken, 'mine')
    await expect(store.backUp(taken)).rejects.toThrow(/already exists/)
    expect(readFileSync(taken, 'utf8')).toBe('mine')
    const nowhere = join(folder, 'no', 'folder')
    await expect(store.backUp(nowhere)).rejects.toThrow(/cannot write the backup/)
    expect(existsSync(`${nowhere}.part`)).toBe(false)
  })
})
