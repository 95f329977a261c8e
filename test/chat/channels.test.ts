import { beforeEach, expect, test } from 'vitest'
import { decodeCallback } from '../../src/chat/callback/callback-data.ts'
import type { Message, Reply, Request } from '../../src/chat/index.ts'
import { textsOf } from '../../src/chat/texts/index.ts'
import type { ChannelAccess } from '../../src/chat/turn/channels.ts'
import { anArticle } from '../support/articles.ts'
import { callbacksOf, openConversation, type TestConversation, textOf } from '../support/conversation.ts'

const ID = -1_001_234_567_890
const articles = ['桥', '园', '球', '书', '剧', '渔', '茶', '电'].map((word, n) =>
  anArticle({
    headline: `中欧班列第${n}号`,
    paragraphs: [`${word.repeat(9)}，记者看到。`],
    issueDate: '2024-06-08',
    source: { file: `${n}.txt`, lines: [1] },
  }),
)

let chat: TestConversation
/** Who may post into the channel. */
let allowed: Set<number>
let posted: Message[]
/** Whether Telegram takes a post. */
let isTaken: boolean
const access = async (_channel: number | string, userId: number): Promise<ChannelAccess> =>
  allowed.has(userId)
    ? { kind: 'open', channel: { chatId: ID, title: '晨读', username: 'morning' } }
    : { kind: 'closed', obstacle: 'notAdministrator', title: '晨读' }

beforeEach(async () => {
  allowed = new Set([1, 2])
  posted = []
  isTaken = true
  const post = async (_chatId: number, message: Message) => {
    posted.push(message)
    return isTaken
  }
  chat = await openConversation(articles, {}, { gate: { access, post, botName: async () => 'paperboy_bot' } })
})

const as = (id: number): Partial<Request> => ({ chat: { chatId: id, kind: 'private' }, user: { id } })
const say = (text: string, id = 1) => chat.act({ kind: 'command', name: 'channel', text }, as(id))
const press = (data: string, id = 1) => chat.act({ kind: 'callback', data }, as(id))
const tap = (reply: Reply | undefined, label: string, id = 1) =>
  press(callbacksOf(reply).get(label) ?? `no ${label}`, id)
const subscription = () => chat.store.subscriptions.get(ID)

test('a channel is set up once, and belongs to who did it, whoever looks afterwards', async () => {
  expect(textOf(await say('@morning'))).toContain('频道接好了')
  expect(textOf(await say('@morning', 2))).not.toContain('频道接好了')
  expect(textOf(await chat.act({ kind: 'channel', chatId: ID }, as(2)))).toContain('晨读')
  expect(await chat.channels.get(ID)).toEqual({
    chatId: ID,
    title: '晨读',
    username: 'morning',
    ownerId: 1,
  })
  expect(callbacksOf(await say('')).has('晨读')).toBe(true)
  expect(textOf(await say('', 2))).toContain('把每日精选发到频道')
})

test.each([
  ['@morning', true],
  ['morning', true],
  ['t.me/morning', true],
  ['https://t.me/morning', true],
  [String(ID), true],
  ['@abc', false],
  [`@${'a'.repeat(33)}`, false],
  ['@9lives', false],
  ['早报', false],
  ['12345', false],
])('/channel %s names a channel: %s', async (ref, is) => {
  await say(ref)
  expect((await chat.channels.get(ID)) !== undefined).toBe(is)
})

test('with settings or a query behind its name they are made for the channel, and not for who asks', async () => {
  const set = await say('@morning 周一 9点')
  expect(await subscription()).toMatchObject({ chatId: ID, time: '09:00', weekdays: [1] })
  expect(callbacksOf(set).get('‹ 返回')).toBe(`cc.s.${ID}`)
  await say('@morning 提醒：中欧班列 -货运')
  expect(await chat.store.alerts.ofChat(ID)).toMatchObject([{ query: '中欧班列 -货运', ownerId: 1 }])
  expect(await chat.store.subscriptions.get(1)).toBeUndefined()
  expect(await chat.store.alerts.ofChat(1)).toEqual([])
})

test('its settings are changed by buttons in a private chat, each of which leads back', async () => {
  let panel = await tap(await say('@morning'), '开始发布')
  expect(await subscription()).toMatchObject({ chatId: ID, time: '08:00' })
  panel = await tap(panel, '08:00')
  expect(callbacksOf(panel).has('发一份试试')).toBe(false)
  panel = await tap(panel, '06:30')
  expect(await subscription()).toMatchObject({ time: '06:30' })
  expect([...callbacksOf(panel).keys()]).toEqual(expect.arrayContaining(['06:30', '发一份试试', '移除频道']))
  await say('@morning 提醒 班列')
  const alerts = await tap(await say('@morning'), '看提醒')
  expect(textOf(alerts)).toContain('1. 班列')
  expect(textOf(await tap(alerts, '‹ 返回'))).toContain('新报道提醒　1 个')
})

test('who may not post any more changes nothing by the buttons that are left, and who set it up may remove it', async () => {
  const panel = await tap(await say('@morning'), '开始发布')
  const before = await subscription()
  allowed.delete(1)
  for (const label of ['08:00', '停止发布', '发一份试试', '每天']) {
    const reply = await tap(panel, label)
    expect(textOf(reply)).toContain('你不是“晨读”的管理员')
    expect([...callbacksOf(reply).keys()]).toEqual(['再检查一次', '移除频道'])
  }
  expect(await subscription()).toEqual(before)
  expect(posted).toEqual([])
  expect(textOf(await press(`cc.r.${ID}`, 2))).toContain('不是你设置的')
  expect(await chat.channels.get(ID)).toBeDefined()
  const asked = await tap(panel, '移除频道')
  expect(await chat.channels.get(ID)).toBeDefined()
  await tap(asked, '移除')
  expect(await chat.channels.get(ID)).toBeUndefined()
  expect(await subscription()).toBeUndefined()
})

test('buttons of a channel that was removed say so, also to those who may post there', async () => {
  const panel = await tap(await say('@morning'), '开始发布')
  await tap(await tap(panel, '移除频道'), '移除')
  for (const label of ['08:00', '停止发布', '发一份试试', '移除频道']) {
    expect(await tap(panel, label)).toMatchObject({ kind: 'toast' })
  }
  expect(await subscription()).toBeUndefined()
  expect(posted).toEqual([])
})

test('a test posts the next digest with links in place of buttons, and shows nothing as read', async () => {
  const panel = await say('@morning')
  expect(textOf(await tap(panel, '发一份试试'))).toBe('已发到频道，去看看吧')
  expect(posted).toHaveLength(1)
  const [message] = posted
  expect(message?.html.markup).toContain('中欧班列第0号')
  const links = message?.buttons.flat().map((it) => ('url' in it ? it.url : 'no link')) ?? []
  expect(links).toHaveLength(articles.length + 1)
  for (const link of links)
    expect(link).toMatch(/^https:\/\/t\.me\/paperboy_bot\?start=(?:a_[a-z2-7]{10}|q_[a-z2-7]{8})$/)
  expect(message?.buttons[0]).toHaveLength(6)
  expect((await chat.store.shownArticles.in({ chatId: ID })).size).toBe(0)
  isTaken = false
  expect(textOf(await tap(panel, '发一份试试'))).toBe('没有发成，请稍后再试')
})

/** What the buttons of a reply would do in the channel, and the button of each. */
const remoteOf = (reply: Reply | undefined) =>
  [...callbacksOf(reply)].flatMap(([label, data]) => {
    const action = decodeCallback(data)
    const inner = action?.kind === 'inChannel' ? decodeCallback(action.inner) : undefined
    return inner ? [{ label, inner }] : []
  })

test('an alert of a channel is muted and removed from the private chat, and neither typed nor run there', async () => {
  expect(callbacksOf(await say('@morning')).has('看提醒')).toBe(false)
  await say('@morning 提醒 班列')
  const alert = await tap(await tap(await say('@morning'), '看提醒'), '1')
  expect(remoteOf(alert).flatMap(({ inner }) => (inner.kind === 'alert' ? [inner.action] : []))).toEqual([
    'mute',
    'remove',
  ])
})

test('one who sets how often alerts of a channel come stays at its alerts', async () => {
  await say('@morning 提醒 班列')
  const alerts = await tap(await say('@morning'), '看提醒')
  const pace = remoteOf(alerts).find(({ inner }) => inner.kind === 'alertPace')
  const after = await tap(alerts, pace?.label ?? '')
  expect(textOf(after)).toContain('1. 班列')
  expect((await chat.store.chats.get(ID))?.alertsDueMs).toBeGreaterThan(chat.now())
})

test('what is posted into a channel is paused for some days from the private chat', async () => {
  const panel = await tap(await say('@morning'), '开始发布')
  const pause = remoteOf(panel).find(({ inner }) => inner.kind === 'settings' && inner.screen === 'snooze')
  const days = await tap(panel, pause?.label ?? '')
  const first = remoteOf(days).find(({ inner }) => inner.kind === 'snooze')
  await tap(days, first?.label ?? '')
  expect((await subscription())?.snoozedUntilMs).toBeGreaterThan(chat.now())
})

test('a test is posted in the language of the channel, whoever asks for it', async () => {
  await chat.act(
    { kind: 'command', name: 'channel', text: '@morning' },
    { ...as(1), user: { id: 1, languageCode: 'en' } },
  )
  await press(`cc.t.${ID}`, 2)
  expect(posted[0]?.buttons.at(-1)).toMatchObject([{ text: textsOf('en').openInBot }])
})

test('channels are set up in private chats only', async () => {
  const reply = await chat.act(
    { kind: 'command', name: 'channel', text: '@morning' },
    { chat: { chatId: -5, kind: 'group' }, user: { id: 1 }, isAdministrator: async () => true },
  )
  expect(textOf(reply)).toContain('频道请私聊我设置')
  expect(await chat.channels.get(ID)).toBeUndefined()
})

test('a channel that is set up is known by its title, and the only one without a name', async () => {
  await say('@morning')
  expect(textOf(await say('晨读 6:45'))).toContain('06:45')
  expect(textOf(await say('7:15'))).toContain('07:15')
  expect(await subscription()).toMatchObject({ time: '07:15' })
  expect(textOf(await say('提醒 中欧班列'))).toContain('中欧班列')
  expect(await chat.store.alerts.ofChat(ID)).toHaveLength(1)
  expect(textOf(await say('8:30', 2))).toContain('请写频道的 @ 名')
})
