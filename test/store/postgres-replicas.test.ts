import { spawn } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { openPostgres } from '../../src/store/postgres/open-postgres.ts'
import { createPostgresLimits } from '../../src/store/postgres/postgres-limits.ts'
import { freePort } from '../support/bot-process.ts'
import { notRun } from '../support/not-run.ts'
import { askServer, postgresPrograms, testDatabase, withoutPostgres } from '../support/postgres.ts'
import { mostWithin } from '../support/replicas.ts'
import { openTestStore } from '../support/stores.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** Where Debian puts it. */
const PGBOUNCER = '/usr/sbin/pgbouncer'

/** Rejects if nobody listens. */
const connectTo = (port: number) =>
  new Promise<void>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(void socket.destroy())).once('error', reject)
  })

async function joinAs(rules: readonly string[], url: string) {
  const store = await openTestStore({ postgres: { url }, now: () => Date.now() })
  const replicas = []
  for (const it of rules) {
    const replica = await store.joinReplicas?.(it)
    if (replica) {
      onTestFinished(() => replica.leave())
      replicas.push(replica)
    }
  }
  return replicas
}

describe.skipIf(postgresPrograms === undefined)(`replicas over one database${withoutPostgres}`, () => {
  test('that read or index by other rules are refused, until those of the old rules are gone', async () => {
    const { url } = await testDatabase()
    const [first] = await joinAs(['pages 1', 'pages 1'], url)
    await expect(joinAs(['pages 2'], url)).rejects.toMatchObject({ problem: 'otherRules' })
    await first?.leave()
    await expect(joinAs(['pages 2'], url)).rejects.toThrow(/by other rules than this one \(pages 2\)/)
  })

  test('have each update once, in order within a line, and one of them its turn', async () => {
    const { url } = await testDatabase()
    const [first, second] = (await joinAs(['a', 'a'], url)).map(({ updates }) => updates)
    const given = [3, 1, 2].map((updateId) => ({ updateId, line: 'chat 7', body: { updateId } }))
    expect(await first?.add(given)).toEqual(new Set([1, 2, 3]))
    expect(await second?.add(given)).toEqual(new Set())
    expect(await second?.takeTurn('chat 7')).toBe(true)
    expect(await first?.takeTurn('chat 7')).toBe(false)
    expect(await first?.begin('chat 7', [])).toEqual([])
    expect((await second?.begin('chat 7', []))?.map(({ updateId }) => updateId)).toEqual([1, 2, 3])
    expect(await second?.begin('chat 7', [1, 2, 3])).toEqual([])
    expect(await first?.noteCall(1)).toBe(false)
    expect(await second?.noteCall(1)).toBe(true)
    await first?.finish(1)
    expect(await second?.leaveTurn('chat 7')).toBe(true)
    // What was begun is begun again, by whoever has the turn now.
    expect(await first?.takeTurn('chat 7')).toBe(true)
    expect(await first?.begin('chat 7', [])).toMatchObject([
      { updateId: 1, times: 2, mayBeAnswered: true },
      { updateId: 2, times: 2, mayBeAnswered: false },
      { updateId: 3, times: 2, mayBeAnswered: false },
    ])
    for (const id of [1, 2, 3]) await first?.finish(id)
    expect(await first?.leaveTurn('chat 7')).toBe(false)
  })

  test('of which one leaves, its turns are free two seconds later', async () => {
    const { url } = await testDatabase()
    const [first, second] = await joinAs(['a', 'a'], url)
    await first?.updates.add([{ updateId: 1, line: 'chat 7', body: {} }])
    expect(await first?.updates.takeTurn('chat 7')).toBe(true)
    expect(await second?.updates.left()).toEqual([])
    await first?.leave()
    await expect.poll(() => second?.updates.left()).toEqual(['chat 7'])
    expect(await second?.updates.takeTurn('chat 7')).toBe(true)
  })

  test('have one budget of calls, one of requests for each reader, and the waits that one of them was told of', async () => {
    const { url } = await testDatabase()
    const [first, second] = (await joinAs(['a', 'a'], url)).map(({ limits }) => limits)
    const take = async (limits: typeof first, chatId: number, isNotice = false) =>
      (await limits?.take({ chatId, isGroup: chatId < 0, isNotice }))?.waitMs ?? -1
    const waits: number[] = []
    for (let n = 0; n < 32; n++) waits.push(await take(n % 2 ? first : second, 100 + n))
    expect(waits.slice(0, 28)).toEqual(Array(28).fill(0))
    // They are under way, and nobody has said that they are over.
    expect(waits[28]).toBeGreaterThan(0)
    expect(await take(first, 500, true)).toBeGreaterThan(0)
    await first?.close('chat 7', 60_000)
    expect(await second?.closed()).toEqual([{ scope: 'chat 7', ms: expect.any(Number) }])
    expect(await take(second, 7)).toBeGreaterThan(50_000)
    const rule = { burst: 2, intervalMs: 60_000 }
    expect([await first?.ask(9, rule), await second?.ask(9, rule)]).toEqual(['answer', 'answer'])
    expect(await first?.ask(9, rule)).toMatchObject({ waitMs: expect.any(Number) })
    expect(await second?.ask(9, rule)).toBe('silence')
  })

  test('send no more in any second than allowed, though calls arrive late and in another order', async () => {
    const { url } = await testDatabase()
    const databases = await Promise.all([1, 2, 3].map(() => openPostgres({ url })))
    // A call of which nothing is heard would be forgotten after a second; most of these take longer.
    const limits = databases.map(({ db }) => createPostgresLimits(db, 1_000))
    const times: number[] = []
    const until = performance.now() + 4_000
    const sender = async (n: number) => {
      while (performance.now() < until) {
        const { waitMs, over } =
          (await limits[n % 3]?.take({ chatId: n, isGroup: false, isNotice: false })) ?? {}
        if (over === undefined || waitMs !== 0) await sleep(Math.min(waitMs ?? 0, 100))
        else {
          await sleep(n % 2 === 0 ? 100 * (n % 5) : 3_000)
          times.push(performance.now())
          await over()
        }
      }
    }
    await Promise.all(Array.from({ length: 40 }, (_, n) => sender(n)))
    await Promise.all(databases.map((it) => it.close()))
    expect(times.length).toBeGreaterThan(40)
    expect(mostWithin(times, 1_000)).toBeLessThanOrEqual(28)
  })

  test.skipIf(!existsSync(PGBOUNCER))(
    `are refused behind PgBouncer in transaction mode, in a sentence${notRun(existsSync(PGBOUNCER), 'PgBouncer')}`,
    async () => {
      const { name, server } = await testDatabase()
      const folder = temporaryFolder()
      const port = await freePort()
      writeFileSync(join(folder, 'users.txt'), `"postgres" "${server.password}"\n`)
      writeFileSync(
        join(folder, 'pgbouncer.ini'),
        `[databases]
${name} = host=127.0.0.1 port=${server.port} dbname=${name} user=postgres password=${server.password}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = plain
auth_file = ${join(folder, 'users.txt')}
pool_mode = transaction
ignore_startup_parameters = statement_timeout,extra_float_digits
`,
      )
      const root = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
      const { chmodSync } = await import('node:fs')
      chmodSync(folder, 0o755)
      const child = spawn(PGBOUNCER, [join(folder, 'pgbouncer.ini')], { ...root, stdio: 'ignore' })
      onTestFinished(() => void child.kill('SIGKILL'))
      await vi.waitFor(() => connectTo(port), { timeout: 30_000, interval: 50 })
      const url = `postgres://postgres:${server.password}@127.0.0.1:${port}/${name}`
      await expect(joinAs(['a'], url)).rejects.toThrow(/points to a connection pooler such as PgBouncer/)
      expect(await askServer(server, name, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    },
  )
})
