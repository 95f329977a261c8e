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
