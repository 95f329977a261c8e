import { describe, expect, test } from 'vitest'
import { anArticle } from '../../support/articles.ts'
import { buildArticle } from '../../support/build-article.ts'
import { callbacksOf, openConversation, textOf } from '../../support/conversation.ts'

const articles = [
  anArticle({
    headline: '地铁新线通车',
    issueDate: '2024-06-08',
    paragraphs: ['地铁新线昨日通车，你好地铁的标语随处可见。'],
  }),
]
const say = (text: string) => ({ kind: 'text', text }) as const
const administrator = { isAdministrator: async () => true }
const open = async () => (await openConversation(articles)).act

describe('what is said', () => {
  test.each([
    ['你好', '我是报童'],
    ['谢谢', '不客气'],
    ['再见', '再见'],
    ['👍', '发一个词'],
    ['字太小了', 'iPhone'],
    ['太长了', '要点'],
    ['下一页', '‹ ›'],
    ['第二篇', '数字'],
    ['有图吗', '更多 ▾'],
    ['这不对', '这篇有误'],
    ['看不懂', '/help'],
    ['嗯', '好。'],
    ['讲个笑话', '闲聊'],
    ['翻译成英文', '不会翻译'],
    ['谢了兄弟', '不客气'],
    ['有没有图片发一张', '更多 ▾'],
    ['字太多了能不能短一点', '要点'],
  ])('%s gets one friendly sentence and two buttons that lead on', async (text, sentence) => {
    const act = await open()
    const reply = await act(say(text))
    expect(textOf(reply)).toContain(sentence)
    expect(textOf(reply)).not.toContain('\n')
    const buttons = [...callbacksOf(reply)]
    expect(buttons).toHaveLength(2)
    for (const [, data] of buttons) expect((await act({ kind: 'callback', data }))?.kind).toBe('send')
  })

  test.each([
    ['今天有什么新闻', /精选|最新一期|地铁新线通车/],
    ['6月8日的新闻', /地铁新线通车/],
    ['帮助', /\/search/],
    ['怎么退订', /没有订阅/],
    ['我想订阅', /每日精选/],
    ['最新一期', /地铁新线通车/],
    ['切换语言', /界面语言/],
    ['每天早上七点给我发', /订好了|已订阅[^]*07:00/],
    ['最近地铁有啥新鲜事', /^<b>1 篇<\/b> · 地铁/],
    ['我要訂閱每天早上七點', /订好了|已订阅[^]*07:00/],
    ['有地铁的消息就提醒我', /有新报道[^]*已有 1 篇符合/],
    ['第三版有什么', /第3版/],
    ['再来一篇', /^<b>地铁新线通车<\/b>[^]*标语随处可见/],
    ['查一下 地铁', /^<b>1 篇<\/b> · 地铁/],
    ['暂停一周', /还没有订阅/],
    ['别再传了', /没有订阅/],
    ['每天晚上九点半给我推一下就行', /21:30/],
    ['我都盯了哪些', /关注/],
    ['前天的', /选日期|没有/],
    ['怎么删除我的数据', /\/forget/],
    ['频道怎么用', /频道/],
    ['选一期', /^<b>选一期<\/b>/],
    ['看6月8日的报纸', /地铁新线通车/],
  ])('%s is answered by the command that is meant', async (text, expected) => {
    expect(textOf(await (await open())(say(text), administrator))).toMatch(expected)
  })

  test('a subscriber changes what comes in words', async () => {
    const act = await open()
    await act({ kind: 'command', name: 'subscribe', text: '8:00' }, administrator)
    expect(textOf(await act(say('改成晚上八点'), administrator))).toContain('20:00')
    expect(textOf(await act(say('周末别发'), administrator))).toContain('工作日')
    expect(textOf(await act(say('暂停一周'), administrator))).toContain('暂停')
    const replaced = textOf(await act(say('只要地铁的'), administrator))
    expect(replaced).toContain('从现在起只送')
    expect(replaced).toContain('“地铁”')
    expect(replaced).not.toContain('已添加')
    expect(textOf(await act(say('改成晚上'), administrator))).toContain('20:00')
    expect(textOf(await act(say('还是发吧，改成早上七点'), administrator))).toContain('07:00')
    expect(textOf(await act(say('把地铁去掉'), administrator))).toContain('已去掉“地铁”')
    expect(textOf(await act(say('太频繁了'), administrator))).toMatch(/^<b>每日精选/)
  })

  test('who is not subscribed searches for what a subscriber would choose', async () => {
    expect(textOf(await (await open())(say('只要地铁的')))).toContain('1 篇')
  })

  test('an alert that is to end is shown with the buttons that end it, or all are', async () => {
    const act = await open()
    await act(say('提醒我 地铁'), administrator)
    await act(say('提醒我 台风'), administrator)
    expect([...callbacksOf(await act(say('别提醒地铁了'), administrator)).keys()]).toContain('🗑 删除')
    expect(textOf(await act(say('取消提醒'), administrator))).toContain('提醒（2 个）')
    expect(textOf(await act(say('别提醒高铁了'), administrator))).toContain('提醒（2 个）')
  })

  test('how to unsubscribe is answered by the settings, with the button, if there is a subscription', async () => {
    const act = await open()
    await act({ kind: 'command', name: 'subscribe', text: '8:00' }, administrator)
    const reply = await act(say('怎么退订'))
    expect([...callbacksOf(reply).values()]).toContain('u.x')
  })

  test('what no rule reads is guessed: it is done where it is clear, and settings are shown where it is not', async () => {
    const act = await open()
    expect(textOf(await act(say('老伴让我订一份，每天早上六点半送过来'), administrator))).toContain('06:30')
    expect(textOf(await act(say('六点半太早，家里人都在睡，推到七点一刻吧'), administrator))).toContain(
      '07:15',
    )
    expect(textOf(await act(say('礼拜三我值夜班，礼拜三别发'), administrator))).toContain(
      '周一、周二、周四、周五、周六、周日',
    )
    expect(textOf(await act(say('星期三也要给我发'), administrator))).toContain('每天 07:15')
    expect(textOf(await act(say('换个钟点吧，这会儿不方便'), administrator))).toMatch(/^<b>每日精选/)
    const ended = await act(say('吵死了，每天那个以后都不要发了'), administrator)
    expect(textOf(ended)).toContain('已退订')
    expect(callbacksOf(ended).size).toBe(1)
    expect(textOf(await act(say('病好了，报纸接着送'), administrator))).toContain('还没有订阅')
  })

  test('in a group nobody but an administrator changes what comes by what is guessed', async () => {
    const act = await open()
    const group = { chat: { chatId: -5, kind: 'group' } } as const
    expect(textOf(await act(say('老伴让我订一份，每天早上六点半送过来'), group))).not.toContain('06:30')
  })

  test('what is no longer wanted of something that is watched is its alert, and not the digest', async () => {
    const act = await open()
    await act({ kind: 'command', name: 'subscribe', text: '8:00' }, administrator)
    await act(say('地铁修到我家门口的事，一有消息就告诉我'), administrator)
    await act(say('提醒我 台风'), administrator)
    expect([...callbacksOf(await act(say('台风的不要再送了，没完没了'), administrator)).keys()]).toContain(
      '🗑 删除',
    )
    expect(textOf(await act({ kind: 'command', name: 'subscribe', text: '' }, administrator))).toContain(
      '已订阅',
    )
  })

  test('all data is deleted by nobody who has not pressed', async () => {
    const reply = await (await open())(say('删除我的所有数据'), administrator)
    expect([...callbacksOf(reply).keys()]).toEqual(['全部删除', '不删了'])
  })

  test('a search that begins like talk stays a search', async () => {
    expect(textOf(await (await open())(say('你好地铁')))).toContain('1 篇')
  })

  test('words that nobody but a reader would say are answered in their language', async () => {
    const act = await open()
    const english = { user: { id: 1, languageCode: 'en' } }
    expect(textOf(await act(say('hello'), english))).toContain('I am Paperboy')
  })
})

describe('what is no text', () => {
  test.each([
    ['picture', '图片'],
    ['voice', '语音'],
    ['sticker', '发一个词'],
    ['location', '地名'],
    ['file', '文件'],
    ['other', '看不懂'],
  ] as const)('a %s gets a sentence that says what to do', async (what, sentence) => {
    const reply = await (await open())({ kind: 'attachment', what })
    expect(textOf(reply)).toContain(sentence)
    expect(callbacksOf(reply).size).toBe(2)
  })

  test('an album gets one answer', async () => {
    const act = await open()
    const send = (album: string) => act({ kind: 'attachment', what: 'picture', album })
    expect(await send('1')).toBeDefined()
    expect(await send('1')).toBeUndefined()
    expect(await send('2')).toBeDefined()
  })
})

describe('a question after another one', () => {
  const asks = async (text: string, chat: Awaited<ReturnType<typeof openConversation>>, who = {}) =>
    textOf(await chat.act(say(text), who))

  test('is asked with the topic before, and says so', async () => {
    const chat = await openConversation(articles)
    await asks('地铁新线什么时候通车', chat)
    expect(await asks('在哪儿开的', chat)).toMatch(/^<i>接着上一问，找的是“地铁新线 通车 在哪儿开的”<\/i>/u)
    expect(await asks('地铁标语', chat)).not.toContain('接着上一问')
  })

  test('that says 他 is asked of the person whom the answer before named', async () => {
    const chat = await openConversation([
      buildArticle({
        headline: '松原竹艺馆揭牌',
        paragraphs: ['松原竹艺馆的馆长是李明远。馆里有三十件藏品。'],
      }),
      buildArticle({ headline: '竹艺进校园', paragraphs: ['李明远是四川青神人，今年六十岁。'] }),
    ])
    expect(await asks('松原竹艺馆的馆长是谁', chat)).toContain('李明远')
    expect(await asks('他是哪里人', chat)).toContain('接着上一问，找的是“李明远 是哪里人”')
  })

  test('is not, without one', async () => {
    expect(await asks('在哪儿开的', await openConversation(articles))).not.toContain('接着上一问')
  })
})
