import { beforeEach, describe, expect, test } from 'vitest'
import type { Reply } from '../../src/chat/index.ts'
import { anArticle } from '../support/articles.ts'
import { BEGINS_MS, callbacksOf, openConversation, type TestConversation } from '../support/conversation.ts'

const articles = Array.from({ length: 30 }, (_, n) =>
  anArticle({
    headline: n % 2 === 0 ? `地铁第${n}号线通车` : `公园第${n}座开放`,
    paragraphs: [n < 3 ? '中欧班列满载货运出发。' : '市民纷纷前往。', '记者昨日获悉。'],
    issueDate: `2024-05-${`${n + 1}`.padStart(2, '0')}`,
    section: '要闻',
    paper: '成都日报',
    source: { file: `${n}.txt`, lines: [1] },
  }),
)
const textOf = (reply: Reply | undefined) => (reply && 'message' in reply ? reply.message.html.markup : '')
const toastOf = (reply: Reply | undefined) => (reply && 'toast' in reply ? (reply.toast ?? '') : '')
const GROUP = { chatId: -5, kind: 'group' } as const
const admin = { isAdministrator: async () => true }

let chat: TestConversation
const say = (text: string, who: object = admin) => {
  const [, name = '', rest = ''] = /^\/(\w+)\s*([\s\S]*)$/.exec(text) ?? []
  return chat.act({ kind: 'command', name, text: rest.trim() }, who)
}
const press = (reply: Reply | undefined, label: string, who: object = admin) =>
  chat.act({ kind: 'callback', data: callbacksOf(reply).get(label) ?? `no ${label}` }, who)

beforeEach(async () => {
  chat = await openConversation(articles)
})

test.each([
  [
    'tells what it looks for, and what it would have told of',
    '/alert 中欧班列 -客运',
    /^🔔 <b>中欧班列 · 不含 客运<\/b>\n有新报道会在这里通知你。\n已有 3 篇符合的报道，最近一篇：\n　地铁第2号线通车\n　成都日报 · 2024年5月3日 · 要闻$/,
  ],
  ['says that there was nothing', '/alert 航天员', /目前还没有符合的报道。$/],
  ['offers what may have been meant', '/alert 中欧班例', /你是不是要找：<code>中欧</],
  ['reads no pinyin by itself', '/alert ditie', /还没有符合的报道[\s\S]*<code>地铁</],
  ['warns of what is common', '/alert 地铁', /每 100 篇就有 50 篇/],
  ['takes a section', '/alert 栏目:要闻', /栏目 要闻[\s\S]*30 篇[\s\S]*每 100 篇就有 100 篇/],
  ['leaves days out', '/alert 班列 2024-05', /<b>班列<\/b>\n提醒只针对新报道，日期已忽略。\n/],
  ['names what else is wrong beside a day', '/alert 班列 2024-05 标题:', /日期已忽略。\n.*标题/],
  ['leaves yesterday out', '/alert 昨天 班列', /<b>班列<\/b>\n提醒只针对新报道/],
  ['does not watch for days alone', '/alert 2024-05', /^提醒只针对新报道，日期已忽略。\n想关注哪方面/],
  ['does not watch for nothing', '/alert ！？', /^没有可以搜索的词[\s\S]*\/alert 中欧班列/],
  ['does not watch for exclusions alone', '/alert -货运', /^没有可以搜索的词/],
  ['explains itself', '/alert', /^想关注哪方面的新报道/],
  ['says how much of a long query counts', `/alert ${'班列 '.repeat(300)}`, /只用了前 400 个字/],
  ['shows markup as it is', '/alert <b>', /<b>&lt;b&gt;<\/b>/],
  ['lists nothing', '/alerts', /^这里还没有提醒/],
])('an alert %s', async (_what, text, expected) => {
  expect(textOf(await say(text))).toMatch(expected)
})

test('an alert that is made in a topic tells its news there', async () => {
  await chat.act(
    { kind: 'command', name: 'alert', text: '班列' },
    { ...admin, chat: { ...GROUP, threadId: 8 } },
  )
  await chat.act({ kind: 'command', name: 'alert', text: '公园' }, { ...admin, chat: GROUP })
  const alerts = await chat.store.alerts.ofChat(GROUP.chatId)
  expect(alerts.map(({ query, threadId }) => [query, threadId])).toEqual([
    ['班列', 8],
    ['公园', undefined],
  ])
})

test('the same again is the same alert, and of a thousand fifty are taken', async () => {
  await say('/alert 班列')
  expect(textOf(await say('/alert 班列'))).toContain('已经有这个提醒了')
  let last: Reply | undefined
  for (let n = 0; n < 999; n++) {
    chat.pass(1000)
    last = await say(`/alert 词${n}`)
  }
  expect(textOf(last)).toMatch(/^提醒已达上限（50 个）/)
  expect(await chat.store.alerts.ofChat(1)).toHaveLength(50)
})

test('all alerts are listed page by page, and each opens with a way back', async () => {
  for (let n = 0; n < 12; n++) await say(`/alert 词${n}`)
  const list = await say('/alerts')
  expect(textOf(list)).toMatch(/^<b>提醒（12 个）<\/b>\n1\. 词0[\s\S]*10\. 词9\n\n有新报道随时通知。$/)
  const second = await press(list, '›')
  expect(textOf(second)).toMatch(/11\. 词10\n12\. 词11\n\n有新报道随时通知。$/)
  const card = await press(second, '12')
  expect(textOf(card)).toContain('词11')
  expect(textOf(await press(card, '所有提醒'))).toBe(textOf(list))
  expect(textOf(await say('/alert'))).toMatch(/^想关注[\s\S]*提醒（12 个）/)
})

describe('under an alert', () => {
  let card: Reply | undefined
  let id: string
  beforeEach(async () => {
    card = await say('/alert 班列')
    id = (await chat.store.alerts.ofChat(1))[0]?.id ?? ''
  })
  const only = async () => (await chat.store.alerts.ofChat(1))[0]

  test('it is muted, and what came meanwhile is not told of afterwards', async () => {
    const muted = await press(card, '🔕 静音')
    expect(toastOf(muted)).toBe('已静音')
    expect(textOf(muted)).toMatch(/^🔕 <b>班列/)
    expect(await only()).toMatchObject({ muted: true, arrival: 30 })
    await chat.arrive([anArticle({ headline: '班列又开', source: { file: 'new.txt', lines: [1] } })])
    const unmuted = await press(muted, '🔔 取消静音')
    expect(textOf(unmuted)).toMatch(/^🔔 <b>班列/)
    expect(await only()).toMatchObject({ muted: false, arrival: 31 })
  })

  test('it is removed, and had back', async () => {
    const removed = await press(card, '🗑 删除')
    expect(textOf(removed)).toBe('已删除提醒 <s>班列</s>')
    expect(await only()).toBeUndefined()
    expect(toastOf(await press(card, '🔕 静音'))).toBe('这个提醒已不存在')
    const back = await press(removed, '撤销删除')
    expect(textOf(back)).toMatch(/^🔔 <b>班列/)
    expect(await only()).toMatchObject({ id, query: '班列' })
    expect(toastOf(await press(removed, '撤销删除'))).toBe('这个提醒已不存在')
  })

  test('it says how to change it, and is changed by typing', async () => {
    const editing = await press(card, '✏️ 修改')
    expect(textOf(editing)).toContain(`<code>/alert ${id} 班列</code>`)
    expect(textOf(await press(editing, '‹ 返回'))).toBe(textOf(card))
    expect(textOf(await say(`/alert ${id} -货运 -空运`))).toMatch(
      /^🔔 <b>班列 · 不含 货运 · 不含 空运<\/b>\n改好了。/,
    )
    expect(textOf(await say(`/alert ${id} 地铁 公交`))).toMatch(/^🔔 <b>地铁 \+ 公交<\/b>/)
    expect(textOf(await say(`/alert ${id}`))).toMatch(/^🔔 <b>地铁 \+ 公交<\/b>/)
    expect(textOf(await say(`/alert ${id} ？`))).toMatch(/^没有可以搜索的词/)
    expect(await only()).toMatchObject({ id, query: '地铁 公交' })
  })
})

test('a search becomes an alert with a press, with the section that it is narrowed to', async () => {
  const found = await say('/search 班列')
  expect(textOf(await press(found, '🔔 提醒我'))).toMatch(/^🔔 <b>班列<\/b>/)
  const list = callbacksOf(found).get('🔔 提醒我')?.split('.')[1] ?? ''
  const narrowed = await chat.act({ kind: 'callback', data: `g.${list}..要闻` })
  expect(textOf(await press(narrowed, '🔔 提醒我'))).toMatch(/^🔔 <b>班列 · 栏目 要闻<\/b>/)
  const nothing = await say('/search 航天员')
  expect(textOf(await press(nothing, '🔔 提醒我'))).toMatch(/^🔔 <b>航天员<\/b>/)
  expect(await chat.store.alerts.ofChat(1)).toHaveLength(3)
})

test('in a group everybody reads, and administrators change', async () => {
  const [member, boss] = [
    { chat: GROUP, user: { id: 2 }, isAdministrator: async () => false },
    { chat: GROUP, user: { id: 3 }, isAdministrator: async () => true },
  ]
  expect(textOf(await say('/alert 班列', member))).toBe('只有群管理员可以更改这项设置')
  await say('/alert 班列', boss)
  expect(textOf(await say('/alerts', member))).toContain('1. 班列')
  expect(textOf(await say('/alert', member))).toContain('1. 班列')
})

test('what is told unasked is in the language of whoever asked for it', async () => {
  await say('/alert 班列', { ...admin, user: { id: 1, languageCode: 'en' } })
  expect(await chat.store.chats.get(1)).toMatchObject({ language: 'en' })
  await say('/alert 地铁', { ...admin, user: { id: 1, languageCode: 'zh-hant' } })
  expect(await chat.store.chats.get(1)).toMatchObject({ language: 'en' })
})

describe('news that waits', () => {
  const ids = articles.map(({ id }) => id)
  const told = async (matches: readonly { alertId: string; query: string; ids: readonly string[] }[]) =>
    (await chat.write({ kind: 'alerts', matches, unlisted: 0 }, { chatId: 1, maybeTwice: false }))?.html
      .markup

  test('is not told of an alert that was removed or muted meanwhile, and of the others it is', async () => {
    await say('/alert 地铁')
    await say('/alert 公园')
    const [metro = '', park = ''] = (await chat.store.alerts.ofChat(1)).map(({ id }) => id)
    const matches = [
      { alertId: metro, query: '地铁', ids: ids.slice(0, 1) },
      { alertId: park, query: '公园', ids: ids.slice(1, 2) },
    ]
    expect(await told(matches)).toMatch(/第0号线[^]*第1座/)
    await chat.store.alerts.change(metro, { muted: true })
    expect(await told(matches)).toMatch(/^(?![^]*第0号线)[^]*第1座/)
    await chat.store.alerts.change(metro, { muted: false })
    await chat.store.alerts.remove(park)
    expect(await told(matches)).toMatch(/第0号线(?![^]*第1座)/)
    await chat.store.alerts.remove(metro)
    expect(await told(matches)).toBeUndefined()
  })

  test('is not told if all of its articles are gone', async () => {
    await say('/alert 地铁')
    const [alert] = await chat.store.alerts.ofChat(1)
    expect(await told([{ alertId: alert?.id ?? '', query: '地铁', ids: ['abcdefghij'] }])).toBeUndefined()
  })
})

test('alerts come once a day if an administrator wants it, and at once again', async () => {
  const who = { chat: GROUP, user: { id: 3 }, isAdministrator: async () => true }
  await say('/subscribe 20:00', who)
  await say('/alert 班列', who)
  const due = async () => (await chat.store.chats.get(GROUP.chatId))?.alertsDueMs
  const list = await press(await say('/alerts', who), '每天一次', who)
  // At 9 o'clock: the time of the subscription is eleven hours ahead.
  expect(await due()).toBe(BEGINS_MS + 11 * 3_600_000)
  expect(textOf(list)).toContain('20:00')
  await press(list, '随时通知', who)
  expect(await due()).toBeUndefined()
})
