import { beforeEach, describe, expect, test } from 'vitest'
import { anArticle } from '../../support/articles.ts'
import { callbacksOf, openConversation, type TestConversation, textOf } from '../../support/conversation.ts'

/** Unlike one another, so that none counts as the double of another. */
const MATTERS =
  '招聘司机 延长时间 更换车票 修理电梯 种植树木 展出照片 检查隧道 举行婚礼 开设书店 寻找失物 播放音乐 帮助老人'.split(
    ' ',
  )
const articles = MATTERS.map((matter, i) =>
  anArticle({
    headline: `地铁${matter}`,
    issueDate: `2024-05-${10 + i}`,
    paragraphs: [`${matter}，地铁公司昨日这样说。`],
  }),
)
const HOUR = 3_600_000

let chat: TestConversation
const say = async (text: string, who = {}) => textOf(await chat.act({ kind: 'text', text }, who))
/** The headlines that a message lists, in order. */
const listed = (text: string) =>
  [...text.replaceAll(/<[^>]+>/gu, '').matchAll(/^\d+\. (地铁\p{sc=Han}+)/gmu)].map(
    ([, headline = '']) => headline,
  )

beforeEach(async () => {
  chat = await openConversation(articles)
})

describe('what is said of a list', () => {
  test('turns its pages, to the end and back', async () => {
    const first = await say('地铁')
    const second = await say('还有吗')
    const third = await say('再来几条')
    expect([first, second, third].map((it) => it.startsWith('<b>12 篇'))).toEqual([true, true, true])
    expect(new Set([first, second, third].flatMap(listed)).size).toBe(12)
    expect(await say('下一页')).toContain('到底了')
    expect(await say('上一页')).toBe(second)
    expect(await say('上一页')).toBe(first)
    expect(await say('上一页')).toContain('第一页')
  })

  test('opens its articles by number, those of the page that is shown', async () => {
    await chat.act({ kind: 'command', name: 'headlines', text: '' })
    expect(await say('第二条')).toMatch(/^<b>地铁播放音乐/u)
    expect(await say('下一篇')).toMatch(/^<b>地铁寻找失物/u)
    expect(await say('上一篇')).toMatch(/^<b>地铁播放音乐/u)
    expect(await say('最后一条')).toMatch(/^<b>地铁种植树木/u)
    await say('下一条')
    expect(await say('第一条')).toMatch(/^<b>地铁修理电梯/u)
    expect(await say('第九条')).toContain('这一页没有这一条')
  })

  test('an article that was opened in words leads back to its list', async () => {
    await say('地铁')
    const reply = await chat.act({ kind: 'text', text: '第一条' })
    expect(reply?.kind).toBe('send')
    const data = callbacksOf(reply).get('‹ 返回') ?? ''
    expect(textOf(await chat.act({ kind: 'callback', data }))).toContain('12 篇')
  })

  test('puts its hits into another order', async () => {
    await say('地铁')
    expect(listed(await say('按时间排'))[0]).toContain('帮助老人')
    expect(listed(await say('最早的'))[0]).toContain('招聘司机')
  })

  test('after a digest, more are all headlines of its day', async () => {
    await say('5月12日的新闻')
    expect(await say('还有吗')).toMatch(/标题 · 2024年5月12日[^]*地铁更换车票/u)
  })

  test('is told how to do it where there is no list, or none that can be meant any more', async () => {
    expect(await say('第二条')).toContain('数字')
    expect(await say('还有吗')).toContain('‹ ›')
    await say('地铁')
    chat.pass(25 * HOUR)
    expect(await say('第二条')).toContain('数字')
  })

  test('in a group everybody means their own list', async () => {
    const group = { chat: { chatId: -5, kind: 'group' } } as const
    await say('地铁', { ...group, user: { id: 1, languageCode: 'zh' } })
    await say('公司', { ...group, user: { id: 2, languageCode: 'zh' } })
    expect(await say('还有吗', { ...group, user: { id: 1, languageCode: 'zh' } })).toContain('地铁')
    expect(await say('还有吗', { ...group, user: { id: 3, languageCode: 'zh' } })).toContain('‹ ›')
  })
})
