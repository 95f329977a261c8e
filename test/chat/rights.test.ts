import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import type { CallbackAction } from '../../src/chat/callback/actions.ts'
import type { Reply, Request } from '../../src/chat/index.ts'
import { markOf } from '../../src/chat/orders/topics.ts'
import { anArticle } from '../support/articles.ts'
import { callbacksOf, openConversation, type TestConversation, textOf } from '../support/conversation.ts'

/** Every form of data that buttons in chats may hold. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the border: a file of ours
const golden = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', 'fixtures', 'callback-data.json'), 'utf8'),
) as readonly (readonly [data: string, action: CallbackAction])[]

const articles = ['一', '二', '三'].map((n) =>
  anArticle({
    headline: `中欧班列第${n}号`,
    section: '要闻',
    issueDate: '2024-06-08',
    source: { file: `${n}.txt`, lines: [1] },
  }),
)
const GROUP = { chatId: -5, kind: 'group' } as const
const BOSS: Partial<Request> = { chat: GROUP, user: { id: 1 }, isAdministrator: async () => true }
const MEMBER: Partial<Request> = { chat: GROUP, user: { id: 2 }, isAdministrator: async () => false }

let chat: TestConversation
let list = ''
let alert = ''
const say = (name: string, text: string, who: Partial<Request>) =>
  chat.act({ kind: 'command', name, text }, who)
const press = (data: string, who: Partial<Request>) => chat.act({ kind: 'callback', data }, who)
const partOf = (reply: Reply | undefined, label: string, part: number) =>
  callbacksOf(reply).get(label)?.split('.')[part] ?? `no ${label}`

/** All that is kept of the group, but for the lists that anybody may open. */
async function settingsOfGroup() {
  const { chatId } = GROUP
  const { chats, subscriptions, alerts } = chat.store
  const { chatId: _id, ...known } = (await chats.get(chatId)) ?? { chatId }
  return JSON.stringify({
    known: Object.fromEntries(Object.entries(known).filter(([key]) => !/heard|seen/i.test(key))),
    subscription: await subscriptions.get(chatId),
    former: await subscriptions.former(chatId),
    alerts: await alerts.ofChat(chatId),
  })
}

beforeEach(async () => {
  chat = await openConversation(articles)
  await say('subscribe', '07:30 话题 体育', BOSS)
  await say('alert', '班列', BOSS)
  await say('tidy', '10', BOSS)
  alert = (await chat.store.alerts.ofChat(GROUP.chatId))[0]?.id ?? ''
  list = partOf(await say('search', '班列', MEMBER), '🔔 提醒我', 1)
})

/** What buttons may ask for, but for the sides of an article. */
const presses = golden.filter(([, action]) => !('id' in action))
/** The ids that the examples hold, as those of this test. */
const ofThisGroup = (data: string) =>
  data
    .replaceAll(/(?<=\.)[a-z2-7]{8}(?=\.|$)/g, data.startsWith('t.') ? alert : list)
    .replace('0123abcd', markOf('体育'))

test('in a group no press of a member changes what is kept of the group', async () => {
  expect(await chat.store.subscriptions.get(GROUP.chatId)).toMatchObject({ time: '07:30', topics: ['体育'] })
  expect(list).toMatch(/^[a-z2-7]{8}$/)
  expect(alert).toMatch(/^[a-z2-7]{8}$/)
  expect(new Set(presses.map(([, { kind }]) => kind)).size).toBeGreaterThan(35)
  const before = await settingsOfGroup()
  const changing: string[] = []
  for (const [data, { kind }] of presses) {
    chat.pass(60_000)
    await press(ofThisGroup(data), MEMBER)
    if ((await settingsOfGroup()) !== before) changing.push(kind)
  }
  expect(changing).toEqual([])
})

test('an administrator changes it with these presses', async () => {
  const changing = new Set<string>()
  for (const [data, { kind }] of presses) {
    chat.pass(60_000)
    await say('subscribe', '07:30 话题 体育', BOSS)
    const before = await settingsOfGroup()
    await press(ofThisGroup(data), BOSS)
    if ((await settingsOfGroup()) !== before) changing.add(kind)
  }
  expect([...changing].toSorted()).toMatchInlineSnapshot(`
    [
      "alert",
      "alertPace",
      "allTopics",
      "forget",
      "language",
      "setDays",
      "setLength",
      "setQuietHours",
      "setSkipWhenEmpty",
      "setTime",
      "setTimeZone",
      "setWithPicture",
      "snooze",
      "toggleDay",
      "toggleTopic",
      "unsubscribe",
    ]
  `)
})

test.each([
  ['subscribe', '08:00'],
  ['unsubscribe', ''],
  ['alert', '地铁'],
  ['tidy', '20'],
  ['tidy', 'off'],
  ['forget', ''],
  ['export', ''],
])('in a group /%s %s of a member changes nothing, and says who may', async (name, text) => {
  const before = await settingsOfGroup()
  expect(textOf(await say(name, text, MEMBER))).toMatch(/管理员/)
  expect(await settingsOfGroup()).toBe(before)
})

test('a list of a member becomes an alert of the group by an administrator alone', async () => {
  expect(await press(`tn.${list}`, MEMBER)).toMatchObject({ kind: 'toast' })
  expect(await chat.store.alerts.ofChat(GROUP.chatId)).toHaveLength(1)
  await press(`tn.${partOf(await say('search', '一号', BOSS), '🔔 提醒我', 1)}`, BOSS)
  expect((await chat.store.alerts.ofChat(GROUP.chatId)).map(({ query }) => query)).toEqual(['班列', '一号'])
})

test('an alert of one group cannot be reached from another one, whoever presses', async () => {
  const elsewhere: Partial<Request> = { ...BOSS, chat: { chatId: -6, kind: 'group' } }
  const before = await settingsOfGroup()
  const reached: string[] = []
  for (const act of ['s', 'e', 'm', 'u', 'x', 'r', 'q']) {
    chat.pass(60_000)
    if ((await press(`t.${act}.${alert}`, elsewhere))?.kind !== 'toast') reached.push(act)
  }
  expect(reached).toEqual([])
  expect(await settingsOfGroup()).toBe(before)
  expect(await chat.store.alerts.ofChat(-6)).toEqual([])
})
