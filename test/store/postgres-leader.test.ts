import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { Leaders } from '../support/leaders.ts'
import { aNotice } from '../support/outbox.ts'
import { postgresPrograms, testDatabase, withoutPostgres } from '../support/postgres.ts'
import { openTestStore } from '../support/stores.ts'

/** Bots over one database, and all that they say, in its order. */
async function openBots(count: number) {
  const database = await testDatabase()
  const store = await openTestStore({ postgres: { url: database.url }, now: () => Date.now() })
  const bots = new Leaders(database.url)
  onTestFinished(() => bots.killAll())
  for (let n = 0; n < count; n++) await bots.start()
  let chatId = 1
  const addDue = (messages: number) =>
    store.outbox.add(Array.from({ length: messages }, () => aNotice('', { chatId: chatId++ })))
  return { ...database, store, bots, said: bots.said, addDue }
}

describe.skipIf(postgresPrograms === undefined)(`of several bots${withoutPostgres}`, () => {
  test('one leads; when it is killed another one does soon, and nothing is lost or sent again unmarked', async () => {
    const { store, bots, said, addDue } = await openBots(3)
    const waits: number[] = []
    const ids: number[] = []
    const kills = 6
    for (let n = 0; n < kills; n++) {
      const leader = await bots.nextLeader(n)
      ids.push(...(await addDue(20)))
      await sleep(20 + 10 * n)
      const killedAt = performance.now()
      leader.child.kill('SIGKILL')
      await bots.nextLeader(n + 1)
      waits.push(performance.now() - killedAt)
      await bots.start()
    }
    await expect.poll(async () => (await store.outbox.queues()).length).toBe(0)
    const claims = (id: number) => said.filter((line) => line.startsWith(`claimed ${id} `)).length
    for (const id of ids) {
      const message = await store.outbox.get(id)
      expect(message).toMatchObject({ status: 'sent' })
      // Claimed once, and once more for each time that its process died over it.
      expect(message?.attempts).toBe(1 + (message?.possibleDuplicates ?? 0))
      expect(claims(id)).toBeLessThanOrEqual(message?.attempts ?? 0)
    }
    // A busy machine needs longer to run at all: the median tells how long the taking over takes.
    expect(waits.toSorted((a, b) => a - b)[kills / 2]).toBeLessThan(1_000)
  })

  test('one that was frozen claims nothing after it is thawed', async () => {
    const { said, bots, addDue } = await openBots(2)
    const frozen = await bots.nextLeader(0)
    await addDue(500)
    await expect.poll(() => bots.claimsOf(frozen)).toBeGreaterThan(0)
    frozen.child.kill('SIGSTOP')
    await bots.nextLeader(1)
    await addDue(500)
    const before = said.length
    frozen.child.kill('SIGCONT')
    await expect.poll(() => said.includes(`lost ${frozen.name}`)).toBe(true)
    // What it had claimed before it was frozen it may say only now.
    expect(bots.claimsOf(frozen, before)).toBeLessThanOrEqual(1)
  })

  test('one whose lock is lost claims nothing from the moment on at which another one leads', async () => {
    const { url, ask, name } = await testDatabase()
    const [first, second] = [
      await openTestStore({ postgres: { url } }),
      await openTestStore({ postgres: { url } }),
    ]
    const leadership = await first.lead?.(new AbortController().signal)
    const [id = 0, other = 0] = await first.outbox.add([aNotice('a'), aNotice('b', { chatId: 8 })])
    expect(await first.outbox.claim(other)).toBeDefined()
    const following = second.lead?.(new AbortController().signal)
    await ask(`SELECT pg_terminate_backend(pid) FROM pg_locks JOIN pg_database d ON d.oid = database
      WHERE locktype = 'advisory' AND granted AND d.datname = '${name}'`)
    const next = await following
    expect(await first.outbox.claim(id)).toBeUndefined()
    expect(await second.outbox.claim(id)).toMatchObject({ id, attempts: 1 })
    await leadership?.lost
    await Promise.all([leadership?.release(), next?.release()])
  })

  test('one that is told to stop lets the next one lead at once, and one that waits can be told to stop', async () => {
    const { url } = await testDatabase()
    const [first, second] = [
      await openTestStore({ postgres: { url } }),
      await openTestStore({ postgres: { url } }),
    ]
    const leadership = await first.lead?.(new AbortController().signal)
    const stopping = new AbortController()
    const waiting = second.lead?.(stopping.signal)
    stopping.abort()
    expect(await waiting).toBeUndefined()
    const following = second.lead?.(new AbortController().signal)
    await leadership?.release()
    await (await following)?.release()
  })

  test('one leads on, and all is sent, when the server cuts all connections', async () => {
    const { said, bots, addDue, ask, name, store } = await openBots(2)
    await bots.nextLeader(0)
    const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}' AND pid <> pg_backend_pid()`
    const count = (word: string) => said.filter((line) => line.startsWith(`${word} `)).length
    for (let n = 0; n < 3; n++) {
      await addDue(5)
      await ask(cut)
      await expect.poll(async () => (await store.outbox.queues().catch(() => [0])).length).toBe(0)
      // Whoever was quicker: the one that led leads on, or knows that another one does.
      await expect.poll(() => count('leading') - count('lost')).toBe(1)
    }
  })
})
