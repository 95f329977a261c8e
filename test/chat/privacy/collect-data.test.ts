import { expect, test } from 'vitest'
import { collectData } from '../../../src/chat/privacy/collect-data.ts'
import { buildArticle } from '../../support/build-article.ts'
import { openTestStore, shelve } from '../../support/stores.ts'

const open = async () => {
  const store = await openTestStore()
  const channels = {
    store: store.channels,
    gate: {
      access: async () => ({ kind: 'closed', obstacle: 'notFound' }) as const,
      post: async () => false,
      botName: async () => 'b',
    },
  }
  const collect = (chatId: number, kind: 'private' | 'group') =>
    collectData({ ...store, channels }, { chatId, kind })
  return { store, collect }
}

test('all bookmarks are exported, however many; of one that has left the archive its id', async () => {
  const { store, collect } = await open()
  const kept = buildArticle({ headline: '桥梁合龙', paper: '江城日报', issueDate: '2024-06-08', page: '03' })
  await shelve(store, [kept])
  const letters = 'abcdefghijklmno'
  const gone = Array.from(
    { length: 200 },
    (_, n) => `gone${letters.charAt(n % 15)}${letters.charAt(Math.trunc(n / 15))}wxyz`,
  )
  for (const id of [kept.id, ...gone]) await store.bookmarks.add(7, id)
  const { bookmarks } = await collect(7, 'private')
  expect(bookmarks).toHaveLength(201)
  expect(new Set(bookmarks.map(({ id }) => id)).size).toBe(201)
  expect(bookmarks.find(({ id }) => id === kept.id)).toEqual({
    id: kept.id,
    headline: '桥梁合龙',
    paper: '江城日报',
    date: '2024-06-08',
    page: '03',
  })
  expect(bookmarks.find(({ id }) => id === gone[0])).toEqual({ id: gone[0] })
})

test('a person gets the channels that they set up with what is posted there, and a group nothing of them', async () => {
  const { store, collect } = await open()
  await store.channels.save({ chatId: -100_123, title: '晨读', ownerId: 7 })
  await store.channels.save({ chatId: -100_456, title: '别人的', ownerId: 8 })
  for (const [chatId, query] of [
    [7, '桥梁'],
    [-100_123, '班列'],
  ] as const)
    await store.alerts.add({ chatId, ownerId: 7, query, arrival: 3 }, 9)
  const { alerts, channels } = await collect(7, 'private')
  const alert = { id: expect.stringMatching(/^[a-z2-7]{8}$/) as unknown, muted: false }
  // What is internal stays out: whose they are is known, and how far they have looked helps nobody.
  expect(alerts).toEqual([{ ...alert, query: '桥梁' }])
  expect(channels).toEqual([
    {
      chatId: -100_123,
      title: '晨读',
      username: undefined,
      subscriptions: [],
      alerts: [{ ...alert, query: '班列' }],
    },
  ])
  expect(await collect(-5, 'group')).toMatchObject({ channels: [], bookmarks: [], reports: [] })
})
