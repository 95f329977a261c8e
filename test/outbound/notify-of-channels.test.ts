import { expect, test } from 'vitest'
import { keepChats } from '../../src/app/keep-chats.ts'
import { notifyOfChannels } from '../../src/outbound/index.ts'
import { createChannelNoticeComposer } from '../../src/outbound/kinds/channel-notice.ts'
import { openConversation } from '../support/conversation.ts'
import { messagesTo } from '../support/outbox.ts'
import { openTestStore } from '../support/stores.ts'

const CHANNEL = -100
const OWNER = 7

/** A channel that somebody set up, a chat that nobody did, and what their events lead to. */
async function open() {
  const store = await openTestStore()
  await store.channels.save({ chatId: CHANNEL, title: '城事', ownerId: OWNER })
  for (const chatId of [CHANNEL, 1]) await store.chats.heard({ chatId, kind: 'channel' })
  let notices = 0
  const events = notifyOfChannels(keepChats(store.chats), {
    ...store,
    now: () => 5,
    onNotice: () => notices++,
  })
  return { store, events, notices: () => notices, told: () => messagesTo(store.outbox, OWNER, 1, CHANNEL) }
}

test('whoever set up a channel is told once that the bot is out, or silenced, and once that it is back', async () => {
  const { store, events, notices, told } = await open()
  await events.onBack(CHANNEL) // It was never away.
  await events.onGone(CHANNEL, 'gone')
  await events.onGone(CHANNEL, 'gone')
  expect(await store.chats.get(CHANNEL)).toMatchObject({ paused: 'blocked' })
  await events.onBack(CHANNEL)
  await events.onBack(CHANNEL)
  expect((await store.chats.get(CHANNEL))?.paused).toBeUndefined()
  await events.onGone(CHANNEL, 'silenced')
  const news = await told()
  expect(news.map(({ payload }) => payload)).toEqual(
    ['gone', 'back', 'silenced'].map((what) => ({ kind: 'channelNews', what, title: '城事' })),
  )
  for (const it of news) expect(it).toMatchObject({ kind: 'channelNotice', chatId: OWNER, dueMs: 5 })
  expect(notices()).toBe(3)

  const { write } = await openConversation([], store)
  const composer = createChannelNoticeComposer({ write })
  const [first, ...others] = await Promise.all(news.map((it) => composer.compose(it)))
  expect(first).toMatchObject({
    kind: 'message',
    message: { html: { markup: expect.stringContaining('城事') } },
  })
  expect(others).not.toContainEqual(first)
  // Two days: what is told again is known by then.
  expect(composer.retentionMs).toBe(172_800_000)
  for (const payload of [
    {},
    { kind: 'alerts', what: 'gone', title: '城事' },
    { kind: 'channelNews', what: 'sold', title: '城事' },
  ])
    expect(await composer.compose(Object.assign({}, news[0], { payload }))).toEqual({ kind: 'damaged' })
})

test('of chats that nobody set up as a channel, and of those that move, nobody is told', async () => {
  const { store, events, notices, told } = await open()
  await events.onGone(1, 'gone')
  expect(await store.chats.get(1)).toMatchObject({ paused: 'blocked' })
  await events.onBack(1)
  expect((await store.chats.get(1))?.paused).toBeUndefined()
  // Of one that nobody has heard of it is not known whether it was away.
  await events.onBack(99)
  await events.onGone(98, 'silenced')
  await events.onMoved(CHANNEL, -200)
  expect(await store.chats.get(-200)).toMatchObject({ chatId: -200 })
  expect(await told()).toEqual([])
  expect(notices()).toBe(0)
})
