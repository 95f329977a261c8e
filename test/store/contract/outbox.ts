import { beforeEach, describe, expect, test } from 'vitest'
import type { NewOutboxMessage, Store } from '../../../src/store/index.ts'
import { aNotice } from '../../support/outbox.ts'
import type { OpenContractStore } from './open-contract-store.ts'

const MINUTE = 60_000

/** What every store keeps to, whatever database is below it. */
export const outboxContract = (openStore: OpenContractStore) =>
  describe('the outbox', () => {
    let nowMs: number
    let store: Store
    beforeEach(async () => {
      nowMs = 1_700_000_000_000
      store = await openStore({ now: () => nowMs })
    })

    const message: NewOutboxMessage = {
      kind: 'alert',
      chatId: 7,
      payload: { text: '报\u0000童 \ud800' },
      priority: 0,
      dueMs: 100,
    }
    const add = async (given: Partial<NewOutboxMessage> = {}) =>
      (await store.outbox.add([{ ...message, ...given }]))[0] ?? 0
    const dueIds = async (atMs: number, limit = 9) =>
      (await store.outbox.due(atMs, limit)).map(({ id }) => id)
    const statusOf = async (id: number) => (await store.outbox.get(id))?.status

    test('gives back what was added', async () => {
      const given = { ...message, threadId: 3, uniqueKey: 'k', priority: 2 }
      const id = await add(given)
      const added = { ...given, id, status: 'due', attempts: 0, possibleDuplicates: 0, runAtMs: 100 }
      expect(await store.outbox.get(id)).toEqual(added)
      expect(await store.outbox.find({ kind: 'alert', chatId: 7, threadId: 3, uniqueKey: 'k' })).toEqual(
        added,
      )
      expect(await store.outbox.due(100, 9)).toEqual([added])
      expect(await store.outbox.find({ kind: 'alert', chatId: 7, uniqueKey: 'k' })).toBeUndefined()
      expect(await store.outbox.get(id + 1)).toBeUndefined()
    })

    test('takes one message of a kind, place and key, whatever became of it; without a key every one', async () => {
      const id = await add({ uniqueKey: 'k' })
      expect(await store.outbox.add([{ ...message, uniqueKey: 'k' }])).toEqual([])
      await store.outbox.claim(id)
      await store.outbox.complete(id, { messageId: 5 })
      const others = [
        { ...message, uniqueKey: 'k', threadId: 3 },
        { ...message, uniqueKey: 'k', chatId: 8 },
        { ...message, uniqueKey: 'k', kind: 'digest' },
        { ...message, uniqueKey: 'l' },
        message,
        message,
      ]
      expect(await store.outbox.add([{ ...message, uniqueKey: 'k' }, ...others])).toHaveLength(others.length)
      expect(await store.outbox.get(id)).toMatchObject({ status: 'sent', messageId: 5 })
    })

    test('gives what is due by time and urgency: one step of priority is worth a minute of waiting', async () => {
      const start = 10 * MINUTE
      const first = await add({ chatId: 1, dueMs: start })
      const second = await add({ chatId: 2, dueMs: start })
      const urgent = await add({ chatId: 3, dueMs: start + 2 * MINUTE, priority: 3 })
      const late = await add({ chatId: 4, dueMs: start + 4 * MINUTE, priority: 3 })
      expect(await dueIds(start - 1)).toEqual([])
      expect(await dueIds(start)).toEqual([first, second])
      expect(await dueIds(start + 4 * MINUTE)).toEqual([urgent, first, second, late])
      expect(await dueIds(start + 4 * MINUTE, 2)).toEqual([urgent, first])
    })

    test('gives the first message of a chat, and the next one when that is settled or put off', async () => {
      const first = await add({ dueMs: 50 })
      const second = await add({ dueMs: 50, threadId: 3 })
      const urgent = await add({ dueMs: 60, priority: 1 })
      const other = await add({ chatId: 8, dueMs: 70 })
      expect(await dueIds(59)).toEqual([first])
      expect(await dueIds(100)).toEqual([urgent, other])
      await store.outbox.reschedule(urgent, { fromMs: 200, waitMs: 0 })
      expect(await dueIds(100)).toEqual([first, other])
      await store.outbox.claim(first)
      expect(await dueIds(100)).toEqual([second, other])
    })

    test('counts what has not come to its end, by kind and status', async () => {
      expect(await store.outbox.queues()).toEqual([])
      const sending = await add({ chatId: 1, dueMs: 50 })
      await add({ chatId: 2, dueMs: 300 })
      await add({ chatId: 3, dueMs: 200 })
      await add({ chatId: 4, kind: 'digest' })
      const failed = await add({ chatId: 5, kind: 'digest' })
      await store.outbox.claim(sending)
      await store.outbox.fail(failed, 'gone')
      expect(await store.outbox.queues()).toEqual([
        { kind: 'alert', status: 'due', messages: 2, oldestMs: 200 },
        { kind: 'alert', status: 'sending', messages: 1, oldestMs: 50 },
        { kind: 'digest', status: 'due', messages: 1, oldestMs: 100 },
      ])
    })

    test('knows when the next message becomes due', async () => {
      expect(await store.outbox.nextRunAt(0)).toBeUndefined()
      await add({ dueMs: 300 })
      const sooner = await add({ dueMs: 100 })
      expect(await store.outbox.nextRunAt(99)).toBe(100)
      expect(await store.outbox.nextRunAt(100)).toBe(300)
      await store.outbox.fail(sooner, 'gone')
      expect(await store.outbox.nextRunAt(0)).toBe(300)
      expect(await store.outbox.nextRunAt(300)).toBeUndefined()
    })

    test('a message is claimed by one, and is tried again, sent, or failed', async () => {
      const id = await add()
      expect(await store.outbox.claim(id)).toMatchObject({ id, status: 'sending', attempts: 1 })
      expect(await store.outbox.claim(id)).toBeUndefined()
      expect(await dueIds(nowMs)).toEqual([])
      await store.outbox.reschedule(id, { fromMs: 300, waitMs: 0 })
      expect(await dueIds(299)).toEqual([])
      expect(await store.outbox.claim(id)).toMatchObject({ attempts: 2, possibleDuplicates: 0 })
      await store.outbox.reschedule(id, { fromMs: 400, waitMs: 0, mayHaveArrived: true })
      expect(await store.outbox.due(400, 9)).toMatchObject([
        { possibleDuplicates: 1, dueMs: 100, runAtMs: 400 },
      ])
      await store.outbox.fail(id, 'the chat is gone')
      expect(await store.outbox.get(id)).toMatchObject({ status: 'failed', reason: 'the chat is gone' })
      expect(await dueIds(nowMs)).toEqual([])
    })

    test('a claim whose answer was lost is taken back, and leaves no mark', async () => {
      const id = await add({ dueMs: 50 })
      await store.outbox.claim(id)
      await store.outbox.unclaim(id)
      expect(await store.outbox.get(id)).toMatchObject({ status: 'due', possibleDuplicates: 0 })
      await store.outbox.claim(id)
      await store.outbox.complete(id, {})
      await store.outbox.unclaim(id)
      expect(await store.outbox.get(id)).toMatchObject({ status: 'sent' })
    })

    test('only what is being sent can be completed, and what has ended stays as it is', async () => {
      const id = await add()
      await store.outbox.complete(id, { shown: { articleIds: ['a'] } })
      expect(await statusOf(id)).toBe('due')
      expect(await store.shownArticles.in(message)).toEqual(new Set())
      await store.outbox.claim(id)
      await store.outbox.complete(id, {})
      await store.outbox.reschedule(id, { fromMs: 500, waitMs: 0 })
      await store.outbox.fail(id, 'late')
      expect(await store.outbox.get(id)).toMatchObject({ status: 'sent', runAtMs: 100 })
      expect(await store.outbox.claim(id)).toBeUndefined()
    })

    test('recovers what was being sent when a process died: due again, and marked each time', async () => {
      const [died, sent, due, failed] = [await add(), await add(), await add(), await add()]
      for (const id of [died, sent, failed]) await store.outbox.claim(id)
      await store.outbox.complete(sent, {})
      await store.outbox.fail(failed, 'no')
      expect(await store.outbox.recover()).toBe(1)
      expect(await store.outbox.recover()).toBe(0)
      expect(await store.outbox.ofChat(7)).toMatchObject([
        { status: 'due', possibleDuplicates: 1, attempts: 1 },
        { status: 'sent', possibleDuplicates: 0 },
        { status: 'due', possibleDuplicates: 0 },
        { status: 'failed', possibleDuplicates: 0 },
      ])
      expect(await dueIds(100)).toEqual([died])
      await store.outbox.claim(died)
      await store.outbox.recover()
      expect(await store.outbox.get(died)).toMatchObject({ possibleDuplicates: 2, attempts: 2 })
      expect(await statusOf(due)).toBe('due')
    })

    test('lets nothing wait longer than it was told to, when the clock was set back before a start', async () => {
      const [added, told, quiet] = [await add({ dueMs: nowMs }), await add(), await add()]
      await store.outbox.reschedule(told, { fromMs: nowMs, waitMs: 5_000 })
      await store.outbox.reschedule(quiet, { fromMs: nowMs - 9_000, waitMs: 10_000 })
      const runAt = async () => (await store.outbox.ofChat(7)).map(({ runAtMs }) => runAtMs - nowMs)
      nowMs += 500
      await store.outbox.recover()
      expect(await runAt()).toEqual([-500, 4_500, 500])
      nowMs -= 3_600_000
      await store.outbox.recover()
      expect(await runAt()).toEqual([0, 5_000, 10_000])
      expect([added, told, quiet]).toHaveLength(3)
      await store.outbox.recover()
      expect(await runAt()).toEqual([0, 5_000, 10_000])
    })

    test('supersedes what is due if a later one of the same kind and place has come due', async () => {
      const days = ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04']
      const digests = days.map((uniqueKey, n) =>
        aNotice('', { kind: 'digest', uniqueKey, dueMs: 100 * (n + 1) }),
      )
      const [first = 0, second = 0] = await store.outbox.add(digests)
      await add({ kind: 'digest', threadId: 3, uniqueKey: '2026-01-01' })
      await add({ uniqueKey: '2026-01-01' })
      await store.outbox.claim(second)
      // The first was tried again after the third had come, and the fourth is still to come.
      await store.outbox.reschedule(first, { fromMs: 350, waitMs: 0 })
      expect(await store.outbox.supersede('digest', 300)).toBe(1)
      expect((await store.outbox.ofChat(7)).map(({ status }) => status)).toEqual([
        'failed',
        'sending',
        'due',
        'due',
        'due',
        'due',
      ])
      expect(await store.outbox.get(first)).toMatchObject({ reason: 'superseded' })
      expect(await store.outbox.supersede('digest', 399)).toBe(0)
      expect(await store.outbox.supersede('digest', 400)).toBe(1)
    })

    test('remembers what a place was shown, until a new round begins', async () => {
      const show = async (articleIds: readonly string[], startsOver = false, threadId?: number) => {
        const id = await add(threadId === undefined ? {} : { threadId })
        await store.outbox.claim(id)
        await store.outbox.complete(id, { shown: { articleIds, startsOver } })
      }
      await show(['a', 'b', 'a'])
      await show(['c'], false, 3)
      expect(await store.shownArticles.in({ chatId: 7 })).toEqual(new Set(['a', 'b']))
      expect(await store.shownArticles.in({ chatId: 7, threadId: 3 })).toEqual(new Set(['c']))
      expect(await store.shownArticles.in({ chatId: 8 })).toEqual(new Set())
      await show(['b', 'd'])
      expect(await store.shownArticles.in({ chatId: 7 })).toEqual(new Set(['a', 'b', 'd']))
      await show(['b'], true)
      expect(await store.shownArticles.in({ chatId: 7 })).toEqual(new Set(['b']))
      expect(await store.shownArticles.in({ chatId: 7, threadId: 3 })).toEqual(new Set(['c']))
    })

    test('forgets what has ended, of one kind, up to a time', async () => {
      const [sent, failed, due] = [await add(), await add(), await add()]
      const digest = await add({ kind: 'digest', uniqueKey: 'd' })
      for (const id of [sent, failed, digest]) await store.outbox.claim(id)
      await store.outbox.complete(sent, {})
      await store.outbox.complete(digest, {})
      nowMs += 1
      await store.outbox.fail(failed, 'no')
      expect(await store.outbox.vacuum('alert', nowMs - 2)).toBe(0)
      expect(await store.outbox.vacuum('alert', nowMs - 1)).toBe(1)
      expect(await store.outbox.get(sent)).toBeUndefined()
      expect(await store.outbox.vacuum('alert', nowMs)).toBe(1)
      expect(await Promise.all([failed, due, digest].map(statusOf))).toEqual([undefined, 'due', 'sent'])
    })

    test('ten thousand messages are added with a second of work, and each look at them takes milliseconds', async () => {
      const many = Array.from({ length: 10_000 }, (_, n) => ({ ...message, chatId: n + 1, uniqueKey: 'day' }))
      // By what this process works, not by the clock: other tests may have the cores meanwhile.
      const began = process.cpuUsage()
      expect(await store.outbox.add(many)).toHaveLength(10_000)
      expect(workedMs(began)).toBeLessThan(1000)
      expect(await store.outbox.add(many)).toEqual([])
      const looked = process.cpuUsage()
      for (let n = 0; n < 100; n++) expect(await store.outbox.due(100, 25)).toHaveLength(25)
      expect(workedMs(looked)).toBeLessThan(2000)
    })
  })

/** Milliseconds of processor time since then. */
function workedMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}
