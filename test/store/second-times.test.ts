import { expect, test } from 'vitest'
import { pageOrder } from '../../src/store/sql/article-row.ts'
import { aSubscription } from '../support/a-subscription.ts'
import { articleOn } from '../support/build-article.ts'
import { aNotice } from '../support/outbox.ts'
import { openTestStore, shelve, someFacts } from '../support/stores.ts'

const CHANNEL = -1001

test('of a chat that is heard of several times at once the last title is kept', async () => {
  const { chats } = await openTestStore()
  const titles = ['一', '二', '三', '四']
  const heard = await Promise.all(
    titles.map((title) => chats.heard({ chatId: -7, kind: 'group', title: `第${title}个名字` })),
  )
  expect(heard).toHaveLength(titles.length)
  expect(await chats.get(-7)).toMatchObject({ title: '第四个名字' })
})

test('an owner has channels by their titles, and none of another owner', async () => {
  const { channels } = await openTestStore()
  for (const [chatId, title, ownerId] of [
    [-3, '乙', 7],
    [-2, '丙', 8],
    [-1, '乙', 7],
    [-4, '丁', 7],
  ] as const)
    await channels.save({ chatId, title, ownerId })
  expect((await channels.ofOwner(7)).map(({ chatId, title }) => [title, chatId])).toEqual([
    ['丁', -4],
    ['乙', -3],
    ['乙', -1],
  ])
  // Set up by somebody else from now on.
  await channels.save({ chatId: -4, title: '丁', ownerId: 8 })
  expect((await channels.ofOwner(7)).map(({ chatId }) => chatId)).toEqual([-3, -1])
})

test('whoever is forgotten leaves no channel behind, nor what was posted there, nor a notice that names the chat', async () => {
  const store = await openTestStore()
  const { channels, chats, outbox, personalData, subscriptions } = store
  await chats.heard({ chatId: CHANNEL, kind: 'channel', title: '城事' })
  await channels.save({ chatId: CHANNEL, title: '城事', ownerId: 7 })
  await subscriptions.save(aSubscription({ chatId: CHANNEL }))
  const about = (chatId: number, payload: object) =>
    aNotice('', { chatId: 1, payload: { chatId, ...payload } })
  await outbox.add([
    about(7, {}),
    about(7, { kind: 'longWait', since: '', until: '' }),
    about(77, { kind: 'longWait' }),
    aNotice('to the channel', { chatId: CHANNEL }),
  ])
  await personalData.forget(7)
  expect([await channels.get(CHANNEL), await chats.get(CHANNEL)]).toEqual([undefined, undefined])
  expect(await subscriptions.ofChat(CHANNEL)).toEqual([])
  expect(await outbox.ofChat(CHANNEL)).toEqual([])
  expect((await outbox.ofChat(1)).map(({ payload }) => payload)).toEqual([{ chatId: 77, kind: 'longWait' }])
})

test('a file that is read again is not missing any more', async () => {
  const { manifest } = await openTestStore()
  const article = articleOn('2024-06-08', 1)
  const { file } = article.source
  const missingSince = async () => (await manifest.files()).get(file)?.missingSinceMs
  await shelve({ manifest }, [article])
  await manifest.markMissing([file], 5)
  expect(await missingSince()).toBe(5)
  await manifest.take([{ file, place: 0, articles: [article], end: someFacts }])
  expect(await missingSince()).toBeUndefined()
})

test('a page is the same with any number of noughts, and pages stand in their order', () => {
  for (const [page, same] of [
    ['3', ['03', '003', '0003']],
    ['A3', ['A03', 'A003']],
    ['10', ['010']],
    ['0', ['00', '000']],
  ] as const)
    for (const it of same) expect([it, pageOrder(it)]).toEqual([it, pageOrder(page)])
  const pages = ['1', '2', '10', '100', 'A2', 'A10', 'B1']
  expect(pages.toReversed().toSorted((a, b) => (pageOrder(a) < pageOrder(b) ? -1 : 1))).toEqual(pages)
})

test('what begins anew in a topic forgets what was shown there, and nothing of the group or its other topics', async () => {
  const store = await openTestStore()
  const show = async (threadId: number | undefined, articleId: string, startsOver = false) => {
    const place = { chatId: -7, ...(threadId !== undefined && { threadId }) }
    const [id = 0] = await store.outbox.add([aNotice('x', place)])
    await store.outbox.claim(id)
    await store.outbox.complete(id, { shown: { articleIds: [articleId], startsOver } })
  }
  await show(undefined, 'group')
  await show(5, 'five')
  await show(6, 'six')
  await show(5, 'anew', true)
  const shownIn = async (threadId?: number) => [
    ...(await store.shownArticles.in({ chatId: -7, ...(threadId !== undefined && { threadId }) })),
  ]
  expect([await shownIn(), await shownIn(5), await shownIn(6)]).toEqual([['group'], ['anew'], ['six']])
  await show(undefined, 'again', true)
  expect([await shownIn(), await shownIn(5)]).toEqual([['again'], ['anew']])
})
