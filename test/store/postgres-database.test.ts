import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, onTestFinished, test } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { StoreError } from '../../src/store/index.ts'
import { migrations } from '../../src/store/postgres/migrations.ts'
import { anArticle } from '../support/articles.ts'
import { recordOutput } from '../support/output.ts'
import {
  askServer,
  postgresPrograms,
  type TestDatabase,
  testDatabase,
  withoutPostgres,
} from '../support/postgres.ts'
import { openTestStore, shelve } from '../support/stores.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const PASSWORD = 'geheim-7f3'

async function runWith(args: readonly string[], env: NodeJS.ProcessEnv) {
  const output = recordOutput()
  const all = { LOG_LEVEL: 'error', DATA_DIR: temporaryFolder(), ...env }
  const code = await run(args, { env: all, input: Readable.from([]), output })
  return { code, ...output.said }
}

const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof StoreError ? error.problem : error),
  )

/** A user who may only connect, and the URL by which it comes over the network. */
async function aUser({ server, name }: TestDatabase, password = PASSWORD) {
  const user = `u_${name}`
  await askServer(server, 'postgres', `CREATE ROLE ${user} LOGIN PASSWORD '${PASSWORD}'`)
  onTestFinished(async () => {
    await askServer(server, name, `REASSIGN OWNED BY ${user} TO postgres; DROP OWNED BY ${user}`)
    await askServer(server, 'postgres', `DROP ROLE ${user}`)
  })
  return { user, url: `postgres://${user}:${password}@127.0.0.1:${server.port}/${name}` }
}

describe.skipIf(postgresPrograms === undefined)(`a database of PostgreSQL${withoutPostgres}`, () => {
  test('is made by the first command, and doctor tells of it', async () => {
    const { url, ask, name } = await testDatabase()
    expect(await runWith(['index'], { DATABASE_URL: url })).toMatchObject({ code: 0 })
    const { code, out } = await runWith(['doctor'], { DATABASE_URL: url })
    expect(out).toMatch(
      new RegExp(
        `ok +database: PostgreSQL \\d+\\.\\d+, postgres://.*/${name}: \\d+ articles from 5 pages in 5 files`,
      ),
    )
    expect(code).toBe(0)
    expect(await ask('SELECT version FROM paperboy_schema')).toEqual([{ version: migrations.length }])
  })

  test('is opened by a user who owns nothing but the database', async () => {
    const database = await testDatabase()
    const { user, url } = await aUser(database)
    await askServer(database.server, 'postgres', `ALTER DATABASE ${database.name} OWNER TO ${user}`)
    expect(await runWith(['index'], { DATABASE_URL: url })).toMatchObject({ code: 0 })
    await askServer(database.server, 'postgres', `ALTER DATABASE ${database.name} OWNER TO postgres`)
  })

  describe('is answered with one sentence and no password', () => {
    const expectSentence = async (url: string, exit: number, sentence: RegExp) => {
      for (const command of ['index', 'serve']) {
        const { code, out, err } = await runWith([command], { DATABASE_URL: url })
        expect(err).toMatch(sentence)
        expect({ code, lines: err.trim().split('\n').length, out }).toEqual({ code: exit, lines: 1, out: '' })
        expect(err).not.toContain(PASSWORD)
      }
      const { code, out } = await runWith(['doctor'], { DATABASE_URL: url })
      expect(code).toBe(1)
      expect(out).toMatch(/fail {2}database: /)
      expect(out).not.toContain(PASSWORD)
    }

    test('if the password is wrong', async () => {
      const { url } = await aUser(await testDatabase(), `${PASSWORD}x`)
      await expectSentence(
        url,
        2,
        /^paperboy: PostgreSQL refuses DATABASE_URL \(.*\): password authentication failed/,
      )
    })

    test('if there is no password', async () => {
      const { url } = await aUser(await testDatabase())
      await expectSentence(
        url.replace(`:${PASSWORD}`, ''),
        2,
        /the server asks for a password, and DATABASE_URL has none/,
      )
    })

    test('if there is no such database', async () => {
      const { url } = await aUser(await testDatabase())
      await expectSentence(`${url}_not`, 2, /refuses DATABASE_URL .*: database ".*_not" does not exist/)
    })

    test('if nobody listens there', async () => {
      const server = createServer().listen(0, '127.0.0.1')
      await once(server, 'listening')
      const { port } = server.address() as { readonly port: number }
      server.close()
      await expectSentence(
        `postgres://a:${PASSWORD}@127.0.0.1:${port}/b`,
        1,
        /cannot be reached \(.*ECONNREFUSED/,
      )
    })

    test('if the server speaks no TLS and TLS is asked for', async () => {
      const { url } = await aUser(await testDatabase())
      await expectSentence(`${url}?sslmode=verify-full`, 2, /does not support SSL/)
    })

    test('if the user may make no tables', async () => {
      const { url } = await aUser(await testDatabase())
      await expectSentence(
        url,
        1,
        /has too few rights \(permission denied for schema public\): make that user the owner/,
      )
    })

    test('if the user may not change a table', async () => {
      const database = await testDatabase()
      await runWith(['index'], { DATABASE_URL: database.url })
      const { user, url } = await aUser(database)
      await database.ask(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${user}`)
      await database.ask(`REVOKE DELETE ON lists FROM ${user}`)
      await expectSentence(url, 1, /lacks the right DELETE on the table lists/)
    })

    test('if a newer version made it', async () => {
      const { url, ask } = await testDatabase()
      await runWith(['index'], { DATABASE_URL: url })
      await ask('UPDATE paperboy_schema SET version = 99')
      await expectSentence(
        url,
        1,
        /was made by a newer version of Paperboy \(schema 99, this version knows \d+\): update/,
      )
    })

    test('if it is the database of another program', async () => {
      const { url, ask } = await testDatabase()
      await ask('CREATE TABLE chats (theirs text)')
      await expectSentence(url, 1, /holds tables of another program: create a database for Paperboy alone/)
    })

    test('if the server is too old', async () => {
      const { url, ask } = await testDatabase()
      // Says of this server what an old one says of itself.
      await ask(`CREATE SCHEMA old; CREATE FUNCTION old.current_setting(text) RETURNS text LANGUAGE sql AS $$
        SELECT CASE $1 WHEN 'server_version_num' THEN '120022' ELSE '12.22' END $$`)
      const options = encodeURIComponent('-c search_path=old,pg_catalog')
      await expectSentence(`${url}&options=${options}`, 2, /is PostgreSQL 12.22: Paperboy needs 13 or later/)
    })

    test('if its texts have no Chinese', async () => {
      const { server, name } = await testDatabase()
      await askServer(
        server,
        'postgres',
        `CREATE DATABASE l_${name} ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0`,
      )
      onTestFinished(
        async () => void (await askServer(server, 'postgres', `DROP DATABASE l_${name} WITH (FORCE)`)),
      )
      const url = `postgres://postgres@/l_${name}?host=${server.folder}&port=${server.port}`
      await expectSentence(url, 2, /uses the encoding LATIN1, which cannot hold Chinese/)
    })
  })

  test.each([
    ['is none', `mysql://a:${PASSWORD}@b/c`, /DATABASE_URL: is not the URL of a PostgreSQL database/],
    [
      'holds a blank',
      `postgres://a:${PASSWORD} @b/c`,
      /DATABASE_URL: is not the URL of a PostgreSQL database/,
    ],
    ['names no port', `postgres://a:${PASSWORD}@b:port/c`, /DATABASE_URL: is not a URL such as/],
    ['has a password that is not encoded', `postgres://a:${PASSWORD}#/x@b/c`, /DATABASE_URL: /],
    ['names no database', `postgres://a:${PASSWORD}@b`, /DATABASE_URL: names no database/],
    [
      'has another sslmode',
      `postgres://a:${PASSWORD}@b/c?sslmode=prefer`,
      /sslmode must be one of disable, require/,
    ],
  ])('a URL that %s is a wrong setting', async (_what, url, sentence) => {
    const { code, err } = await runWith(['index'], { DATABASE_URL: url })
    expect(code).toBe(2)
    expect(err).toMatch(sentence)
    expect(err).not.toContain(PASSWORD)
  })

  test('keeps any text, also where it is no JSON', async () => {
    const { url } = await testDatabase()
    const store = await openTestStore({ postgres: { url } })
    const odd = '甲\u0000乙 \ud800 \udc00 𠮷 \u{fdd0}0000 "\\{},NULL'
    const article = anArticle({ headline: odd, paper: odd, section: odd, page: odd, issueDate: '2024-06-08' })
    await shelve(store, [article])
    expect(await store.archive.get(article.id)).toEqual(article)
    expect(await store.archive.sections({ paper: odd })).toEqual([{ section: odd, articles: 1 }])
    const [id = 0] = await store.outbox.add([
      { kind: odd, chatId: 7, payload: odd, priority: 0, dueMs: 0.5, uniqueKey: odd },
    ])
    await store.outbox.fail(id, odd)
    expect(await store.outbox.find({ kind: odd, chatId: 7, uniqueKey: odd })).toMatchObject({
      kind: odd,
      payload: odd,
      reason: odd,
      dueMs: 0.5,
    })
  })

  test('goes on by itself when the server has cut all connections', async () => {
    const { url, ask, name } = await testDatabase()
    const store = await openTestStore({ postgres: { url, poolSize: 3 } })
    const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}' AND pid <> pg_backend_pid()`
    for (let n = 0; n < 20; n++) {
      const writing = Promise.allSettled(
        Array.from({ length: 5 }, (_, i) => store.bookmarks.add(n, `article${i}`)),
      )
      await ask(cut)
      for (const it of await writing)
        if (it.status === 'rejected')
          expect(it.reason).toMatchObject({ problem: 'unreachable', passing: true })
      await expect.poll(() => problemOf(store.bookmarks.add(n, 'after'))).toBe('none')
      expect(await store.bookmarks.has(n, 'after')).toBe(true)
    }
  })

  test('gives up a statement that takes too long, and says so', async () => {
    const { url, name, server } = await testDatabase()
    const store = await openTestStore({ postgres: { url, statementTimeoutMs: 200 } })
    await store.bookmarks.add(1, 'a')
    const held = askServer(server, name, 'BEGIN; LOCK TABLE bookmarks; SELECT pg_sleep(1); COMMIT')
    let n = 0
    await expect.poll(() => problemOf(store.bookmarks.add(1, `article${n++}`))).toBe('busy')
    await held
    expect(await store.bookmarks.add(1, 'b')).toBe(true)
  })

  test('is backed up by pg_dump to a file of its owner alone, from which it can be had back', async () => {
    const { url, server } = await testDatabase()
    const store = await openTestStore({ postgres: { url } })
    await store.bookmarks.add(1, 'abcdefghij')
    const file = join(mkdtempSync(join(temporaryFolder(), 'b')), 'backup')
    const path = process.env['PATH']
    onTestFinished(() => void (process.env['PATH'] = path))
    process.env['PATH'] = '/nowhere'
    await expect(store.backUp(file)).rejects.toThrow(
      /pg_dump is not installed here: .*: pg_dump --format=custom --file=FILE/,
    )
    process.env['PATH'] = `${postgresPrograms}:${path}`
    await store.backUp(file)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    await expect(store.backUp(file)).rejects.toThrow(/already exists/)
    const copy = await testDatabase()
    const restored = spawnSync(
      'pg_restore',
      ['-h', server.folder, '-p', `${server.port}`, '-U', 'postgres', '-d', copy.name],
      {
        input: readFileSync(file),
        encoding: 'utf8',
      },
    )
    expect(restored.stderr).toBe('')
    const again = await openTestStore({ postgres: { url: copy.url } })
    expect(await again.bookmarks.has(1, 'abcdefghij')).toBe(true)
  })
})
