import { expect, test } from 'vitest'
import { reasonOf } from '../../../src/chat/commands/digest.ts'
import { LANGUAGES, type Reply, writeDigestNotice } from '../../../src/chat/index.ts'
import { createEditor } from '../../../src/digest/index.ts'
import { anArticle } from '../../support/articles.ts'
import { callbacksOf, openConversation } from '../../support/conversation.ts'

const GROUP = { chatId: -5, kind: 'group' } as const
const articles = ['地铁新线通车', '公园延时开放', '球队主场夺冠'].map((headline, n) =>
  anArticle({
    headline,
    section: n < 2 ? '要闻' : '体育',
    issueDate: '2024-06-08',
    paper: '成都日报',
    paragraphs: [`${headline}，记者昨日获悉。`],
    source: { file: 'a.txt', lines: [n] },
  }),
)
const remarks = { late: { time: '08:00', day: '2024-06-07' }, again: true } as const

async function open(language?: string) {
  const chat = await openConversation(articles)
  const { store, search } = chat
  const edition = await createEditor({ archive: store.archive, search }).prepare({
    subscription: {
      chatId: GROUP.chatId,
      topics: [],
      length: 'normal',
      skipWhenEmpty: false,
      weekdays: [1, 2, 3, 4, 5, 6, 7],
    },
    shown: new Set(),
    today: '2024-06-08',
  })
  if (!edition) throw new Error('there is something to send')
  const message = await writeDigestNotice(
    store,
    { chatId: GROUP.chatId, ...(language !== undefined && { language }) },
    edition,
    remarks,
  )
  const press = (data: string, userId = 2) =>
    chat.act({ kind: 'callback', data }, { chat: GROUP, user: { id: userId, languageCode: 'zh' } })
  return { ...chat, message, presses: callbacksOf({ kind: 'send', message }), press }
}

const textOf = (reply: Reply | undefined) => (reply && 'message' in reply ? reply.message.html.markup : '')

test('a digest that comes late, or perhaps again, says so below its title', async () => {
  const { message } = await open()
  expect(message.html.markup).toMatch(
    /^<b>今日精选 · 2024年6月8日<\/b>\n本该在2024年6月7日 08:00 送到，来晚了，抱歉。\n上次没能确认送达，这份可能是重复的。\n\n<b>要闻<\/b>/,
  )
})

test('it is in the language of its chat', async () => {
  expect((await open('en')).message.html.markup).toContain('Today’s pick')
})

test('it is in the characters of its chat', async () => {
  const { markup } = (await open('zh-Hant')).message.html
  expect(markup).toContain('地鐵新線通車')
  expect(markup).not.toContain('地铁')
})

test('everybody in a group turns its pages and reads its stories, and comes back to it as it was', async () => {
  const { message, presses, press } = await open()
  const section = await press(presses.get('体育 1') ?? '', 2)
  expect(textOf(section)).toContain('球队主场夺冠')
  const story = await press(callbacksOf(section).get('3') ?? '', 3)
  const back = await press(callbacksOf(story).get('‹ 返回') ?? '', 4)
  expect(textOf(back)).toBe(textOf(section))
  expect(textOf(await press(callbacksOf(back).get('‹ 返回') ?? '', 2))).toBe(message.html.markup)
})

test('after a month it can be asked for again, by anybody, and stays everybody’s', async () => {
  const { message, presses, press, pass } = await open()
  pass(31 * 24 * 3_600_000)
  const old = await press(presses.get('体育 1') ?? '', 2)
  const anew = await press(callbacksOf(old).get('重新搜索') ?? '', 2)
  expect(textOf(anew)).toBe(message.html.markup)
  expect(textOf(await press(callbacksOf(anew).get('体育 1') ?? '', 3))).toContain('球队主场夺冠')
})

test('why it came is told to whoever asks, in words that stay', async () => {
  const { store, presses, press } = await open()
  expect(await press(presses.get('为什么收到') ?? '')).toMatchObject({
    kind: 'toast',
    toast: expect.stringContaining('已经退订'),
    stays: true,
  })
  await store.subscriptions.save({
    chatId: GROUP.chatId,
    time: '08:30',
    weekdays: [1, 2],
    timeZone: 'Asia/Shanghai',
    topics: ['长江', '栏目:要闻'],
    length: 'short',
    skipWhenEmpty: true,
  })
  expect(await press(presses.get('为什么收到') ?? '')).toMatchObject({
    toast:
      '这里订阅了每日精选：周一、周二 08:30（Asia/Shanghai），主题：长江、栏目:要闻。\n更改：/subscribe　退订：/unsubscribe',
  })
})

test('whoever subscribes is sent digests in their own language, unless the chat has chosen one', async () => {
  const { store, act } = await open()
  const subscribe = (languageCode: string) =>
    act(
      { kind: 'command', name: 'subscribe', text: '08:00' },
      {
        user: { id: 1, languageCode },
        isAdministrator: async () => true,
      },
    )
  await subscribe('zh-hant')
  expect(await store.chats.get(1)).toMatchObject({ language: 'zh-Hant' })
  await subscribe('en')
  expect(await store.chats.get(1)).toMatchObject({ language: 'zh-Hant' })
})

test.each(LANGUAGES)('however many the topics, the reason fits a toast in $language', (texts) => {
  const topics = Array.from({ length: 30 }, (_, n) => `长江大保护行动${n}`)
  const weekdays = [1, 2, 3, 4, 5, 6]
  const zone = 'America/North_Dakota/New_Salem'
  const told = reasonOf({ weekdays, time: '08:00', timeZone: zone, topics }, texts)
  expect(told.length).toBeLessThanOrEqual(200)
  expect(told).toContain('长江大保护')
  expect(told).toContain('/unsubscribe')
})

test('it is shared as its headlines, with a link to the whole of it without the remarks', async () => {
  const { conversation, act, message } = await open()
  const share = message.buttons.flat().find((it) => 'share' in it)
  const query = share && 'share' in share ? share.share : ''
  const inline = { user: { id: 9, languageCode: 'zh' }, query, offset: '', bot: 'paperboy_bot' }
  const { cards } = await conversation.answerInline(inline)
  expect(cards.map(({ title }) => title)).toEqual(['今日精选 · 2024年6月8日'])
  expect(cards[0]?.message.html.markup).toContain('· 球队主场夺冠\n成都日报')
  const [link] = cards[0]?.message.buttons.flat() ?? []
  const payload = link && 'url' in link ? (link.url.split('start=')[1] ?? '') : ''
  const opened = await act({ kind: 'command', name: 'start', text: payload })
  expect(textOf(opened)).toContain('地铁新线通车')
  expect(textOf(opened)).not.toContain('来晚了')
  expect([...callbacksOf(opened).keys()]).not.toContain('为什么收到')
})

test('a query for a digest that is no more finds nothing', async () => {
  const { conversation } = await open()
  const inline = { user: { id: 9 }, query: 'd_aaaaaaaa', offset: '', bot: 'paperboy_bot' }
  expect((await conversation.answerInline(inline)).cards).toEqual([])
})
