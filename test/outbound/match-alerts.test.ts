import { beforeEach, expect, test } from 'vitest'
import type { News } from '../../src/chat/index.ts'
import type { Article } from '../../src/domain/index.ts'
import { matchAlerts } from '../../src/outbound/index.ts'
import { anArticle } from '../support/articles.ts'
import { callbacksOf, openConversation, type TestConversation } from '../support/conversation.ts'
import { messagesTo } from '../support/outbox.ts'

let line = 0
const on = (issueDate: string, headline: string, text = '记者昨日获悉。'): Article =>
  anArticle({
    headline,
    issueDate,
    paper: '成都日报',
    paragraphs: [`${headline}。${text}`],
    source: { file: `${issueDate}/${++line}.txt`, lines: [1] },
  })

let chat: TestConversation
beforeEach(async () => {
  chat = await openConversation([on('2024-06-01', '班列首发'), on('2024-06-01', '公园开放')])
})

const alertOn = async (query: string, place: { chatId: number; threadId?: number } = { chatId: 7 }) => {
  const arrival = await chat.store.archive.latestArrival()
  return (await chat.store.alerts.add({ ...place, ownerId: 1, query, arrival }, 99))?.id ?? ''
}
const round = () =>
  matchAlerts({
    archive: chat.store.archive,
    chats: chat.store.chats,
    alerts: chat.store.alerts,
    search: chat.search,
    now: chat.now,
  })
type AlertNews = Extract<News, { kind: 'alerts' }>
const messages = async () =>
  (await messagesTo(chat.store.outbox, 1, 7, 8)).map(({ id, chatId, threadId, payload }) => ({
    id,
    chatId,
    threadId,
    news: payload as AlertNews,
  }))
const headlines = async ({ matches }: AlertNews) =>
  Promise.all(
    matches.map(async ({ query, ids }) => [
      query,
      (await chat.store.archive.getMany(ids)).map((it) => it?.headline),
    ]),
  )

test('what comes is told of, and what was there before is not', async () => {
  await alertOn('班列 -货运')
  await chat.arrive([
    on('2024-06-08', '班列又开'),
    on('2024-06-08', '班列提速', '货运大增。'),
    on('2024-06-08', '公园扩建'),
  ])
  expect(await round()).toBe(1)
  const [queued, ...others] = await messages()
  expect(others).toEqual([])
  expect(queued && (await headlines(queued.news))).toEqual([['班列 -货运', ['班列又开']]])
  expect(await round()).toBe(0)
  await chat.arrive([on('2024-06-09', '公园重开')])
  expect(await round()).toBe(0)
  expect(await messages()).toHaveLength(1)
})

test('all alerts of a chat are told in one notice, those of other chats and topics in their own', async () => {
  await alertOn('班列')
  await alertOn('公园')
  await alertOn('无人问津')
  await alertOn('班列', { chatId: 8 })
  await alertOn('班列', { chatId: 7, threadId: 3 })
  await chat.arrive([on('2024-06-08', '班列又开'), on('2024-06-08', '公园边的班列')])
  expect(await round()).toBe(3)
  const told = await Promise.all(
    (await messages()).map(async ({ chatId, threadId, news }) => [chatId, threadId, await headlines(news)]),
  )
  const both = ['班列又开', '公园边的班列']
  expect(told).toEqual([
    [
      7,
      undefined,
      [
        ['班列', both],
        ['公园', ['公园边的班列']],
      ],
    ],
    [7, 3, [['班列', both]]],
    [8, undefined, [['班列', both]]],
  ])
})

/** What each chat was told so far, message by message: queries with their headlines. */
const told = async () =>
  Promise.all((await messages()).map(async ({ chatId, news }) => [chatId, await headlines(news)]))

test('of two alerts with one query, each tells of what came after it was made', async () => {
  await alertOn('班列')
  await chat.arrive([on('2024-06-08', '班列又开')])
  await alertOn('班列', { chatId: 8 })
  await alertOn('班列', { chatId: 7 })
  await chat.arrive([on('2024-06-09', '班列提速')])
  expect(await round()).toBe(2)
  expect(await told()).toEqual([
    [
      7,
      [
        ['班列', ['班列提速', '班列又开']],
        ['班列', ['班列提速']],
      ],
    ],
    [8, [['班列', ['班列提速']]]],
  ])
  expect(await round()).toBe(0)
})

test('an edited alert looks for its new words, from where it had looked to, and tells of nothing twice', async () => {
  const id = await alertOn('班列')
  await chat.arrive([on('2024-06-08', '公园边的班列')])
  await round()
  await chat.store.alerts.change(id, { query: '公园' })
  expect(await round()).toBe(0)
  await chat.arrive([on('2024-06-09', '公园扩建'), on('2024-06-09', '班列提速')])
  expect(await round()).toBe(1)
  // Edited in between: what has not been looked at yet counts for the new words.
  await chat.arrive([on('2024-06-10', '公园夜市'), on('2024-06-10', '班列返程')])
  await chat.store.alerts.change(id, { query: '班列' })
  expect(await round()).toBe(1)
  expect(await told()).toEqual([
    [7, [['班列', ['公园边的班列']]]],
    [7, [['公园', ['公园扩建']]]],
    [7, [['班列', ['班列返程']]]],
  ])
})

test('an alert that was muted tells of nothing that came meanwhile; another one of its chat does', async () => {
  const muted = await alertOn('班列')
  await alertOn('公园')
  await chat.store.alerts.change(muted, { muted: true })
  await chat.arrive([on('2024-06-08', '公园边的班列')])
  expect(await round()).toBe(1)
  // Unmuted as the conversation does it: from now on.
  await chat.store.alerts.change(muted, { muted: false, arrival: await chat.store.archive.latestArrival() })
  expect(await round()).toBe(0)
  await chat.arrive([on('2024-06-09', '班列提速')])
  expect(await round()).toBe(1)
  expect(await told()).toEqual([
    [7, [['公园', ['公园边的班列']]]],
    [7, [['班列', ['班列提速']]]],
  ])
})

test.each([99, 100, 101, 200, 201])(
  'of %i articles that come at once the last one is looked at',
  async (count) => {
    await alertOn('班列')
    const many = Array.from({ length: count }, (_, n) =>
      on('2024-06-08', n === count - 1 ? '班列又开' : `公园第${n}期`),
    )
    await chat.arrive(many)
    expect(await round()).toBe(1)
    expect(await told()).toEqual([[7, [['班列', ['班列又开']]]]])
  },
)

test.each([
  [500, 1, 500, 0],
  [501, 1, 500, 1],
  [250, 2, 250, 0],
  [251, 2, 250, 1],
])(
  'of %i articles for %i alerts, each lists %i, and %i more are told of by their number',
  async (count, alerts, listed, unlisted) => {
    for (let n = 0; n < alerts; n++) await alertOn('班列')
    const many = Array.from({ length: count }, (_, n) =>
      Object.assign(on('2024-06-08', `班列第${n}期`), { source: { file: 'all.jsonl', lines: [n] } }),
    )
    await chat.arrive(many)
    await round()
    const [queued] = await messages()
    expect(queued?.news.matches.map(({ ids }) => ids.length)).toEqual(
      Array.from({ length: alerts }, () => listed),
    )
    expect(queued?.news.unlisted).toBe(unlisted)
  },
)

test('a round that is stopped anywhere is caught up by the next one, and nobody is told twice', async () => {
  for (const chatId of [1, 7, 8]) await alertOn('班列', { chatId })
  await chat.arrive([on('2024-06-08', '班列又开')])
  const { archive, alerts } = chat.store
  for (let most = 0; most < 4; most++) {
    const stopping = new AbortController()
    let changes = 0
    const counted: typeof alerts = {
      ...alerts,
      tell: async (...all) => {
        if (++changes > most) stopping.abort()
        await alerts.tell(...all)
      },
    }
    await matchAlerts(
      { archive, chats: chat.store.chats, alerts: counted, search: chat.search, now: chat.now },
      stopping.signal,
    )
  }
  expect(await round()).toBe(0)
  expect((await told()).map(([chatId]) => chatId)).toEqual([1, 7, 8])
})

test('an article that comes again, from another file or after it was gone, is no news', async () => {
  await alertOn('班列')
  const article = on('2024-06-08', '班列又开')
  await chat.arrive([article])
  await round()
  await chat.arrive([{ ...article, source: { file: 'copy.txt', lines: [1] } }])
  await chat.store.manifest.drop(article.source.file)
  await chat.store.manifest.drop('copy.txt')
  await chat.arrive([article])
  expect(await round()).toBe(0)
})

test('a muted alert and one of a chat that is paused look at nothing', async () => {
  const id = await alertOn('班列')
  await alertOn('班列', { chatId: 8 })
  await chat.store.alerts.change(id, { muted: true })
  await chat.store.chats.heard({ chatId: 8, kind: 'private' })
  await chat.store.chats.pause(8, 'blocked')
  await chat.arrive([on('2024-06-08', '班列又开')])
  expect(await round()).toBe(0)
  await chat.store.chats.heard({ chatId: 8, kind: 'private' })
  expect(await round()).toBe(1)
})

test('an archive that comes at once is one notice: its newest articles, and the number of all', async () => {
  await alertOn('班列')
  const many = Array.from({ length: 1203 }, (_, n) => {
    const day = `${2010 + (n % 14)}-01-${`${1 + (n % 28)}`.padStart(2, '0')}`
    return { ...on(day, `班列第${n}期`), source: { file: 'all.jsonl', lines: [n] } }
  })
  await chat.arrive(many)
  expect(await round()).toBe(1)
  const [queued] = await messages()
  const ids = queued?.news.matches[0]?.ids ?? []
  expect(ids).toHaveLength(500)
  expect(queued?.news.unlisted).toBe(703)
  const dates = (await chat.store.archive.getMany(ids)).map((it) => it?.issueDate ?? '')
  const newest = many
    .map(({ issueDate = '' }) => issueDate)
    .toSorted()
    .toReversed()
    .slice(0, 500)
  expect(dates).toEqual(newest)
  const message = queued && (await chat.write(queued.news, { chatId: 7, maybeTwice: false }))
  expect(message?.html.markup).toMatch(/^🔔 <b>班列<\/b> · 1,203 篇新报道/)
  expect(message?.html.markup).toMatch(/还有 1,195 篇$/)
})

test('the newest issue is listed first, and of a day what came first', async () => {
  await alertOn('班列')
  const days = ['2024-06-08', '2024-06-01', '2024-06-08', '2024-06-09', '2024-06-08', '2024-06-01']
  const articles = days.map((day, n) => on(day, `班列第${n}期`))
  await chat.arrive(articles)
  await round()
  const [queued] = await messages()
  expect(queued?.news.matches[0]?.ids).toEqual([3, 0, 2, 4, 1, 5].map((n) => articles[n]?.id))
})

test('of several alerts each lists its share of a notice, and the one that leaves out most says how many', async () => {
  await alertOn('班列')
  await alertOn('公园')
  const file = (n: number) => ({ source: { file: 'all.jsonl', lines: [n] } })
  await chat.arrive([
    ...Array.from({ length: 260 }, (_, n) => ({ ...on('2024-06-08', `班列第${n}期`), ...file(n) })),
    ...Array.from({ length: 3 }, (_, n) => ({ ...on('2024-06-08', `公园第${n}座`), ...file(300 + n) })),
  ])
  await round()
  const [queued] = await messages()
  expect(queued?.news.matches.map(({ ids }) => ids.length)).toEqual([250, 3])
  expect(queued?.news.unlisted).toBe(10)
})

test('a notice shows the matched words, opens articles, leads back, and manages its alert', async () => {
  const id = await alertOn('班列 市民', { chatId: 1 })
  await chat.arrive([
    on('2024-06-08', '班列又开', '市民纷纷点赞。'),
    on('2024-06-08', '班列<b>提速</b>', '市民说好。'),
  ])
  await round()
  const [queued] = await messages()
  const message = queued && (await chat.write(queued.news, { chatId: 1, maybeTwice: true }))
  expect(message?.html.markup).toBe(
    [
      '上次没能确认送达，这份可能是重复的。',
      '🔔 <b>班列 + 市民</b> · 2 篇新报道',
      '',
      '1. <u><strong>班列</strong>又开</u>',
      '成都日报 · 2024年6月8日',
      '<strong>班列</strong>又开。<strong>市民</strong>纷纷点赞。',
      '',
      '2. <u><strong>班列</strong>&lt;b&gt;提速&lt;/b&gt;</u>',
      '成都日报 · 2024年6月8日',
      '<strong>班列</strong>&lt;b&gt;提速&lt;/b&gt;。<strong>市民</strong>说好。',
    ].join('\n'),
  )
  const notice = message && ({ kind: 'send', message } as const)
  const press = (data = '', user = { id: 2 }) =>
    chat.act({ kind: 'callback', data }, { user, isAdministrator: async () => true })
  const article = await press(callbacksOf(notice).get('1'))
  const back = await press(callbacksOf(article).get('‹ 返回'))
  expect(back).toMatchObject({ kind: 'edit', message: { buttons: message?.buttons } })
  const muted = await press(callbacksOf(notice).get('🔕 静音'))
  expect(muted).toMatchObject({ kind: 'edit', toast: '已静音' })
  expect(callbacksOf(muted).get('‹ 返回')).toBe(callbacksOf(article).get('‹ 返回'))
  expect(await chat.store.alerts.get(id)).toMatchObject({ muted: true })
  // Whoever has muted it meanwhile wants none of what still waits.
  expect(queued && (await chat.write(queued.news, { chatId: 1, maybeTwice: false }))).toBeUndefined()
})

test('a chat that reads in Traditional characters is told in them', async () => {
  await chat.store.chats.heard({ chatId: 1, kind: 'private' })
  await chat.store.chats.setLanguage(1, 'zh-Hant')
  await alertOn('班列', { chatId: 1 })
  await chat.arrive([on('2024-06-08', '班列开进学区')])
  await round()
  const [queued] = await messagesTo(chat.store.outbox, 1)
  const message = queued && (await chat.write(queued.payload as News, { chatId: 1, maybeTwice: true }))
  expect(message?.html.markup).toContain('開進學區')
})

test('several alerts stand in one notice, each article once', async () => {
  await alertOn('班列', { chatId: 1 })
  await alertOn('公园', { chatId: 1 })
  await chat.arrive([
    on('2024-06-08', '公园扩建'),
    on('2024-06-08', '公园边的班列'),
    on('2024-06-08', '班列又开'),
  ])
  await round()
  const [queued] = await messages()
  const message = queued && (await chat.write(queued.news, { chatId: 1, maybeTwice: false }))
  const text = message?.html.markup.replace(/<[^>]*>/g, '')
  expect(text).toMatch(
    /^🔔 3 篇新报道\n\n班列\n1\. 班列又开[\s\S]*\n\n班列、公园\n2\. 公园边的班列[\s\S]*\n\n公园\n3\. 公园扩建/,
  )
  expect(message?.html.markup).toContain('<u><strong>公园</strong>边的<strong>班列</strong></u>')
  const card = await chat.act({
    kind: 'callback',
    data: callbacksOf(message && { kind: 'send', message }).get('⚙ 公园') ?? '',
  })
  expect(callbacksOf(card).get('‹ 返回')).toBeDefined()
})

test.each([1000, 1001])(
  'of %i alerts without news none has to look at the same articles again',
  async (count) => {
    const arrival = await chat.store.archive.latestArrival()
    for (let n = 0; n < count; n++)
      await chat.store.alerts.add({ chatId: 7, ownerId: 1, query: `无人问津${n}`, arrival }, 9999)
    await chat.arrive([on('2024-06-08', '公园扩建')])
    const latest = await chat.store.archive.latestArrival()
    expect(await chat.store.alerts.behind(latest)).toHaveLength(count)
    expect(await round()).toBe(0)
    expect(await chat.store.alerts.behind(latest)).toEqual([])
  },
)
