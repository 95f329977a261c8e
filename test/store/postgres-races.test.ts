import { describe, expect, test } from 'vitest'
import type { Store } from '../../src/store/index.ts'
import { anArticle } from '../support/articles.ts'
import { aNotice } from '../support/outbox.ts'
import { postgresPrograms, testSchema, withoutPostgres } from '../support/postgres.ts'
import { openTestStore, shelve, someFacts } from '../support/stores.ts'

/** Several bots over one database, each with connections of its own. */
async function openWriters(count: number) {
  const { url, ask } = await testSchema()
  const open = () => openTestStore({ postgres: { url, poolSize: 4 } })
  // All at once: each of them finds no table yet.
  const stores = await Promise.all(Array.from({ length: count }, open))
  /** Does some work by every writer at once. */
  const together = <T>(times: number, work: (store: Store, n: number) => Promise<T>): Promise<readonly T[]> =>
    Promise.all(Array.from({ length: times * count }, (_, n) => work(stores[n % count] as Store, n)))
  return { first: stores[0] as Store, stores, together, ask }
}

describe.skipIf(postgresPrograms === undefined).each([2, 5])(
  `%i writers at once${withoutPostgres}`,
  (count) => {
    test('take in pages: none fails, every change gets a revision of its own, and a follower sees all', async () => {
      const { first, together } = await openWriters(count)
      const seen: number[] = []
      const writing = new AbortController()
      const follow = async () => {
        while (!writing.signal.aborted) {
          const changes = await first.archive.changesSince(seen.at(-1) ?? 0, 7)
          seen.push(...changes.map(({ revision }) => revision))
        }
      }
      const following = follow()
      const times = 20
      await together(times, (store, n) =>
        shelve(store, [
          anArticle({ headline: `第${n}篇`, source: { file: `${n}.txt`, lines: [1] } }),
          // Held by all files of a kind: whose it is, is decided anew by each.
          anArticle({ headline: `同${n % 3}`, source: { file: `${n}.txt`, lines: [2] } }),
        ]),
      )
      writing.abort()
      await following
      const { revision } = await first.archive.state()
      const changes = await first.archive.changesSince(0, 10_000)
      expect((await first.archive.size()).articles).toBe(times * count + 3)
      expect(new Set(changes.map((it) => it.revision)).size).toBe(changes.length)
      expect(changes.at(-1)?.revision).toBe(revision)
      expect(seen).toEqual([...new Set(seen)].toSorted((a, b) => a - b))
      // What was changed last was seen: nothing came into view behind the follower.
      const missed = changes.filter((it) => it.revision <= (seen.at(-1) ?? 0) && !seen.includes(it.revision))
      expect(missed).toEqual([])
    })

    test('take in the parts of articles that go on on another page: each is joined', async () => {
      const { first, together } = await openWriters(count)
      const issues = 8
      const part = (n: number) => {
        const [issue, isRest] = [Math.floor(n / 2) % issues, n % 2 === 1]
        const file = `${issue}-${isRest ? 4 : 1}.txt`
        return anArticle({
          headline: `长文${issue}`,
          issueDate: `2024-06-0${issue + 1}`,
          datePrecision: 'printed',
          page: isRest ? '04' : '01',
          paragraphs: [isRest ? '下半。' : '上半。'],
          ...(isRest && { continuedFrom: '01' }),
          source: { file, lines: [1] },
        })
      }
      await together(Math.ceil((issues * 2) / count), async (store, n) => {
        if (n < issues * 2) await shelve(store, [part(n)])
      })
      const { articles } = await first.archive.browse({ offset: 0, limit: 100 })
      expect(articles.map(({ paragraphs }) => paragraphs.join(''))).toEqual(
        Array.from({ length: issues }, () => '上半。下半。'),
      )
    })

    test('take in the same files: each article is there once', async () => {
      const { first, stores } = await openWriters(count)
      const files = Array.from({ length: 12 }, (_, n) => `${n}.txt`)
      const takeAll = async (store: Store, order: readonly string[]) => {
        for (const file of order)
          await store.manifest.take([
            {
              file,
              place: 0,
              articles: [anArticle({ headline: file, source: { file, lines: [] } })],
              end: someFacts,
            },
          ])
      }
      await Promise.all(stores.map((store, n) => takeAll(store, n % 2 === 0 ? files : files.toReversed())))
      expect(await first.archive.size()).toEqual({ files: 12, pages: 12, articles: 12 })
      expect(await first.archive.changesSince(0, 100)).toHaveLength(12)
    })

    test('keep articles: each gets a place of its own in the list', async () => {
      const { first, together, ask } = await openWriters(count)
      const added = await together(20, (store, n) => store.bookmarks.add(1, `article${n % (10 * count)}`))
      expect(added.filter(Boolean)).toHaveLength(10 * count)
      const keys = await ask('SELECT key FROM bookmarks')
      expect(new Set(keys.map(({ key }) => key)).size).toBe(10 * count)
      expect((await first.bookmarks.list(1, { offset: 0, limit: 1000 })).total).toBe(10 * count)
    })

    test('add alerts, or want them back: a chat never has more than it may', async () => {
      const { first, together } = await openWriters(count)
      const most = 10
      const add = (store: Store, n: number) =>
        store.alerts.add({ chatId: 7, ownerId: 1, query: `词${n}`, arrival: 0 }, most)
      const added = await together(10, add)
      expect(added.filter(Boolean)).toHaveLength(most)
      const alerts = await first.alerts.ofChat(7)
      expect(alerts).toHaveLength(most)
      await Promise.all(alerts.map(({ id }) => first.alerts.remove(id)))
      await Promise.all(Array.from({ length: 7 }, (_, n) => add(first, n)))
      const back = await together(10, (store, n) =>
        store.alerts.restore(alerts[n % most]?.id ?? '', 7, 0, most),
      )
      expect(back.filter(Boolean)).toHaveLength(3)
      expect(await first.alerts.ofChat(7)).toHaveLength(most)
    })

    test('claim updates and messages, in any order: each is had by one', async () => {
      const { first, together } = await openWriters(count)
      const all = Array.from({ length: 60 }, (_, n) => n)
      const claimed = await together(3, (store, n) =>
        store.updates.claim(n % 2 === 0 ? all : all.toReversed()),
      )
      expect(claimed.flatMap((ids) => Array.from(ids)).toSorted((a, b) => a - b)).toEqual(all)
      const digests = all.map((n) => aNotice('', { kind: 'digest', chatId: n + 1, uniqueKey: 'day' }))
      const added = await together(1, (store, n) =>
        store.outbox.add(n % 2 === 0 ? digests : digests.toReversed()),
      )
      expect(added.flat()).toHaveLength(60)
      const due = await first.outbox.due(1, 100)
      const sent = await together(1, (store) => Promise.all(due.map(({ id }) => store.outbox.claim(id))))
      expect(sent.flat().filter(Boolean)).toHaveLength(60)
    })

    test('tell of the same articles: each alert tells of each once', async () => {
      const { first, together } = await openWriters(count)
      const ids: string[] = []
      for (let n = 0; n < 3; n++)
        ids.push((await first.alerts.add({ chatId: 7, ownerId: 1, query: '词', arrival: 0 }, 9))?.id ?? '')
      await together(4, (store, n) =>
        store.alerts.tell(
          5,
          (n % 2 === 0 ? ids : ids.toReversed()).map((alertId) => ({ alertId, articleIds: ['a', 'b'] })),
          (fresh) =>
            aNotice('', { payload: fresh.map(({ alertId, articleIds }) => [alertId, ...articleIds]) }),
        ),
      )
      const told = (await first.outbox.ofChat(7)).flatMap(({ payload }) => payload as string[][])
      expect(told.map((it) => it.join(' ')).toSorted()).toEqual(ids.map((id) => `${id} a b`).toSorted())
    })

    test('hear of chats while these become supergroups: nothing fails, and nothing is left behind', async () => {
      const { together, ask } = await openWriters(count)
      await together(10, async (store, n) => {
        const chatId = -1 - (n % 4)
        await store.chats.heard({ chatId, kind: 'group', title: `群${n}` })
        await store.subscriptions.save({
          chatId,
          time: '08:00',
          weekdays: [1],
          timeZone: 'Asia/Shanghai',
          topics: [],
          length: 'short',
          skipWhenEmpty: false,
        })
        await store.chats.migrate(chatId, chatId - 1000)
      })
      expect(await ask('SELECT chat_id FROM subscriptions ORDER BY chat_id')).toEqual(
        [-1004, -1003, -1002, -1001].map((it) => ({ chat_id: String(it) })),
      )
    })
  },
)
