import { expect, test } from 'vitest'
import type { Reply } from '../../../src/chat/index.ts'
import { anArticle } from '../../support/articles.ts'
import { callbacksOf, openConversation } from '../../support/conversation.ts'

const on = (section: string, line: number, headline: string) =>
  anArticle({
    headline,
    section,
    issueDate: '2024-06-08',
    paper: '成都日报',
    paragraphs: [`${headline}，记者昨日获悉。`],
    source: { file: 'a.txt', lines: [line] },
  })
const articles = [on('要闻', 1, '地铁新线通车'), on('要闻', 2, '公园延时开放'), on('体育', 3, '球队主场夺冠')]
const textOf = (reply: Reply | undefined) => (reply && 'message' in reply ? reply.message.html.markup : '')

test('/digest tells the stories of the newest issue by section, a sentence each', async () => {
  const { act } = await openConversation(articles)
  const text = textOf(await act({ kind: 'command', name: 'digest', text: '' }))
  expect(text).toMatch(/^<b>今日精选 · 2024年6月8日<\/b>/)
  expect(text).toMatch(
    /要闻[\s\S]*1\. <b>地铁新线通车<\/b>\n地铁新线通车，记者昨日获悉。[\s\S]*体育[\s\S]*3\. /,
  )
})

test('a section opens in place, its stories open in the reader, and back leads to the section', async () => {
  const { act } = await openConversation(articles)
  const digest = callbacksOf(await act({ kind: 'command', name: 'digest', text: '' }))
  const section = await act({ kind: 'callback', data: digest.get('体育 1') ?? '' })
  expect(section?.kind).toBe('edit')
  expect(textOf(section)).not.toContain('地铁')
  const story = await act({ kind: 'callback', data: callbacksOf(section).get('3') ?? '' })
  expect(textOf(story)).toContain('球队主场夺冠')
  const back = await act({ kind: 'callback', data: callbacksOf(story).get('‹ 返回') ?? '' })
  expect(textOf(back)).toBe(textOf(section))
  const whole = await act({ kind: 'callback', data: callbacksOf(back).get('‹ 返回') ?? '' })
  expect(textOf(whole)).toContain('地铁新线通车')
})

test('/digest of an empty archive says so', async () => {
  const { act } = await openConversation([])
  expect(textOf(await act({ kind: 'command', name: 'digest', text: '' }))).toContain('/headlines')
})

const old = anArticle({
  headline: '老桥修缮完工',
  issueDate: '2024-05-01',
  paper: '成都日报',
  paragraphs: ['老桥修缮工程昨日完工，市民可以通行。'],
})
const digestOf = async (text: string) => {
  const { act } = await openConversation([...articles, old])
  return textOf(await act({ kind: 'command', name: 'digest', text }))
}

test.each([['2024-05-01'], ['5月1日'], ['20240501'], ['2024年5月1日'], ['2024年5月']])(
  '/digest %s tells the stories of that day, which is not called today',
  async (text) => {
    const digest = await digestOf(text)
    expect(digest).toMatch(/^<b>当日精选 · 2024年5月1日<\/b>/)
    expect(digest).toContain('老桥修缮完工')
  },
)

test('/digest 今天 is the digest of today', async () => {
  expect(await digestOf('今天')).toMatch(/^<b>今日精选 · 2024年6月8日<\/b>/)
})

test.each([['昨天'], ['2019-01-01'], ['天府']])(
  '/digest %s names the newest issue, where there is none',
  async (text) => {
    const { act } = await openConversation(articles)
    const reply = await act({ kind: 'command', name: 'digest', text })
    expect(textOf(reply)).toContain(text)
    expect(textOf(reply)).toContain('2024年6月8日')
    expect([...callbacksOf(reply).keys()]).toContain('选日期')
  },
)

test('the newest issue of an archive that ends earlier is not called today’s', async () => {
  const { act } = await openConversation([old])
  const text = textOf(await act({ kind: 'command', name: 'digest', text: '' }))
  expect(text).toMatch(/^<b>最新一期 · 2024年5月1日<\/b>/)
})
