import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadDriver, type Store } from '../../src/store/index.ts'
import { aSubscription } from '../support/a-subscription.ts'
import { anArticle } from '../support/articles.ts'
import { aNotice } from '../support/outbox.ts'
import { openTestStore, shelve } from '../support/stores.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** A store in a folder, and a way to spoil its rows as a bad disk, or a hand, would. */
async function open() {
  const folder = temporaryFolder()
  const told: string[] = []
  const store: Store = await openTestStore({
    folder,
    onDamagedRow: ({ code, table, key }) => void told.push(`${code} ${table} ${key}`),
  })
  const spoil = (statement: string) => {
    const Driver = loadDriver()
    if (!Driver) throw new Error('no driver can be loaded')
    const database = new Driver(join(folder, 'paperboy.sqlite'), { timeout: 1000 })
    database.exec(statement)
    database.close()
  }
  return { store, told, spoil }
}

describe.each([
  ['no JSON', `substr(as_cut, 1, 20)`],
  ['not an article', `'{"id": 7}'`],
  ['an article without its text', `json_remove(as_cut, '$.paragraphs')`],
  ['an article with a number for a text', `json_set(as_cut, '$.paragraphs[0]', 7)`],
])('of an article whose row is %s', (_what, spoiled) => {
  test('nothing is shown, all others are, and it is told of once', async () => {
    const { store, told, spoil } = await open()
    const articles = ['甲', '乙', '丙'].map((headline) => anArticle({ headline }))
    await shelve(store, articles)
    const [first, bad, last] = articles.map(({ id }) => id) as [string, string, string]
    spoil(`UPDATE articles SET as_cut = ${spoiled} WHERE id = '${bad}'`)
    const { archive } = store
    expect(await archive.get(bad)).toBeUndefined()
    expect(await archive.getMany([first, bad, last])).toEqual([articles[0], undefined, articles[2]])
    const { articles: shown } = await archive.browse({ offset: 0, limit: 9 })
    expect(shown.map(({ id }) => id).toSorted()).toEqual([first, last].toSorted())
    const changes = await archive.changesSince(0, 9)
    expect(changes.filter(({ article }) => article).map(({ id }) => id)).toEqual([first, last])
    expect(told).toEqual([`DAMAGED_ROW articles ${bad}`])
    // Its file is read anew: it is there again.
    await shelve(store, articles)
    expect(await archive.get(bad)).toEqual(articles[1])
  })

  test('alerts look at all that came after it', async () => {
    const { store, spoil } = await open()
    const articles = Array.from({ length: 20 }, (_, n) => anArticle({ headline: `第${n}条` }))
    await shelve(store, articles)
    for (const { id } of articles.slice(2, 9))
      spoil(`UPDATE articles SET as_cut = ${spoiled} WHERE id = '${id}'`)
    const seen: string[] = []
    for (let after = 0; ; ) {
      const arrivals = await store.archive.arrivalsSince(after, 5)
      seen.push(...arrivals.map(({ article }) => article.headline))
      if (arrivals.length < 5) break
      after = arrivals.at(-1)?.arrival ?? 0
    }
    expect(seen).toHaveLength(13)
    expect(seen.at(-1)).toBe('第19条')
  })

  test('its issue is joined without it', async () => {
    const { store, spoil } = await open()
    const issue = { issueDate: '2024-06-08', paper: '成都日报' }
    const articles = [
      anArticle({ ...issue, headline: '头条', page: '01' }),
      anArticle({ ...issue, headline: '头条续', page: '03', continuedFrom: '01' }),
    ]
    await shelve(store, articles)
    spoil(`UPDATE articles SET as_cut = ${spoiled} WHERE id = '${articles[1]?.id}'`)
    const more = anArticle({
      ...issue,
      headline: '又一条',
      page: '04',
      source: { file: 'more.txt', lines: [1] },
    })
    await shelve(store, [more])
    expect(await store.archive.get(more.id)).toEqual(more)
  })
})

test('an alert whose row is damaged is none, and the others are matched', async () => {
  const { store, told, spoil } = await open()
  const [bad, good] = [
    await store.alerts.add({ chatId: 7, ownerId: 7, query: '坏', arrival: 0 }, 9),
    await store.alerts.add({ chatId: 7, ownerId: 7, query: '好', arrival: 0 }, 9),
  ]
  for (const damage of [`'"half a te'`, `'7'`, `'null'`]) {
    spoil(`UPDATE alerts SET query = ${damage} WHERE id = '${bad?.id}'`)
    expect(await store.alerts.get(bad?.id ?? '')).toBeUndefined()
    expect(await store.alerts.ofChat(7)).toEqual([good])
    expect(await store.alerts.behind(9)).toEqual([good])
  }
  expect(told).toEqual([`DAMAGED_ROW alerts ${bad?.id}`])
})

test.each([
  `'{'`,
  `'[]'`,
  `'null'`,
  `json_remove(subscription, '$.weekdays')`,
  `json_set(subscription, '$.weekdays', json('[0, 8]'))`,
  `json_set(subscription, '$.time', '25:00')`,
  `json_set(subscription, '$.topics', 'all')`,
  `json_set(subscription, '$.quietHours', json('["22:00"]'))`,
  `json_set(subscription, '$.length', 'endless')`,
])(
  'a subscription whose row is damaged (%s) counts as none until the chat subscribes again',
  async (spoiled) => {
    const { store, told, spoil } = await open()
    const [bad, good] = [aSubscription({ chatId: 1, threadId: 3 }), aSubscription({ chatId: 1 })]
    for (const it of [bad, good]) await store.subscriptions.save(it)
    spoil(`UPDATE subscriptions SET subscription = ${spoiled} WHERE thread_id = 3`)
    expect(await store.subscriptions.get(1, 3)).toBeUndefined()
    expect(await store.subscriptions.ofChat(1)).toEqual([good])
    expect(told).toEqual(['DAMAGED_ROW subscriptions 1 3'])
    expect(await store.subscriptions.slice(undefined, 9)).toEqual({
      subscriptions: [good],
      unreadable: [{ chatId: 1, threadId: 3 }],
    })
    await store.subscriptions.save(bad)
    expect(await store.subscriptions.get(1, 3)).toEqual(bad)
  },
)

test('damaged names and payloads keep nothing from being read', async () => {
  const { store, spoil } = await open()
  await store.chats.heard({ chatId: -5, kind: 'group', title: '群' })
  await store.outbox.add([aNotice('一', { chatId: 1 }), aNotice('二', { chatId: 2 })])
  spoil(`UPDATE chats SET title = '"half'; UPDATE outbox_messages SET payload = '{' WHERE chat_id = 1`)
  expect(await store.chats.get(-5)).toEqual({ chatId: -5, kind: 'group' })
  expect((await store.outbox.due(9, 9)).map(({ payload }) => payload !== undefined)).toEqual([false, true])
})
