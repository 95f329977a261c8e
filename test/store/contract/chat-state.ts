import { beforeEach, describe, expect, test } from 'vitest'
import type { Place } from '../../../src/domain/index.ts'
import type { AlertMatch, Store, Subscription, SubscriptionToPlan } from '../../../src/store/index.ts'
import { aNotice } from '../../support/outbox.ts'
import type { OpenContractStore } from './open-contract-store.ts'

const day = 24 * 3_600_000
const morning: Subscription = {
  chatId: 7,
  time: '08:00',
  weekdays: [1, 2, 3, 4, 5],
  timeZone: 'Asia/Shanghai',
  topics: ['长江', '栏目:要闻'],
  length: 'short',
  skipWhenEmpty: true,
  withPicture: true,
}

/** What every store keeps to, whatever database is below it. */
export const chatStateContract = (openStore: OpenContractStore) =>
  describe('what is kept for chats', () => {
    let nowMs: number
    let store: Store
    beforeEach(async () => {
      nowMs = 1_700_000_000_000
      store = await openStore({ now: () => nowMs })
    })

    describe('chats', () => {
      const group = { chatId: -100, kind: 'group', title: '读报组 <b>' } as const

      test('a chat is known from the first time it is heard, with what was chosen there', async () => {
        expect(await store.chats.get(-100)).toBeUndefined()
        expect(await store.chats.heard(group)).toEqual(group)
        await store.chats.setLanguage(-100, 'zh-Hant')
        await store.chats.setThread(-100, 12)
        expect(await store.chats.heard({ ...group, title: '新名' })).toEqual({
          ...group,
          title: '新名',
          language: 'zh-Hant',
          threadId: 12,
        })
        await store.chats.setLanguage(-100, undefined)
        await store.chats.setThread(-100, undefined)
        expect(await store.chats.get(-100)).toEqual({ ...group, title: '新名' })
      })

      test('a paused chat is told of nothing until it is heard again', async () => {
        await store.chats.heard(group)
        await store.subscriptions.save({ ...morning, chatId: -100 })
        await store.outbox.add([aNotice('x', { chatId: -100, dueMs: 5 })])
        await store.alerts.add({ chatId: -100, ownerId: 1, query: '词', arrival: 0 }, 9)
        const waiting = async () => [
          (await store.subscriptions.toPlan(nowMs, undefined, 9)).length,
          (await store.outbox.due(nowMs, 9)).length,
          (await store.alerts.behind(5)).length,
          await store.outbox.nextRunAt(0),
        ]
        expect(await waiting()).toEqual([1, 1, 1, 5])
        await store.chats.pause(-100, 'kicked')
        expect(await store.chats.get(-100)).toMatchObject({ paused: 'kicked' })
        expect(await waiting()).toEqual([0, 0, 0, undefined])
        expect(await store.chats.heard(group)).toEqual(group)
        expect(await waiting()).toEqual([1, 1, 1, 5])
      })

      test('all that is kept for a group moves to the supergroup that it becomes, also when it is told twice', async () => {
        const [from, to] = [-100, -1_001_234_567_890]
        await store.chats.heard(group)
        await store.chats.setLanguage(from, 'en')
        const list = await store.lists.save({ spec: { kind: 'saved' }, chatId: from, ownerId: 1 })
        await store.subscriptions.save({ ...morning, chatId: from })
        const digest = { kind: 'digest', uniqueKey: '2026-01-01' }
        const alert = await store.alerts.add({ chatId: from, ownerId: 1, query: '词', arrival: 0 }, 9)
        await store.outbox.add([aNotice('x', { chatId: from, ...digest }), aNotice('y', { chatId: from })])
        await store.pauses.set({ chatId: from, setMs: nowMs, untilMs: nowMs + 1 })
        for (let times = 0; times < 2; times++) await store.chats.migrate(from, to)
        expect(await store.chats.get(from)).toBeUndefined()
        expect(await store.chats.get(to)).toEqual({
          ...group,
          chatId: to,
          kind: 'supergroup',
          language: 'en',
        })
        expect(await store.lists.get(list)).toMatchObject({ chatId: to })
        expect(await store.subscriptions.get(to)).toEqual({ ...morning, chatId: to })
        expect(await store.outbox.find({ chatId: to, ...digest })).toMatchObject({ status: 'due' })
        expect(await store.alerts.ofChat(to)).toEqual([{ ...alert, chatId: to }])
        expect(await store.outbox.ofChat(to)).toHaveLength(2)
        expect(await store.pauses.active(nowMs)).toEqual([{ chatId: to, setMs: nowMs, untilMs: nowMs + 1 }])
      })

      test('what the supergroup has of its own already stays', async () => {
        await store.chats.heard(group)
        await store.chats.heard({ chatId: -200, kind: 'supergroup', title: '新组' })
        await store.subscriptions.save({ ...morning, chatId: -100, time: '07:00' })
        await store.subscriptions.save({ ...morning, chatId: -200, time: '09:00' })
        await store.chats.migrate(-100, -200)
        expect(await store.subscriptions.slice(undefined, 9)).toMatchObject({
          subscriptions: [{ ...morning, chatId: -200, time: '09:00' }],
        })
        expect(await store.chats.get(-200)).toMatchObject({ title: '新组' })
      })
    })

    describe('what is kept of a person', () => {
      /** A row of every kind, with the marker in all that holds text. */
      const keepEverything = async (chatId: number, marker: string) => {
        const kind = chatId > 0 ? 'private' : 'supergroup'
        await store.chats.heard({ chatId, kind, title: marker })
        await store.subscriptions.save({ ...morning, chatId, topics: [marker] })
        await store.subscriptions.save({ ...morning, chatId, threadId: 3, topics: [marker] })
        await store.subscriptions.remove(chatId, 3)
        await store.lists.save({ chatId, spec: { kind: 'search', query: marker, order: 'newest' } })
        const alert = await store.alerts.add({ chatId, ownerId: chatId, query: marker, arrival: 0 }, 9)
        const matches = [{ alertId: alert?.id ?? '', articleIds: [marker] }]
        await store.alerts.tell(1, matches, (fresh) => aNotice('', { chatId, payload: fresh }))
        const [id = 0] = await store.outbox.add([
          aNotice('d', { chatId, kind: 'digest', uniqueKey: marker, payload: { marker } }),
        ])
        await store.outbox.claim(id)
        await store.outbox.complete(id, { messageId: 1, shown: { articleIds: [marker] } })
        await store.pauses.set({ chatId, setMs: nowMs, untilMs: nowMs + 1 })
        if (chatId > 0) await store.bookmarks.add(chatId, marker)
      }
      const keptOf = async (chatId: number) => ({
        chat: (await store.chats.get(chatId))?.title,
        subscriptions: (await store.subscriptions.ofChat(chatId)).length,
        former: (await store.subscriptions.former(chatId, 3))?.topics,
        lists: (await store.personalData.listsOf(chatId)).length,
        alerts: (await store.alerts.ofChat(chatId)).length,
        outbox: (await store.outbox.ofChat(chatId)).length,
        shown: [...(await store.shownArticles.in({ chatId }))],
        bookmarks: (await store.bookmarks.list(chatId, { offset: 0, limit: 9 })).total,
        pauses: (await store.pauses.active(nowMs)).filter((it) => it.chatId === chatId).length,
      })
      const nothing = {
        chat: undefined,
        subscriptions: 0,
        former: undefined,
        lists: 0,
        alerts: 0,
        outbox: 0,
        shown: [],
        bookmarks: 0,
        pauses: 0,
      }

      test.each([
        ['a person', 5],
        ['a group', -5],
      ])('of %s everything is forgotten, and nothing of others', async (_who, chatId) => {
        await keepEverything(chatId, 'mine')
        await keepEverything(6, 'theirs')
        await keepEverything(-6, 'ours')
        const others = [await keptOf(6), await keptOf(-6)]
        await store.personalData.forget(chatId)
        expect(await keptOf(chatId)).toEqual(nothing)
        expect([await keptOf(6), await keptOf(-6)]).toEqual(others)
        await store.personalData.forget(chatId)
      })

      test('in groups, the lists that a person asked for go, and their alerts stay without a name', async () => {
        await store.lists.save({
          chatId: -6,
          ownerId: 5,
          spec: { kind: 'search', query: '词', order: 'newest' },
        })
        await store.lists.save({ chatId: -6, ownerId: 4, spec: { kind: 'saved' } })
        await store.alerts.add({ chatId: -6, ownerId: 5, query: '词', arrival: 0 }, 9)
        expect(await store.personalData.listsOf(5)).toMatchObject([{ chatId: -6, spec: { query: '词' } }])
        await store.personalData.forget(5)
        expect(await store.personalData.listsOf(5)).toEqual([])
        expect(await store.personalData.listsOf(-6)).toMatchObject([{ ownerId: 4 }])
        expect(await store.alerts.ofChat(-6)).toMatchObject([{ ownerId: 0, query: '词' }])
      })

      test('a notice to operators that names the chat goes too, and no other one', async () => {
        const wait = (chatId: number) => ({ kind: 'longWait', since: 'a', until: 'b', chatId })
        await store.outbox.add([
          aNotice('x', { chatId: 99, kind: 'operatorNotice', payload: wait(5) }),
          aNotice('y', { chatId: 99, kind: 'operatorNotice', payload: wait(55) }),
        ])
        await store.personalData.forget(5)
        expect((await store.outbox.ofChat(99)).map(({ payload }) => payload)).toEqual([wait(55)])
      })

      test('a chat is gone since it blocked the bot first, and not if it may just not be written to', async () => {
        await store.chats.heard({ chatId: 5, kind: 'private' })
        await store.chats.heard({ chatId: -6, kind: 'group' })
        await store.chats.pause(5, 'blocked')
        await store.chats.pause(-6, 'forbidden')
        const beganMs = nowMs
        nowMs += day
        await store.chats.pause(5, 'blocked')
        expect(await store.personalData.goneSince(beganMs - 1)).toEqual([])
        expect(await store.personalData.goneSince(beganMs)).toEqual([5])
        await store.chats.heard({ chatId: 5, kind: 'private' })
        expect(await store.personalData.goneSince(nowMs)).toEqual([])
      })
    })

    describe('lists', () => {
      const spec = {
        kind: 'search',
        query: '"长江\u0000\ud800" -洪水',
        order: 'newest',
        section: '要闻',
      } as const
      const list = { spec, chatId: 7, ownerId: 1 }

      test('a list that nobody asked for has no owner', async () => {
        const id = await store.lists.save({ spec, chatId: 7 })
        expect(await store.lists.get(id)).toEqual({ spec, chatId: 7, savedMs: nowMs })
      })

      test('a list is found by its short id, as it was asked for', async () => {
        const id = await store.lists.save(list)
        expect(id).toMatch(/^[a-z2-7]{8}$/)
        expect(await store.lists.get(id)).toEqual({ ...list, savedMs: nowMs })
        expect(await store.lists.get('aaaaaaaa')).toBeUndefined()
      })

      test('the latest list of a chat is that of whoever asks, or of nobody', async () => {
        const own = await openStore({ isShared: true, now: () => nowMs })
        const save = async (given: { readonly chatId?: number; readonly ownerId?: number }) => {
          nowMs += 1
          return own.lists.save({ spec, chatId: 77, ...given })
        }
        expect(await own.lists.latest(77, 1)).toBeUndefined()
        await save({ ownerId: 1 })
        const mine = await save({ ownerId: 1 })
        await save({ ownerId: 2 })
        await save({ chatId: 78, ownerId: 1 })
        expect(await own.lists.latest(77, 1)).toMatchObject({ id: mine, list: { spec, ownerId: 1 } })
        expect(await own.lists.latest(77, 3)).toBeUndefined()
        const sentUnasked = await save({})
        expect(await own.lists.latest(77, 1)).toMatchObject({ id: sentUnasked })
      })

      test('what of a list is shown is noted beside it, and not in it', async () => {
        const id = await store.lists.save(list)
        await store.lists.noteShown(id, { page: 2 })
        await store.lists.noteShown(id, { page: 3, place: 5 })
        expect(await store.lists.get(id)).toEqual({ ...list, savedMs: nowMs, shown: { page: 3, place: 5 } })
        await store.lists.noteShown('aaaaaaaa', { page: 1 })
        expect(await store.lists.get('aaaaaaaa')).toBeUndefined()
      })

      test('a list is kept for a year', async () => {
        const id = await store.lists.save(list)
        nowMs += 365 * day - 1
        expect(await store.lists.get(id)).toMatchObject(list)
        nowMs += 1
        expect(await store.lists.get(id)).toBeUndefined()
      })

      test('of a chat the latest 2,000 are kept, of others all', async () => {
        const own = await openStore({ isShared: true, now: () => nowMs })
        const save = async (chatId = 7) => {
          nowMs += 1
          return own.lists.save({ ...list, chatId })
        }
        const [other, first, second] = [await save(8), await save(), await save()]
        const isKept = async () =>
          Promise.all([other, first, second].map(async (id) => (await own.lists.get(id)) !== undefined))
        // Saved one by one they would take a minute on a busy machine.
        await own.runSql(`
          WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < 1997)
          INSERT INTO lists (id, chat_id, owner_id, list, saved_ms)
          SELECT 'copy' || n, chat_id, owner_id, list, saved_ms + n FROM lists, counted WHERE id = '${second}'`)
        nowMs += 1997
        await save()
        expect(await isKept()).toEqual([true, true, true])
        await save()
        expect(await isKept()).toEqual([true, false, true])
        await save()
        expect(await isKept()).toEqual([true, false, false])
        expect(await own.lists.get('copy1')).toBeDefined()
      })
    })

    test('deletions come due in the order of their time, keep it, and are noted once', async () => {
      const [early, late] = [5, 9].map((dueMs) => ({ chatId: -6, messageId: dueMs, dueMs }))
      if (!early || !late) throw new Error('there are two')
      for (const it of [late, early, { ...early, dueMs: 99 }]) await store.deletions.add(it)
      expect(await store.deletions.due(4, 9)).toEqual([])
      expect(await store.deletions.due(9, 9)).toEqual([early, late])
      expect(await store.deletions.due(9, 1)).toEqual([early])
      await store.deletions.remove(-6, 5)
      expect(await store.deletions.due(9, 9)).toEqual([late])
    })

    test('pictures that Telegram has are known by what is on them, until they are forgotten', async () => {
      expect(await store.pictureFiles.get('card')).toBeUndefined()
      await store.pictureFiles.set('card', 'first')
      await store.pictureFiles.set('card', 'second')
      await store.pictureFiles.set('page', 'third')
      expect(await store.pictureFiles.get('card')).toBe('second')
      await store.pictureFiles.remove('card')
      expect([await store.pictureFiles.get('card'), await store.pictureFiles.get('page')]).toEqual([
        undefined,
        'third',
      ])
    })

    test('bookmarks are a reader’s own, latest first', async () => {
      expect(await store.bookmarks.add(1, 'aaaaaaaaaa')).toBe(true)
      expect(await store.bookmarks.add(1, 'bbbbbbbbbb')).toBe(true)
      expect(await store.bookmarks.add(1, 'aaaaaaaaaa')).toBe(false)
      await store.bookmarks.add(2, 'cccccccccc')
      expect(await store.bookmarks.list(1, { offset: 0, limit: 9 })).toEqual({
        total: 2,
        articleIds: ['bbbbbbbbbb', 'aaaaaaaaaa'],
      })
      expect(await store.bookmarks.list(1, { offset: 1, limit: 9 })).toMatchObject({
        articleIds: ['aaaaaaaaaa'],
      })
      expect(await store.bookmarks.has(1, 'aaaaaaaaaa')).toBe(true)
      expect(await store.bookmarks.remove(1, 'aaaaaaaaaa')).toBe(true)
      expect(await store.bookmarks.remove(1, 'aaaaaaaaaa')).toBe(false)
      expect(await store.bookmarks.has(1, 'aaaaaaaaaa')).toBe(false)
    })

    describe('alerts', () => {
      const wanted = { chatId: 7, threadId: 3, ownerId: 1, query: '地铁 -广告', arrival: 10 }
      const messageOf = (fresh: readonly AlertMatch[]) => aNotice('', { payload: fresh })

      test('can be changed, muted and removed, and a chat has only so many', async () => {
        const alert = await store.alerts.add(wanted, 2)
        const id = alert?.id ?? ''
        expect(alert).toEqual({ ...wanted, id: expect.stringMatching(/^[a-z2-7]{8}$/), muted: false })
        await store.alerts.add({ ...wanted, query: '公交' }, 2)
        expect(await store.alerts.add(wanted, 2)).toBeUndefined()
        await store.alerts.change(id, { muted: true, query: '公交 -广告' })
        expect(await store.alerts.get(id)).toEqual({ ...alert, muted: true, query: '公交 -广告' })
        expect((await store.alerts.behind(11)).map(({ query }) => query)).toEqual(['公交'])
        await store.alerts.remove(id)
        expect((await store.alerts.ofChat(7)).map(({ query }) => query)).toEqual(['公交'])
      })

      test('one that was removed tells nothing, and can be had back for a day, if there is room', async () => {
        const { id = '' } = (await store.alerts.add(wanted, 9)) ?? {}
        await store.alerts.remove(id)
        expect(await store.alerts.get(id)).toBeUndefined()
        expect(await store.alerts.ofChat(7)).toEqual([])
        expect(await store.alerts.behind(99)).toEqual([])
        await store.alerts.tell(12, [{ alertId: id, articleIds: ['a'] }], messageOf)
        expect(await store.outbox.due(nowMs, 9)).toEqual([])
        await store.alerts.add(wanted, 1)
        expect(await store.alerts.restore(id, 7, 20, 1)).toBeUndefined()
        expect(await store.alerts.ofChat(7)).toHaveLength(1)
        expect(await store.alerts.restore(id, 8, 20, 2)).toBeUndefined()
        expect(await store.alerts.restore(id, 7, 20, 2)).toMatchObject({
          id,
          query: '地铁 -广告',
          arrival: 20,
        })
        expect(await store.alerts.restore(id, 7, 20, 2)).toBeUndefined()
        await store.alerts.remove(id)
        nowMs += day - 1
        expect(await store.alerts.restore(id, 7, 20, 2)).toMatchObject({ id })
        await store.alerts.remove(id)
        nowMs += day
        expect(await store.alerts.restore(id, 7, 20, 2)).toBeUndefined()
      })

      test('tell of each article once, and are not asked again for what they have looked at', async () => {
        const { id: alertId = '' } = (await store.alerts.add(wanted, 9)) ?? {}
        const tell = (arrival: number, articleIds: readonly string[]) =>
          store.alerts.tell(arrival, [{ alertId, articleIds }], messageOf)
        await tell(12, ['b', 'a'])
        expect(await store.alerts.behind(12)).toEqual([])
        expect(await store.alerts.behind(13)).toHaveLength(1)
        await tell(13, ['b', 'c', 'c'])
        await tell(14, ['a'])
        expect(await store.alerts.behind(14)).toEqual([])
        await store.alerts.passOver([alertId], 15)
        expect(await store.alerts.behind(15)).toEqual([])
        expect((await store.outbox.ofChat(7)).map(({ payload }) => payload)).toEqual([
          [{ alertId, articleIds: ['b', 'a'] }],
          [{ alertId, articleIds: ['c'] }],
        ])
      })

      test('several of a chat tell in one message', async () => {
        const first = (await store.alerts.add(wanted, 9))?.id ?? ''
        const second = (await store.alerts.add(wanted, 9))?.id ?? ''
        const matches = [
          { alertId: first, articleIds: ['a'] },
          { alertId: second, articleIds: ['a', 'b'] },
        ]
        await store.alerts.tell(12, matches, messageOf)
        expect(await store.outbox.due(nowMs, 9)).toMatchObject([{ payload: matches }])
        expect(await store.alerts.behind(12)).toEqual([])
      })

      test('where the notice cannot be written nothing is noted', async () => {
        const { id: alertId = '' } = (await store.alerts.add(wanted, 9)) ?? {}
        const fail = () => {
          throw new Error('no words')
        }
        const matches = [{ alertId, articleIds: ['a'] }]
        await expect(store.alerts.tell(12, matches, fail)).rejects.toThrow('no words')
        expect(await store.alerts.get(alertId)).toMatchObject({ arrival: 10 })
        await store.alerts.tell(12, matches, messageOf)
        expect(await store.outbox.due(nowMs, 9)).toMatchObject([{ payload: matches }])
      })
    })

    test('there is one subscription a chat and topic, the latest', async () => {
      const topic = { ...morning, threadId: 5, quietHours: ['22:00', '07:00'], snoozedUntilMs: 5 } as const
      await store.subscriptions.save(morning)
      await store.subscriptions.save(topic)
      await store.subscriptions.save({ ...morning, time: '09:30' })
      expect(await store.subscriptions.ofChat(7)).toEqual([{ ...morning, time: '09:30' }, topic])
      expect(await store.subscriptions.get(7, 5)).toEqual(topic)
      expect(await store.subscriptions.remove(7)).toBe(true)
      expect(await store.subscriptions.remove(7)).toBe(false)
      expect((await store.subscriptions.slice(undefined, 9)).subscriptions).toEqual([topic])
    })

    test('subscriptions are read slice by slice, and none is left out or given twice', async () => {
      const all: Subscription[] = []
      for (const chatId of [-1_002, -7, 3, 5, 9]) all.push({ ...morning, chatId })
      all.splice(3, 0, { ...morning, chatId: 3, threadId: 4 })
      for (const it of all) await store.subscriptions.save(it)
      const read: unknown[] = []
      for (let after: Place | undefined, n = 0; n === 0 || after; n++) {
        const { subscriptions, last } = await store.subscriptions.slice(after, 2)
        read.push(...subscriptions)
        after = last
      }
      expect(read).toEqual(all)
      // Fewer than were asked for are the last.
      expect((await store.subscriptions.slice(undefined, 6)).last).toEqual({ chatId: 9 })
      expect((await store.subscriptions.slice(undefined, 7)).last).toBeUndefined()
    })

    test('more of them than one statement takes are all put off', async () => {
      for (const chatId of [3, 5]) await store.subscriptions.save({ ...morning, chatId })
      const rows = await store.subscriptions.toPlan(nowMs, undefined, 9)
      const others = Array.from({ length: 999 }, (_, n) => ({
        place: { chatId: 1_000 + n },
        planAtMs: 0,
        subscription: undefined,
      }))
      const all = [...others, ...rows].map((it) => Object.assign({}, it, { againMs: nowMs + 1 }))
      await store.subscriptions.planned(all)
      expect(await store.subscriptions.toPlan(nowMs, undefined, 9)).toEqual([])
      expect(await store.subscriptions.toPlan(nowMs + 1, undefined, 9)).toHaveLength(2)
    })

    test('a subscription that cannot be read is named, and holds up no other one', async () => {
      const own = await openStore({ isShared: true })
      for (const chatId of [1, 2, 3]) await own.subscriptions.save({ ...morning, chatId })
      await own.runSql(`UPDATE subscriptions SET subscription = '{"time' WHERE chat_id = 2`)
      const { subscriptions, unreadable } = await own.subscriptions.slice(undefined, 9)
      expect(subscriptions.map(({ chatId }) => chatId)).toEqual([1, 3])
      expect(unreadable).toEqual([{ chatId: 2 }])
    })

    test('a subscription is planned when it is new, when it was changed, and when it was put off until then', async () => {
      const turns = async (atMs: number) => {
        const rows = await store.subscriptions.toPlan(atMs, undefined, 9)
        return rows.map(({ place }) => `${place.chatId}${place.threadId ? `/${place.threadId}` : ''}`)
      }
      const topic = { ...morning, threadId: 4 }
      for (const it of [morning, topic, { ...morning, chatId: 8 }]) await store.subscriptions.save(it)
      const rows = await store.subscriptions.toPlan(nowMs, undefined, 9)
      expect(rows.map(({ subscription }) => subscription)).toEqual([
        morning,
        topic,
        { ...morning, chatId: 8 },
      ])
      await store.subscriptions.planned(
        rows.map((it, n) => Object.assign({}, it, { againMs: nowMs + 10 - n })),
      )
      expect(await turns(nowMs + 7)).toEqual([])
      expect(await turns(nowMs + 8)).toEqual(['8'])
      expect(await turns(nowMs + 10)).toEqual(['8', '7/4', '7'])
      await store.subscriptions.save({ ...topic, time: '09:30' })
      expect(await turns(nowMs)).toEqual(['7/4'])
      await store.subscriptions.remove(7, 4)
      expect(await turns(nowMs)).toEqual([])
      await store.subscriptions.planAllAnew()
      expect(await turns(nowMs)).toEqual(['7', '8'])
    })

    test('a subscription that is changed while it is planned is planned again', async () => {
      const read = async () => store.subscriptions.toPlan(nowMs, undefined, 9)
      const putOff = async (rows: Awaited<ReturnType<typeof read>>) =>
        store.subscriptions.planned(rows.map((it) => Object.assign({}, it, { againMs: nowMs + 60_000 })))
      await store.subscriptions.save(morning)
      for (const time of ['09:30', '10:30', '11:30']) {
        const rows = await read()
        await store.subscriptions.save({ ...morning, time })
        await putOff(rows)
        const again = await read()
        expect(again.map(({ subscription }) => subscription?.time)).toEqual([time])
      }
      await putOff(await read())
      expect(await read()).toEqual([])
    })

    test('those to be planned are read slice by slice, by how long they have waited, damaged ones too', async () => {
      const own = await openStore({ isShared: true })
      const chats = [-1_002, -7, 3, 5, 9]
      for (const chatId of chats) await own.subscriptions.save({ ...morning, chatId })
      const rows = await own.subscriptions.toPlan(nowMs, undefined, 9)
      await own.subscriptions.planned(rows.slice(0, 2).map((it) => Object.assign({}, it, { againMs: nowMs })))
      await own.runSql(`UPDATE subscriptions SET subscription = '{"time' WHERE chat_id = 5`)
      const read: SubscriptionToPlan[] = []
      for (let after: SubscriptionToPlan | undefined, n = 0; n === 0 || after; n++) {
        const slice = await own.subscriptions.toPlan(nowMs, after, 2)
        read.push(...slice)
        after = slice[1]
      }
      expect(
        read.map(({ place, subscription }) => subscription?.chatId ?? `damaged ${place.chatId}`),
      ).toEqual([3, 'damaged 5', 9, -1_002, -7])
    })

    test('settings are kept before anybody subscribes, and change no subscription', async () => {
      await store.subscriptions.draft(morning)
      expect(await store.subscriptions.get(7)).toBeUndefined()
      await store.subscriptions.draft({ ...morning, time: '10:15' })
      expect(await store.subscriptions.former(7)).toEqual({ ...morning, time: '10:15' })
      await store.subscriptions.save(morning)
      await store.subscriptions.draft({ ...morning, time: '11:45' })
      expect(await store.subscriptions.get(7)).toEqual(morning)
    })

    test('a subscription that was ended can be taken up again as it was', async () => {
      await store.subscriptions.save(morning)
      expect(await store.subscriptions.former(7)).toBeUndefined()
      await store.subscriptions.remove(7)
      expect(await store.subscriptions.get(7)).toBeUndefined()
      expect(await store.subscriptions.ofChat(7)).toEqual([])
      expect(await store.subscriptions.former(7)).toEqual(morning)
      expect(await store.subscriptions.former(7, 5)).toBeUndefined()
      await store.subscriptions.save({ ...morning, time: '09:30' })
      expect(await store.subscriptions.former(7)).toBeUndefined()
      expect((await store.subscriptions.slice(undefined, 9)).subscriptions).toEqual([
        { ...morning, time: '09:30' },
      ])
    })

    test('an update is claimed once, and remembered for 48 hours', async () => {
      expect([...(await store.updates.claim([1]))]).toEqual([1])
      expect([...(await store.updates.claim([1]))]).toEqual([])
      nowMs += 2 * day - 1
      for (let n = 2; n < 200; n++) await store.updates.claim([n])
      expect([...(await store.updates.claim([1]))]).toEqual([])
      nowMs += 1
      for (let n = 200; n < 400; n++) await store.updates.claim([n])
      expect([...(await store.updates.claim([1]))]).toEqual([1])
    })

    test('of two pauses the longer one counts, and one that is over is forgotten', async () => {
      await store.pauses.set({ setMs: nowMs, untilMs: nowMs + 500 })
      await store.pauses.set({ chatId: 7, setMs: nowMs, untilMs: nowMs + 900 })
      await store.pauses.set({ chatId: 7, setMs: nowMs + 1, untilMs: nowMs + 100 })
      const long = { chatId: 7, setMs: nowMs, untilMs: nowMs + 900 }
      expect(await store.pauses.active(nowMs)).toEqual([long, { setMs: nowMs, untilMs: nowMs + 500 }])
      expect(await store.pauses.active(nowMs + 500)).toEqual([long])
    })

    test('a reader reports an article once, and as many as are kept', async () => {
      expect(await store.doubts.report('aaaaaaaaaa', 7, 2)).toBe('noted')
      expect(await store.doubts.report('aaaaaaaaaa', 7, 2)).toBe('known')
      nowMs += 1
      expect(await store.doubts.report('bbbbbbbbbb', 7, 2)).toBe('noted')
      expect(await store.doubts.report('cccccccccc', 7, 2)).toBe('full')
      expect(await store.doubts.report('cccccccccc', 8, 2)).toBe('noted')
      expect(await store.doubts.reportedBy(7)).toEqual([
        { articleId: 'bbbbbbbbbb', reportedMs: nowMs },
        { articleId: 'aaaaaaaaaa', reportedMs: nowMs - 1 },
      ])
      await store.personalData.forget(7)
      expect(await store.doubts.reportedBy(7)).toEqual([])
      expect(await store.doubts.reportedBy(8)).toHaveLength(1)
    })
  })
