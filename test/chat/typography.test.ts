import { describe, expect, test } from 'vitest'
import type { Message } from '../../src/chat/index.ts'
import { COMMANDS } from '../../src/chat/texts/index.ts'
import { zhHans } from '../../src/chat/texts/zh-hans.ts'
import { renderArticle } from '../../src/chat/views/article-view.ts'
import { renderDigest } from '../../src/chat/views/digest-view.ts'
import { renderFilters } from '../../src/chat/views/filters-view.ts'
import { renderHelp } from '../../src/chat/views/help-view.ts'
import { renderSourcePage } from '../../src/chat/views/source-view.ts'
import { renderPanel } from '../../src/chat/views/subscription/panel-view.ts'
import { aSubscription } from '../support/a-subscription.ts'
import { anArticle } from '../support/articles.ts'
import { callbacksOf, openConversation, textOf } from '../support/conversation.ts'

const labels = ({ buttons }: Message) => buttons.flat().map(({ text }) => text)
const paper = { paper: '成都日报', issueDate: '2024-06-08', page: '03', section: '要闻' } as const

test('a deck that was printed behind a dash is shown behind one, not two', () => {
  const article = anArticle({ deck: ['——记者走访三条街', '—— ', '第二行副题'] })
  const { html } = renderArticle(article, { page: 0, isSaved: false }, zhHans)
  expect(html.markup).toContain('\n—— 记者走访三条街\n—— 第二行副题')
  expect(html.markup).not.toMatch(/——\s*——/)
})

test('the headline of an article is followed by its source in upright letters: Chinese knows no italics', async () => {
  const { act } = await openConversation([anArticle({ ...paper, byline: ['张三'], captions: ['一张图'] })])
  const found = await act({ kind: 'text', text: '博物馆' })
  const opened = await act({ kind: 'callback', data: callbacksOf(found).get('1') ?? '' })
  for (const reply of [found, opened]) {
    expect(textOf(reply)).toContain('成都日报 · 2024年6月8日')
    expect(textOf(reply)).not.toMatch(/<(?:i|em)>/)
  }
})

test('a filter offers sections and months by their names, without buttons that only look like some', () => {
  const articles = [anArticle(paper), anArticle({ ...paper, issueDate: '2024-05-01' })]
  const message = renderFilters(articles, 'abcdefgh', false, zhHans)
  expect(labels(message)).toEqual(['要闻 (2)', '2024年6月 (1)', '2024年5月 (1)', '‹ 返回'])
  expect(message.buttons.flat().filter((it) => 'callbackData' in it && it.callbackData === 'n')).toEqual([])
})

test('the button of the topics says how many are chosen', () => {
  const topics = ['中欧班列']
  const panel = { subscription: aSubscription({ topics }), state: 'on', place: 'private', nowMs: 0 } as const
  expect(labels(renderPanel(panel, undefined, zhHans))).toContain('内容 已选 1 项')
})

test('the stories of a digest stand apart', () => {
  const articles = ['一号消息', '二号消息'].map((headline) => anArticle({ ...paper, headline }))
  const content = { title: '今日精选', remarks: [], articles, wasAsked: true }
  const { html } = renderDigest(content, { list: 'abcdefgh', page: 0 }, zhHans)
  expect(html.markup).toMatch(/1\. <b>一号消息<\/b>\n.+\n\n2\. <b>二号消息<\/b>/)
})

test('a list of headlines says its day once', async () => {
  const { act } = await openConversation([
    anArticle(paper),
    anArticle({ ...paper, headline: '另一则', page: '04' }),
  ])
  const text = textOf(await act({ kind: 'command', name: 'latest', text: '' }))
  expect(text).toMatch(/<b>成都日报 · 第 ?0?3 ?版 · 要闻<\/b>/)
  expect(text.match(/2024年6月8日/g)).toHaveLength(1)
})

test('the printed lines come first, and where they are from below them', () => {
  const { html } = renderSourcePage(anArticle(), ['第一行'], { page: 0 }, zhHans)
  expect(html.markup).toMatch(/^<b>.+<\/b>\n<pre>第一行<\/pre>\n2024-06-08\/01\.txt/)
})

test('the help folds up its list of commands, every one under a heading', () => {
  const { html } = renderHelp([], zhHans)
  const [, folded = ''] = /<blockquote expandable>(.*)<\/blockquote>/s.exec(html.markup) ?? []
  expect(folded.match(/<b>/g)).toHaveLength(4)
  const listed = new Set(Array.from(folded.matchAll(/^\/(\w+)　/gm), ([, name]) => name))
  expect(listed).toEqual(new Set(COMMANDS))
})

describe('picking an issue leads back to the list that one came from', () => {
  const days = (count: number) =>
    Array.from({ length: count }, (_, i) =>
      anArticle({ ...paper, headline: `第${i}天`, issueDate: `2024-0${1 + (i % 6)}-0${1 + (i % 9)}` }),
    )
  test.each([
    ['from a few days', 3],
    ['from the months of many', 12],
  ])('%s', async (_where, count) => {
    const { act } = await openConversation(days(count))
    const list = await act({ kind: 'command', name: 'headlines', text: '' })
    const press = (reply: typeof list, label: string | RegExp) => {
      const [, data] = [...callbacksOf(reply)].find(([it]) => it.match(label)) ?? []
      return act({ kind: 'callback', data: data ?? '' })
    }
    const issues = await press(list, /选日期/)
    expect(textOf(await press(issues, /返回/))).toBe(textOf(list))
    if (count < 9) return
    const month = await press(issues, /年/)
    expect(textOf(await press(month, /返回/))).toBe(textOf(list))
    const months = await press(month, /月份/)
    expect(textOf(await press(months, /返回/))).toBe(textOf(list))
  })
})

test('no more than three orders stand in a row, so that the marked one does not wrap on a phone', async () => {
  const articles = ['一', '二', '三'].map((it) => anArticle({ ...paper, headline: `博物馆${it}` }))
  const { act } = await openConversation(articles)
  const found = await act({ kind: 'text', text: '博物馆' })
  const rows =
    found && 'message' in found ? found.message.buttons.map((row) => row.map(({ text }) => text)) : []
  expect(rows).toContainEqual(['● 相关', '最新', '最早'])
  expect(rows.slice(-2)).toEqual([
    ['● 相关', '最新', '最早'],
    ['筛选', '走势', '🔔 提醒我'],
  ])
})
