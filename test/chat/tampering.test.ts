import { beforeEach, describe, expect, test } from 'vitest'
import type { Reply, Request } from '../../src/chat/index.ts'
import { markOf, topicOf } from '../../src/chat/orders/topics.ts'
import { anArticle } from '../support/articles.ts'
import { callbacksOf, openConversation, type TestConversation } from '../support/conversation.ts'

const GROUP = { chatId: -5, kind: 'group' } as const
const articles = Array.from({ length: 12 }, (_, n) =>
  anArticle({
    headline: `成都第${n}号新闻`,
    paragraphs: [`成都今天有第${n}号新闻。`, '报童走街串巷。'],
    issueDate: '2024-06-08',
    section: '要闻',
    source: { file: `${n}.txt`, lines: [1] },
  }),
)

/** Who presses: what they are in the group, and whether the button's list is named rightly. */
const people = {
  owner: { user: { id: 1 }, isAdministrator: async () => false },
  'another member': { user: { id: 2 }, isAdministrator: async () => false },
  administrator: { user: { id: 3 }, isAdministrator: async () => true },
  // Telegram is asked when the button is pressed, so what one was yesterday does not count.
  'former administrator': { user: { id: 4 }, isAdministrator: async () => false },
  'owner in another chat': {
    user: { id: 1 },
    isAdministrator: async () => false,
    chat: { chatId: -6, kind: 'group' },
  },
} as const satisfies Record<string, Partial<Request>>

let chat: TestConversation
let list: string
let press: (label: string) => string

beforeEach(async () => {
  chat = await openConversation(articles)
  const shown = callbacksOf(
    await chat.act({ kind: 'command', name: 'search', text: '成都' }, { chat: GROUP, user: { id: 1 } }),
  )
  list = shown.get('›')?.split('.')[1] ?? ''
  press = (label) => shown.get(label) ?? ''
})

const doneTo = (reply: Reply | undefined) =>
  reply?.kind === 'edit'
    ? 'done'
    : reply?.kind === 'private'
      ? 'for oneself'
      : reply?.kind === 'toast'
        ? 'refused'
        : 'nothing'

/** The eight things that a button can do, and who may do them. */
const actions = [
  ['turn a page', () => press('›'), ['owner']],
  ['put in order', () => press('最新'), ['owner']],
  ['show filters', () => press('筛选'), ['owner']],
  ['narrow', () => `g.${list}.2024-06.`, ['owner']],
  ['ask again', () => `r.${list}`, ['owner']],
  ['open an article', () => press('1'), ['owner', 'owner in another chat']],
  ['change the language', () => 'v.en', ['administrator']],
] satisfies readonly (readonly [string, () => string, readonly string[]])[]

describe.each(actions)('to %s', (_what, data, allowed) => {
  test.each(Object.entries(people))('as %s', async (name, who) => {
    const reply = await chat.act({ kind: 'callback', data: data() }, { chat: GROUP, ...who })
    const otherwise = data().startsWith('a.') ? 'for oneself' : 'refused'
    expect(doneTo(reply)).toBe(allowed.includes(name) ? 'done' : otherwise)
  })

  test('with a forged id', async () => {
    const forged = data()
      .replace(/[a-z2-7]{8,10}/, (id) => 'a'.repeat(id.length))
      .replace('v.en', 'v.xx')
    const owner = { chat: GROUP, ...people.administrator }
    expect(doneTo(await chat.act({ kind: 'callback', data: forged }, owner))).toBe('refused')
  })
})

test('what one person saves in a group is told to that person, and shown to nobody else', async () => {
  const save = { kind: 'callback', data: press('1').replace('a.', 'b.') } as const
  for (const who of [people.owner, people['another member']])
    expect(await chat.act(save, { chat: GROUP, ...who })).toEqual({
      kind: 'toast',
      toast: expect.stringContaining('已收藏'),
    })
  const opened = await chat.act({ kind: 'callback', data: press('1') }, { chat: GROUP, ...people.owner })
  expect(JSON.stringify(opened)).toContain('☆')
  expect(JSON.stringify(opened)).not.toContain('★')
  const link = press('1').split('.')[1] ?? ''
  const mine = await chat.act(
    { kind: 'command', name: 'start', text: `a_${link}` },
    { chat: { chatId: 2, kind: 'private' }, user: { id: 2 } },
  )
  expect(JSON.stringify(mine)).toContain('★')
})

test('a search of a group is not opened elsewhere by whoever knows its number', async () => {
  const open = (chatId: number) =>
    chat.act(
      { kind: 'command', name: 'start', text: `q_${list}` },
      { chat: { chatId, kind: chatId < 0 ? 'group' : 'private' } },
    )
  expect(JSON.stringify(await open(2))).toContain('失效')
  expect(JSON.stringify(await open(GROUP.chatId))).toContain('12 篇')
})

/** The daily digest of the group: everybody may look, administrators may change, whoever asked for the panel. */
describe.each([
  ['look at the settings', 'u.s.m.0', Object.keys(people)],
  ['look at the topics', 'u.s.o.0', Object.keys(people)],
  ...[
    ['subscribe', 'u.y'],
    ['subscribe below a digest', 'u.b'],
    ['unsubscribe', 'u.x'],
    ['change the time', 'u.t.06:00'],
    ['change the days', 'u.w.67'],
    ['take a day away', 'u.d.1'],
    ['change the zone', 'u.z.Asia/Tokyo'],
    ['change the length', 'u.l.short'],
    ['skip empty days', 'u.e.1'],
    ['change quiet hours', 'u.q.22:00.07:00'],
    ['snooze', 'u.p.7'],
    ['choose a topic', `u.o.${markOf(topicOf('要闻') ?? '')}.0`],
    ['choose all topics', 'u.a'],
  ].map(([what = '', data = '']) => [what, data, ['administrator']] as const),
] as const)('to %s', (_what, data, allowed) => {
  const settings = async (chatId: number) => JSON.stringify(await chat.store.subscriptions.ofChat(chatId))

  test.each(Object.entries(people))('as %s', async (name, who) => {
    const administrator = { chat: GROUP, ...people.administrator }
    await chat.act({ kind: 'command', name: 'subscribe', text: '8:00 话题 成都' }, administrator)
    if (data === 'u.y' || data === 'u.b') await chat.store.subscriptions.remove(GROUP.chatId)
    const before = await settings(GROUP.chatId)
    const reply = await chat.act({ kind: 'callback', data }, { chat: GROUP, ...who })
    const mayDo = allowed.some((it) => it === name)
    expect(reply?.kind === 'toast').toBe(!mayDo)
    expect((await settings(GROUP.chatId)) !== before).toBe(mayDo && !data.startsWith('u.s.'))
    expect(await settings(-6)).toBe('[]')
  })
})

test('a button of a group, sent from another one, changes nothing in the first', async () => {
  const administrator = { chat: GROUP, ...people.administrator }
  await chat.act({ kind: 'command', name: 'subscribe', text: '8:00' }, administrator)
  await chat.act({ kind: 'callback', data: 'u.x' }, { ...administrator, chat: { chatId: -6, kind: 'group' } })
  expect(await chat.store.subscriptions.get(GROUP.chatId)).toMatchObject({ time: '08:00' })
})

/** What can be done about the alerts of the group. */
const alertActions = [
  ['see all alerts', () => 'ts.0', ['owner', 'another member', 'administrator', 'former administrator']],
  ['see an alert', (id) => `t.s.${id}`, ['owner', 'another member', 'administrator', 'former administrator']],
  ['be told how to change an alert', (id) => `t.e.${id}`, ['administrator']],
  ['mute an alert', (id) => `t.m.${id}`, ['administrator']],
  ['unmute an alert', (id) => `t.u.${id}`, ['administrator']],
  ['remove an alert', (id) => `t.x.${id}`, ['administrator']],
  ['have an alert back', (id) => `t.r.${id}`, ['administrator']],
  ['make an alert of a list', () => `tn.${list}`, ['administrator']],
] satisfies readonly (readonly [string, (id: string) => string, readonly string[]])[]

describe.each(alertActions)('to %s', (what, data, allowed) => {
  let id: string
  const isBack = what === 'have an alert back'
  beforeEach(async () => {
    const made = { chatId: GROUP.chatId, ownerId: 1, query: '成都', arrival: 0 }
    id = (await chat.store.alerts.add(made, 9))?.id ?? ''
    if (isBack) await chat.store.alerts.remove(id)
  })
  const state = async () => [await chat.store.alerts.ofChat(GROUP.chatId), await chat.store.alerts.ofChat(-6)]

  test.each(Object.entries(people))('as %s', async (name, who) => {
    const before = await state()
    const reply = await chat.act({ kind: 'callback', data: data(id) }, { chat: GROUP, ...who })
    const isTold = (allowed as readonly string[]).includes(name)
    if (isTold) return expect(['edit', 'send']).toContain(reply?.kind)
    // In another chat one sees what is there, which is nothing of this one.
    if (what !== 'see all alerts') expect(doneTo(reply)).toBe('refused')
    expect(JSON.stringify(reply)).not.toContain(id)
    expect(await state()).toEqual(before)
  })

  test('as administrator of another chat', async () => {
    const before = await state()
    const who = { chat: { chatId: -6, kind: 'group' }, ...people.administrator } as const
    expect(JSON.stringify(await chat.act({ kind: 'callback', data: data(id) }, who))).not.toContain(id)
    expect(await state()).toEqual(before)
  })

  test('with a forged id', async () => {
    const before = await state()
    const forged = data(id).replace(/[a-z2-7]{8}/, 'aaaaaaaa')
    // All alerts are asked for without an id: there is none to forge.
    if (what === 'see all alerts') return expect(forged).toBe(data(id))
    const reply = await chat.act({ kind: 'callback', data: forged }, { chat: GROUP, ...people.administrator })
    expect(doneTo(reply)).toBe('refused')
    expect(await state()).toEqual(before)
  })
})

test.each(Object.entries(people))('an alert is made or changed by typing as %s', async (name, who) => {
  const made = { chatId: GROUP.chatId, ownerId: 1, query: '成都', arrival: 0 }
  const id = (await chat.store.alerts.add(made, 9))?.id ?? ''
  for (const text of [`${id} 新闻`, `${id} -号`, '新闻'])
    await chat.act({ kind: 'command', name: 'alert', text }, { chat: GROUP, ...who })
  const queries = (await chat.store.alerts.ofChat(GROUP.chatId)).map(({ query }) => query)
  expect(queries).toEqual(name === 'administrator' ? ['新闻 -号', '新闻'] : ['成都'])
})

test('what somebody saves is saved for them alone', async () => {
  await chat.act({ kind: 'callback', data: press('1').replace('a.', 'b.') }, { chat: GROUP, user: { id: 2 } })
  const saved = (id: number) =>
    chat.act(
      { kind: 'command', name: 'saved', text: '' },
      { user: { id }, chat: { chatId: id, kind: 'private' } },
    )
  expect(callbacksOf(await saved(2)).size).toBeGreaterThan(0)
  expect(callbacksOf(await saved(1)).size).toBe(0)
})

test('a list of saved articles is not handed on by a link', async () => {
  await chat.act(
    { kind: 'callback', data: press('1').replace('a.', 'b.') },
    { user: { id: 2 }, chat: { chatId: 2, kind: 'private' } },
  )
  const own = await chat.act(
    { kind: 'command', name: 'saved', text: '' },
    { user: { id: 2 }, chat: { chatId: 2, kind: 'private' } },
  )
  const savedList = [...callbacksOf(own).values()][0]?.split('.')[3] ?? ''
  const opened = await chat.act(
    { kind: 'command', name: 'start', text: `q_${savedList}` },
    { user: { id: 1 }, chat: { chatId: 1, kind: 'private' } },
  )
  expect(opened).toMatchObject({ message: { html: { markup: expect.stringContaining('链接已经失效') } } })
})

test('a list that is too old explains itself, and is asked for again', async () => {
  chat.pass(31 * 24 * 3600 * 1000)
  const old = await chat.act({ kind: 'callback', data: press('›') }, { chat: GROUP, user: { id: 1 } })
  expect(old).toMatchObject({
    kind: 'edit',
    message: { html: { markup: expect.stringContaining('已经过期') } },
  })
  const again = await chat.act(
    { kind: 'callback', data: callbacksOf(old).get('重新搜索') ?? '' },
    { chat: GROUP, user: { id: 1 } },
  )
  expect(callbacksOf(again).get('›')).toBeDefined()
})
