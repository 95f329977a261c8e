import { beforeEach, describe, expect, test } from 'vitest'
import type { Reply, Request } from '../../../src/chat/index.ts'
import { LANGUAGES } from '../../../src/chat/index.ts'
import { readOrder } from '../../../src/chat/orders/read-order.ts'
import { topicOf } from '../../../src/chat/orders/topics.ts'
import type { Subscription } from '../../../src/store/index.ts'
import { anArticle } from '../../support/articles.ts'
import {
  BEGINS_MS,
  callbacksOf,
  openConversation,
  type TestConversation,
  textOf,
} from '../../support/conversation.ts'

const HOUR = 3_600_000
const SECTIONS = ['要闻', '国际', '体育', '文化', '教育', '经济', '社会', '天下', '副刊', '评论']
const articles = SECTIONS.map((section, n) =>
  anArticle({
    headline: `中欧班列第${n}号`,
    section,
    issueDate: '2024-06-08',
    source: { file: `${n}.txt`, lines: [1] },
  }),
)
const FORUM = { chatId: -5, kind: 'group', threadId: 3 } as const
/** What a subscription is unless told, in the private chat of the tests. */
const usual: Subscription = {
  chatId: 1,
  time: '08:00',
  timeZone: 'Asia/Shanghai',
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  topics: [],
  length: 'normal',
  skipWhenEmpty: false,
  sinceMs: BEGINS_MS,
}

let chat: TestConversation
const say = (text: string, who: Partial<Request> = {}) => {
  const [, name = '', rest = ''] = /^\/(\w+)\s*([\s\S]*)$/u.exec(text) ?? []
  return chat.act({ kind: 'command', name, text: rest }, { isAdministrator: async () => true, ...who })
}
const press = (data: string, who: Partial<Request> = {}) =>
  chat.act({ kind: 'callback', data }, { isAdministrator: async () => true, ...who })
const tap = (reply: Reply | undefined, label: string) => press(callbacksOf(reply).get(label) ?? `no ${label}`)
const saved = (chatId = 1, threadId?: number) => chat.store.subscriptions.get(chatId, threadId)

beforeEach(async () => {
  chat = await openConversation(articles)
})

describe('/subscribe with nothing', () => {
  test('shows what one would get, a button that subscribes, and what may be chosen before', async () => {
    const panel = await say('/subscribe')
    expect(textOf(panel)).toMatch(
      /还没有订阅\n现在订阅，第一份：6月9日周日 08:00\n[\s\S]*每天 08:00（北京时间）/,
    )
    expect([...callbacksOf(panel).keys()]).toEqual(['订阅', '08:00', '每天', '内容 全部报道', '篇幅 普通'])
    expect(await saved()).toBeUndefined()
    const on = await tap(panel, '订阅')
    expect(on?.kind).toBe('edit')
    expect(textOf(on)).toMatch(/订好了。[\s\S]*已订阅\n下一份：6月9日周日 08:00/)
    expect(await saved()).toEqual(usual)
  })

  test('time, days, topics and length are chosen before subscribing, and nothing comes until then', async () => {
    let panel = await say('/subscribe')
    for (const path of [
      ['08:00', '06:30'],
      ['每天', '工作日', '‹ 返回'],
      ['内容 全部报道', '体育', '‹ 返回'],
      ['篇幅 普通'],
    ])
      for (const label of path) panel = await tap(panel, label)
    expect(textOf(panel)).toMatch(/还没有订阅[\s\S]*工作日 06:30（北京时间）\n内容　体育\n篇幅　短/)
    expect(await saved()).toBeUndefined()
    await tap(panel, '订阅')
    expect(await saved()).toMatchObject({
      time: '06:30',
      weekdays: [1, 2, 3, 4, 5],
      topics: ['栏目:"体育"'],
      length: 'short',
    })
  })

  test('fits on a phone: no screen has more than six rows of buttons', async () => {
    const panel = await tap(await say('/subscribe'), '订阅')
    let looked = 0
    for (const data of callbacksOf(panel).values()) {
      const screen = await press(data)
      const rows = screen && 'message' in screen ? screen.message.buttons : []
      expect(rows.length).toBeLessThanOrEqual(6)
      if (rows.length > 0) looked++
      await say('/subscribe on')
    }
    expect(looked).toBeGreaterThan(5)
  })

  test('every screen leads back to the settings', async () => {
    const panel = await tap(await say('/subscribe'), '订阅')
    for (const label of ['08:00', '每天', '时区 北京', '内容 全部报道', '免打扰 不设', '暂停几天'])
      expect(textOf(await tap(await tap(panel, label), '‹ 返回'))).toContain('下一份：')
  })
})

describe('a button', () => {
  test.each<[string, Partial<Subscription>]>([
    ['u.t.06:30', { time: '06:30' }],
    ['u.w.12345', { weekdays: [1, 2, 3, 4, 5] }],
    ['u.d.3', { weekdays: [1, 2, 4, 5, 6, 7] }],
    ['u.z.Asia/Tokyo', { timeZone: 'Asia/Tokyo' }],
  ])('%s puts it on another schedule, from now on', async (data, change) => {
    await say('/subscribe on')
    chat.pass(HOUR)
    expect((await press(data))?.kind).toBe('edit')
    expect(await saved()).toEqual({ ...usual, ...change, sinceMs: BEGINS_MS + HOUR })
  })

  test.each<[string, Partial<Subscription>]>([
    ['u.t.08:00', {}],
    ['u.w.1234567', {}],
    ['u.l.short', { length: 'short' }],
    ['u.e.1', { skipWhenEmpty: true }],
    ['u.i.1', { withPicture: true }],
    ['u.q.22:00.07:00', { quietHours: ['22:00', '07:00'] }],
    ['u.p.3', { snoozedUntilMs: BEGINS_MS + HOUR + 72 * HOUR }],
    ['u.p.0', {}],
    ['u.q', {}],
    ['u.a', {}],
  ])('%s leaves the schedule as it is', async (data, change) => {
    await say('/subscribe on')
    chat.pass(HOUR)
    await press(data)
    expect(await saved()).toEqual({ ...usual, ...change })
  })

  test('takes quiet hours and snooze away again', async () => {
    await say('/subscribe 免打扰 22-7 暂停 3天')
    await press('u.q')
    expect(textOf(await press('u.p.0'))).not.toContain('暂停到')
    expect(await saved()).toEqual(usual)
  })

  test('the last day stays', async () => {
    await say('/subscribe 周一')
    expect(textOf(await press('u.d.1'))).toContain('至少留一天')
    expect((await saved())?.weekdays).toEqual([1])
  })

  test('sections are chosen and let go in place, page by page', async () => {
    await say('/subscribe on')
    const first = await press('u.s.o.0')
    const second = await tap(first, '›')
    const [label = ''] = [...callbacksOf(second).keys()]
    const chosen = await tap(second, label)
    expect(callbacksOf(chosen).has(`✓ ${label}`)).toBe(true)
    expect((await saved())?.topics).toEqual([topicOf(label)])
    expect(textOf(await say('/subscribe'))).toContain(`内容　${label}\n`)
    expect(await tap(chosen, `✓ ${label}`)).toMatchObject({ toast: `已去掉“${label}”` })
    expect((await saved())?.topics).toEqual([])
  })

  test('a topic that was typed goes with a press', async () => {
    await say('/subscribe 话题 班列 -货运；地铁')
    const topics = await press('u.s.o.0')
    await tap(topics, '✓ 班列 -货运')
    expect((await saved())?.topics).toEqual(['地铁'])
    // The button is still there in an older message.
    expect(textOf(await tap(topics, '✓ 班列 -货运'))).toContain('失效')
  })

  test.each([
    'u.z.Mars/Olympus',
    'u.o.00000000.0',
    'u.t.25:99',
    'u.d.8',
    'u.w.',
    'u.w.21',
    'u.s.x.0',
    'u.k',
    'u',
  ])('that was forged (%s) changes nothing, and is answered', async (data) => {
    await say('/subscribe on')
    expect(await press(data)).toMatchObject({ kind: 'toast' })
    expect(await saved()).toEqual(usual)
  })

  test('of a subscription that has ended changes what one would get, and nothing comes', async () => {
    await say('/subscribe on')
    await say('/unsubscribe')
    for (const data of ['u.t.06:30', 'u.p.3', 'u.l.short'])
      expect(textOf(await press(data))).toContain('还没有订阅')
    expect(await saved()).toBeUndefined()
  })
})

describe('settings behind the command', () => {
  test.each<[string, Partial<Subscription>]>([
    ['/subscribe 08:00', {}],
    ['/subscribe ８点半', { time: '08:30' }],
    ['/subscribe 08:00 Asia/Tokyo', { timeZone: 'Asia/Tokyo' }],
    ['/subscribe 时区 上海', {}],
    ['/subscribe 工作日 7:30', { weekdays: [1, 2, 3, 4, 5], time: '07:30' }],
    ['/subscribe 话题 中欧班列 -货运', { topics: ['中欧班列 -货运'] }],
    ['/subscribe 短 免打扰 22:00-7:00', { length: 'short', quietHours: ['22:00', '07:00'] }],
  ])('%s subscribes at once', async (text, expected) => {
    expect(textOf(await say(text))).toMatch(/^订好了。/)
    expect(await saved()).toEqual({ ...usual, ...expected })
  })

  test('change what is told, and leave the rest', async () => {
    await say('/subscribe 工作日 7:30 话题 中欧班列')
    chat.pass(HOUR)
    expect(textOf(await say('/subscribe 短 话题 地铁'))).toMatch(/^改好了。/)
    expect(await saved()).toEqual({
      ...usual,
      time: '07:30',
      weekdays: [1, 2, 3, 4, 5],
      topics: ['中欧班列', '地铁'],
      length: 'short',
    })
    await say('/subscribe 话题 全部')
    expect(await saved()).toMatchObject({ topics: [], sinceMs: BEGINS_MS })
  })

  test('tell how much the archive has of a topic', async () => {
    const reply = textOf(await say('/subscribe 话题 中欧班列；火星移民'))
    expect(reply).toContain('已添加“中欧班列”，库里现有 10 篇。')
    expect(reply).toMatch(/已添加“火星移民”。库里暂时没有/)
  })

  test.each([
    ['25:99', '“25:99”不是有效的时间。请写 0:00 到 23:59'],
    ['08:00 20:00', '每天只送一次'],
    ['时区 火星', '例如 <code>/subscribe 时区 上海</code>'],
    ['Asia/Beijing', '是不是：\n<code>/subscribe Asia/Shanghai</code>'],
    ['UTC+8', '<code>/subscribe Asia/Taipei</code>'],
    ['话题', '“话题”后面要写上想看的词'],
    ['话题 😀', '没有可以搜索的词'],
    ['话题 -货运', '没有可以搜索的词'],
    [`话题 ${'长'.repeat(300)}`, '最多 120 个字'],
    [`话题 ${Array.from({ length: 21 }, (_, n) => `第${n}题`).join('；')}`, '最多 20 个话题'],
    ['中欧班列', '请发送 <code>/subscribe 话题 中欧班列</code>'],
    ['<b>&"', '没看懂“&lt;b&gt;&amp;&quot;”'],
    ['😀', '/subscribe 晚上8点半'],
    ['免打扰 22', '从几点到几点'],
    ['暂停 永远', '1 到 365 天'],
  ])('%s changes nothing, and the answer says what to write', async (text, expected) => {
    await say('/subscribe on')
    expect(textOf(await say(`/subscribe ${text}`))).toContain(expected)
    expect(await saved()).toEqual(usual)
  })

  test('choose other topics, let one go, and say why nothing changed', async () => {
    await say('/subscribe 8:00')
    expect(textOf(await say('/subscribe 去掉 体育'))).toMatch(/^没有单独选“体育”/)
    expect(textOf(await say('/subscribe 加上 体育'))).toMatch(/^现在送的是全部报道，“体育”已在其中/)
    expect(await saved()).toMatchObject({ topics: [] })
    await say('/subscribe 只要 地铁；班列')
    expect(await saved()).toMatchObject({ topics: ['地铁', '班列'] })
    expect(textOf(await say('/subscribe 加上 体育'))).toContain('已添加“体育”')
    expect(textOf(await say('/subscribe 去掉 地铁'))).toContain('已去掉“地铁”')
    expect(await saved()).toMatchObject({ topics: ['班列', '体育'] })
    await say('/subscribe only 足球')
    expect(await saved()).toMatchObject({ topics: ['足球'] })
    expect(textOf(await say('/subscribe 去掉 足球'))).toContain('全部报道')
  })

  test('a section that was chosen by its button goes by its name', async () => {
    await say(`/subscribe 8:00 话题 ${topicOf('体育')}；地铁`)
    await say('/subscribe 去掉 体育')
    expect(await saved()).toMatchObject({ topics: ['地铁'] })
  })

  test('are understood as they are said, too', async () => {
    await say('/subscribe 每天晚上发我')
    expect(await saved()).toMatchObject({ time: '20:00', topics: [] })
    await say('/subscribe 周末不要')
    expect(await saved()).toMatchObject({ weekdays: [1, 2, 3, 4, 5] })
  })

  test('take days away from those that there are, but never the last', async () => {
    await say('/subscribe 工作日 8:00')
    await say('/subscribe 除 周一')
    expect(await saved()).toMatchObject({ weekdays: [2, 3, 4, 5] })
    expect(textOf(await say('/subscribe 除 周二到周日'))).toContain('至少留一天')
    expect(await saved()).toMatchObject({ weekdays: [2, 3, 4, 5] })
  })

  test('a twenty-first topic is refused by button and by word', async () => {
    await say(`/subscribe 话题 ${Array.from({ length: 20 }, (_, n) => `第${n}题`).join('；')}`)
    expect(textOf(await say('/subscribe 话题 再来'))).toContain('最多 20 个话题')
    const sections = await press('u.s.o.2')
    const section = [...callbacksOf(sections).keys()].find((it) => SECTIONS.includes(it)) ?? ''
    expect(await tap(sections, section)).toMatchObject({
      kind: 'toast',
      toast: expect.stringContaining('20'),
    })
    expect((await saved())?.topics).toHaveLength(20)
  })

  test.each(LANGUAGES)('all that is to be tapped in $language works', ({ subscription }) => {
    const { askTime, askZone, askTopics, askQuiet, askSnooze, typeHint, nameZone } = subscription
    const { twoTimes, emptyTopic, badTime, badQuiet, badSnooze, vagueTopic } = subscription
    const told = [askTime, askZone, askTopics, askQuiet, askSnooze, typeHint, nameZone, twoTimes, emptyTopic]
    const refused = [badTime, badQuiet, badSnooze, vagueTopic].map((tell) => tell('x'))
    const text = [...told, ...refused].map(({ markup }) => markup).join('\n')
    const codes = Array.from(text.matchAll(/<code>(.+?)<\/code>/g), ([, code = '']) => code)
    expect(codes.length).toBeGreaterThan(14)
    for (const code of [...codes, ...subscription.usage.map(([example]) => example)])
      expect(readOrder(code.replace(/^\/subscribe /, ''), BEGINS_MS)).toHaveProperty('order')
  })
})

test('a zone that this machine no longer knows is shown as that of the operator, and can be changed', async () => {
  await chat.store.subscriptions.save({ ...usual, timeZone: 'Mars/Olympus' })
  expect(textOf(await say('/subscribe'))).toContain('08:00（北京时间）')
  await press('u.z.Asia/Tokyo')
  expect((await saved())?.timeZone).toBe('Asia/Tokyo')
})

describe('unsubscribing', () => {
  test('says so, and can be taken back with all settings', async () => {
    await say('/subscribe 7:30 短 话题 中欧班列')
    const before = await saved()
    const ended = await say('/unsubscribe')
    expect(textOf(ended)).toContain('已退订')
    expect(await saved()).toBeUndefined()
    expect(textOf(await say('/subscribe'))).toContain('这些设置已保留')
    chat.pass(HOUR)
    await tap(ended, '撤销退订')
    expect(await saved()).toEqual({ ...before, sinceMs: BEGINS_MS + HOUR })
  })

  test.each(['/subscribe 退订', '/subscribe off'])('%s does the same', async (text) => {
    await say('/subscribe on')
    expect(textOf(await say(text))).toContain('已退订')
    expect(await saved()).toBeUndefined()
  })

  test('by its button', async () => {
    const panel = await say('/subscribe on')
    const ended = await tap(panel, '退订')
    expect(ended?.kind).toBe('edit')
    expect([...callbacksOf(ended).keys()]).toEqual(['撤销退订'])
    expect(await saved()).toBeUndefined()
  })

  test('where there was nothing says so', async () => {
    expect(textOf(await say('/unsubscribe'))).toContain('没有订阅')
  })

  test('who subscribes again is not snoozed any more', async () => {
    await say('/subscribe 暂停 3天')
    await say('/unsubscribe')
    await say('/subscribe on')
    expect(await saved()).toEqual(usual)
  })
})

describe('in a group', () => {
  test('a forum topic has a subscription of its own, and the panel says so', async () => {
    const panel = await say('/subscribe 8:00', { chat: FORUM })
    expect(textOf(panel)).toContain('只用于群里的这个话题')
    expect(textOf(panel)).toContain('只有管理员能改')
    expect(await saved(-5, 3)).toMatchObject({ chatId: -5, threadId: 3 })
    const elsewhere = { chat: { ...FORUM, threadId: 4 } }
    expect(textOf(await say('/subscribe', elsewhere))).toContain('还没有订阅')
    expect(textOf(await say('/unsubscribe', elsewhere))).toMatch(/没有订阅[\s\S]*其他话题里有 1 份订阅/)
    expect(await saved(-5, 3)).toBeDefined()
  })

  test('those who are no administrators may look, and change nothing', async () => {
    const member = { chat: FORUM, isAdministrator: async () => false }
    expect(textOf(await say('/subscribe', member))).toContain('还没有订阅')
    expect(textOf(await say('/subscribe 8:00', member))).toContain('管理员')
    expect(textOf(await say('/unsubscribe', member))).toContain('管理员')
    expect(await saved(-5, 3)).toBeUndefined()
  })

  test.each(['blocked', 'kicked'] as const)(
    'that the bot is out of (%s) a late press changes nothing',
    async (reason) => {
      await say('/subscribe 8:00', { chat: FORUM })
      await chat.store.chats.pause(-5, reason)
      for (const data of ['u.t.06:30', 'u.x', 'v.en', 'forged'])
        expect(await press(data, { chat: FORUM })).toMatchObject({
          kind: 'toast',
          toast: expect.stringContaining('不在这个群里'),
        })
      expect(await saved(-5, 3)).toMatchObject({ time: '08:00' })
      expect(await chat.store.chats.get(-5)).toMatchObject({ paused: reason })
      // Whoever speaks to it there has let it in again.
      expect(textOf(await say('/subscribe', { chat: FORUM }))).toContain('已订阅')
    },
  )
})

describe('the digest that one looks at', () => {
  test('offers to come daily, where it does not yet', async () => {
    const preview = await say('/digest')
    const below = await tap(preview, '每天送来')
    expect(below?.kind).toBe('send')
    expect(textOf(below)).toContain('订好了')
    expect(await saved()).toEqual(usual)
    expect(callbacksOf(await say('/digest')).has('每天送来')).toBe(false)
  })
})
