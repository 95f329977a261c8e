import { beforeEach, describe, expect, test } from 'vitest'
import type { Store } from '../../src/store/index.ts'
import { openTestStore } from '../support/stores.ts'

const key = { chatId: 7, day: '2026-01-01' }

describe('what is to be delivered', () => {
  let nowMs: number
  let store: Store
  beforeEach(async () => {
    nowMs = 1_700_000_000_000
    store = await openTestStore({ now: () => nowMs })
  })

  describe('the digest ledger', () => {
    test('plans one digest a chat, topic and day, whatever has become of it', async () => {
      const planned = [
        { ...key, dueMs: 100 },
        { ...key, threadId: 3, dueMs: 50 },
      ]
      expect(await store.digests.plan(planned)).toBe(2)
      await store.digests.begin(key)
      await store.digests.finish(key, { messageId: 5, articleIds: [] })
      expect(await store.digests.plan([...planned, { ...key, day: '2026-01-02', dueMs: 200 }])).toBe(1)
      expect(await store.digests.get(key)).toMatchObject({ state: 'sent', messageId: 5 })
      expect(await store.digests.due(150, 9)).toEqual([
        { ...key, threadId: 3, dueMs: 50, state: 'due', attempts: 0, possibleDuplicates: 0 },
      ])
    })

    test('gives what is due, earliest first, to one who takes it', async () => {
      await store.digests.plan([
        { ...key, dueMs: 100 },
        { chatId: 8, day: key.day, dueMs: 50 },
      ])
      expect((await store.digests.due(100, 9)).map(({ chatId }) => chatId)).toEqual([8, 7])
      expect(await store.digests.due(100, 1)).toHaveLength(1)
      expect(await store.digests.begin(key)).toMatchObject({ state: 'sending', attempts: 1 })
      expect(await store.digests.begin(key)).toBeUndefined()
      expect((await store.digests.due(100, 9)).map(({ chatId }) => chatId)).toEqual([8])
    })

    test('a digest that did not arrive is due again, one that may have is marked, one that failed is not', async () => {
      await store.digests.plan([{ ...key, dueMs: 100 }])
      await store.digests.begin(key)
      await store.digests.postpone(key, 300)
      expect(await store.digests.due(299, 9)).toEqual([])
      expect(await store.digests.begin(key)).toMatchObject({ attempts: 2, possibleDuplicates: 0 })
      await store.digests.postpone(key, 400, true)
      expect(await store.digests.due(400, 9)).toMatchObject([{ possibleDuplicates: 1, dueMs: 100 }])
      await store.digests.fail(key, 'the chat is gone')
      expect(await store.digests.get(key)).toMatchObject({ state: 'failed', reason: 'the chat is gone' })
      expect(await store.digests.due(nowMs, 9)).toEqual([])
    })

    test('what was being sent when a process ended is due again and marked; what was sent stays sent', async () => {
      const [sent, due] = [
        { ...key, day: '2026-01-02' },
        { ...key, day: '2026-01-03' },
      ]
      await store.digests.plan([key, sent, due].map(({ chatId, day }) => ({ chatId, day, dueMs: 1 })))
      await store.digests.begin(key)
      await store.digests.begin(sent)
      await store.digests.finish(sent, { articleIds: [] })
      expect(await store.digests.recover()).toBe(1)
      expect(await store.digests.recover()).toBe(0)
      expect(await store.digests.get(key)).toMatchObject({ state: 'due', possibleDuplicates: 1 })
      expect(await store.digests.get(sent)).toMatchObject({ state: 'sent', possibleDuplicates: 0 })
      expect(await store.digests.get(due)).toMatchObject({ state: 'due', possibleDuplicates: 0 })
      await store.digests.begin(key)
      await store.digests.recover()
      expect(await store.digests.get(key)).toMatchObject({ possibleDuplicates: 2 })
    })

    test('nothing becomes of a digest that nobody has begun', async () => {
      await store.digests.plan([{ ...key, dueMs: 1 }])
      await store.digests.finish(key, { articleIds: [] })
      expect(await store.digests.get(key)).toMatchObject({ state: 'due', dueMs: 1 })
      expect(await store.digests.shown(key)).toEqual(new Set())
      expect(await store.digests.begin({ ...key, chatId: 8 })).toBeUndefined()
    })

    test('one that waits is held back until its time', async () => {
      await store.digests.plan([{ ...key, dueMs: 1 }])
      await store.digests.postpone(key, 99)
      expect(await store.digests.due(98, 9)).toEqual([])
      expect(await store.digests.due(99, 9)).toMatchObject([{ ...key, dueMs: 1 }])
    })

    test('passes over what waits while a later day of the same reader has come', async () => {
      const days = ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04']
      const planned = days.map((day, n) => ({ chatId: 7, day, dueMs: 100 * (n + 1) }))
      const topic = { chatId: 7, threadId: 3, day: '2026-01-01', dueMs: 100 }
      await store.digests.plan([...planned, topic])
      await store.digests.begin({ chatId: 7, day: '2026-01-02' })
      // The first was tried again after the third had come, and the fourth is still to come.
      await store.digests.postpone({ chatId: 7, day: '2026-01-01' }, 350)
      expect(await store.digests.passOver(300)).toBe(1)
      const states = planned.map(async (it) => (await store.digests.get(it))?.state)
      expect(await Promise.all(states)).toEqual(['failed', 'sending', 'due', 'due'])
      expect(await store.digests.get(topic)).toMatchObject({ state: 'due' })
      expect(await store.digests.passOver(400)).toBe(1)
    })

    test('remembers what a chat or a topic has been shown, until a new round begins', async () => {
      const give = async (day: string, articleIds: readonly string[], more: object = {}) => {
        const given = { ...key, day, ...more }
        await store.digests.plan([{ ...given, dueMs: 1 }])
        await store.digests.begin(given)
        await store.digests.finish(given, { articleIds, startsOver: day === '2026-01-09' })
      }
      await give('2026-01-01', ['a', 'b', 'a'])
      await give('2026-01-02', ['c'], { threadId: 3 })
      expect(await store.digests.shown(key)).toEqual(new Set(['a', 'b']))
      expect(await store.digests.shown({ chatId: 7, threadId: 3 })).toEqual(new Set(['c']))
      expect(await store.digests.shown({ chatId: 8 })).toEqual(new Set())
      await give('2026-01-09', ['b'])
      expect(await store.digests.shown(key)).toEqual(new Set(['b']))
      expect(await store.digests.shown({ chatId: 7, threadId: 3 })).toEqual(new Set(['c']))
    })

    test('ten thousand are planned in less than a second', async () => {
      const many = Array.from({ length: 10_000 }, (_, n) => ({ chatId: n + 1, day: key.day, dueMs: 1 }))
      const began = performance.now()
      expect(await store.digests.plan(many)).toBe(10_000)
      expect(performance.now() - began).toBeLessThan(1000)
      expect(await store.digests.plan(many)).toBe(0)
    })
  })

  describe('the outbox', () => {
    const letter = { chatId: 7, payload: { text: '报\u0000童 \ud800' }, priority: 1, notBeforeMs: 100 }

    test('gives letters when their time has come, the most urgent first', async () => {
      const first = await store.outbox.put(letter)
      const urgent = await store.outbox.put({ ...letter, priority: 5, notBeforeMs: 200 })
      const second = await store.outbox.put(letter)
      expect(await store.outbox.nextDueMs(50)).toBe(100)
      expect((await store.outbox.due(100, 9)).map(({ id }) => id)).toEqual([first, second])
      expect((await store.outbox.due(200, 9)).map(({ id }) => id)).toEqual([urgent, first, second])
      expect(await store.outbox.get(first ?? 0)).toEqual({
        ...letter,
        id: first,
        state: 'waiting',
        attempts: 0,
        possibleDuplicate: false,
      })
    })

    test('takes one letter of a name, also after it was sent', async () => {
      const id = (await store.outbox.put({ ...letter, once: 'alert 5' })) ?? 0
      expect(await store.outbox.put({ ...letter, once: 'alert 5' })).toBeUndefined()
      await store.outbox.begin(id)
      await store.outbox.finish(id, 33)
      expect(await store.outbox.put({ ...letter, once: 'alert 5' })).toBeUndefined()
      expect(await store.outbox.get(id)).toMatchObject({ state: 'sent', messageId: 33, attempts: 1 })
    })

    test('a letter is sent by one, and may be postponed or fail', async () => {
      const id = (await store.outbox.put(letter)) ?? 0
      expect(await store.outbox.begin(id)).toMatchObject({ state: 'sending' })
      expect(await store.outbox.begin(id)).toBeUndefined()
      await store.outbox.postpone(id, 500, true)
      expect(await store.outbox.nextDueMs(499)).toBe(500)
      expect(await store.outbox.begin(id)).toMatchObject({ attempts: 2, possibleDuplicate: true })
      await store.outbox.fail(id, '403')
      expect(await store.outbox.get(id)).toMatchObject({ state: 'failed', reason: '403' })
      expect(await store.outbox.due(nowMs, 9)).toEqual([])
    })

    test('recovers what was being sent, marked', async () => {
      const [begun, waiting] = [(await store.outbox.put(letter)) ?? 0, (await store.outbox.put(letter)) ?? 0]
      await store.outbox.begin(begun)
      expect(await store.outbox.recover()).toBe(1)
      expect(await store.outbox.get(begun)).toMatchObject({ state: 'waiting', possibleDuplicate: true })
      expect(await store.outbox.get(waiting)).toMatchObject({ state: 'waiting', possibleDuplicate: false })
    })

    test('forgets what was settled two days ago', async () => {
      const id = (await store.outbox.put(letter)) ?? 0
      await store.outbox.begin(id)
      await store.outbox.finish(id)
      nowMs += 48 * 3_600_000
      await store.outbox.put(letter)
      expect(await store.outbox.get(id)).toBeUndefined()
    })
  })
})
