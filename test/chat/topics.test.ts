import { beforeEach, expect, test } from 'vitest'
import type { Request } from '../../src/chat/index.ts'
import { anArticle } from '../support/articles.ts'
import { openConversation, type TestConversation, textOf } from '../support/conversation.ts'

// The topics of a forum are places of their own: what is done in one changes nothing in another, nor in the whole group.

const GROUP = -5
const articles = ['桥梁合龙', '公园开放', '球队夺冠', '新书首发'].map((headline, n) =>
  anArticle({
    headline,
    issueDate: '2024-06-08',
    paragraphs: [`${headline}，记者昨日获悉。`],
    source: { file: `${n}.txt`, lines: [1] },
  }),
)

let chat: TestConversation
beforeEach(async () => {
  chat = await openConversation(articles)
})

/** Somebody who may change everything, in a topic or (without one) in the group at large. */
const inTopic = (threadId?: number): Partial<Request> => ({
  chat: { chatId: GROUP, kind: 'group', ...(threadId !== undefined && { threadId }) },
  isAdministrator: async () => true,
})
const command = (name: string, text: string, threadId?: number) =>
  chat.act({ kind: 'command', name, text }, inTopic(threadId))
const timeIn = async (threadId?: number) => (await chat.store.subscriptions.get(GROUP, threadId))?.time

test.each([
  ['/unsubscribe', () => command('unsubscribe', '', 3)],
  ['its button', () => chat.act({ kind: 'callback', data: 'u.x' }, inTopic(3))],
])('%s in a topic ends the digest of that topic alone', async (_what, end) => {
  await command('subscribe', '7:00')
  await command('subscribe', '8:00', 3)
  await command('subscribe', '9:00', 4)
  await end()
  expect([await timeIn(), await timeIn(3), await timeIn(4)]).toEqual(['07:00', undefined, '09:00'])
})

test('who subscribes again finds the former settings of the topic, and not those of the group', async () => {
  await command('subscribe', '7:00')
  await command('unsubscribe', '')
  expect(textOf(await command('subscribe', '', 3))).toContain('每天 08:00')
  await command('subscribe', '21:30', 3)
  await command('unsubscribe', '', 3)
  expect(textOf(await command('subscribe', '', 3))).toContain('每天 21:30')
  expect(textOf(await command('subscribe', ''))).toContain('每天 07:00')
})

test('to say 改成晚上 in a topic changes its own digest, and makes none where only the group has one', async () => {
  const say = (text: string, threadId?: number) => chat.act({ kind: 'text', text }, inTopic(threadId))
  await command('subscribe', '7:00')
  expect(textOf(await say('改成晚上八点', 4))).toContain('还没有订阅')
  expect(await timeIn(4)).toBeUndefined()
  await command('subscribe', '8:00', 4)
  await say('改成晚上八点', 4)
  expect([await timeIn(), await timeIn(4)]).toEqual(['07:00', '20:00'])
})

test('/digest in a topic leaves out what was shown there, and shows what only another topic was shown', async () => {
  const { outbox, shownArticles } = chat.store
  const place = { chatId: GROUP, threadId: 3 }
  const [id = 0] = await outbox.add([{ ...place, kind: 'digest', payload: null, priority: 0, dueMs: 0 }])
  await outbox.claim(id)
  const read = articles.slice(0, 2).map((it) => it.id)
  await outbox.complete(id, { shown: { articleIds: read } })
  expect([...(await shownArticles.in(place))].toSorted()).toEqual(read.toSorted())
  const told = async (threadId?: number) => {
    const text = textOf(await command('digest', '', threadId))
    return articles.map(({ headline }) => text.includes(headline))
  }
  expect(await told(3)).toEqual([false, false, true, true])
  for (const threadId of [undefined, 4]) expect(await told(threadId)).toEqual([true, true, true, true])
})
