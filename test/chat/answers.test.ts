import { expect, test, vi } from 'vitest'
import type { Button, Reply } from '../../src/chat/index.ts'
import { buildArticle } from '../support/build-article.ts'
import { openConversation, textOf } from '../support/conversation.ts'

const filler = Array.from(
  { length: 40 },
  (_, i) => `第${i}段讲的是沿岸的风景，树木、房屋和田地一直铺到山脚下，看不到尽头，令人流连。`,
)
const bridge = buildArticle({
  headline: '青河大桥建成通车',
  paragraphs: ['临江市又多了一座桥。', ...filler, '青河大桥全长3.6公里。', '通车当天，市民步行过桥。'],
  paper: '江城晚报',
  issueDate: '2024-05-03',
  page: '02',
})
const other = buildArticle({
  headline: '青河水位回落',
  paragraphs: ['青河水位今天回落。'],
  issueDate: '2024-05-04',
})

const buttonsOf = (reply: Reply | undefined): readonly Button[] =>
  reply === undefined || !('message' in reply) ? [] : reply.message.buttons.flat()
const dataOf = (button: Button | undefined) => (button && 'callbackData' in button ? button.callbackData : '')
const textAction = (text: string) => ({ kind: 'text', text }) as const
const ask = (text: string) => ({ kind: 'command', name: 'ask', text }) as const
const inGroup = { chat: { chatId: -5, kind: 'group' } } as const

test('a question in a private chat is answered by a sentence with its source, above the articles', async () => {
  const { act } = await openConversation([bridge, other])
  const told = textOf(await act(textAction('青河大桥有多长？')))
  expect(told).toMatch(/^<b>报上这样说：<\/b>/)
  expect(told).toContain('① 青河大桥全长<strong>3.6公里</strong>。')
  expect(told).toContain('江城晚报 · 2024年5月3日 · 第02版')
  expect(told.indexOf('3.6公里')).toBeLessThan(told.indexOf('1. <u>'))
})

test('the button of an answer opens the article on the page where the sentence stands', async () => {
  const { act } = await openConversation([bridge, other])
  const [open] = buttonsOf(await act(textAction('青河大桥有多长？')))
  expect(open?.text).toBe('① 看原文')
  const page = await act({ kind: 'callback', data: dataOf(open) })
  expect(textOf(page)).toContain('青河大桥全长3.6公里。')
  expect(textOf(page)).not.toContain('临江市又多了一座桥')
})

test('keywords are no question: they are searched for as before', async () => {
  const { act } = await openConversation([bridge, other])
  const told = textOf(await act(textAction('青河大桥')))
  expect(told).toContain('1. <u>')
  expect(told).not.toContain('报上')
})

test('for keywords no answer is looked for: they are searched for once', async () => {
  const { act, search } = await openConversation([bridge, other])
  const asked = vi.spyOn(search, 'search')
  await act(textAction('青河大桥'))
  expect(asked).toHaveBeenCalledTimes(1)
})

test('/ask answers in a group, /search does not', async () => {
  const { act } = await openConversation([bridge, other])
  expect(textOf(await act(ask('青河大桥有多长'), inGroup))).toContain('3.6公里')
  const search = { kind: 'command', name: 'search', text: '青河大桥有多长' } as const
  expect(textOf(await act(search, inGroup))).not.toContain('报上')
  expect(textOf(await act(ask(''), inGroup))).toContain('/ask')
})

test('what the archive does not say is said, above the nearest articles', async () => {
  const { act } = await openConversation([bridge, other])
  const told = textOf(await act(textAction('青河大桥是谁设计的？')))
  expect(told).toMatch(/^<b>报上没有说到这个问题/)
  expect(told).toContain('</strong>建成通车')
})

test('back on the first page the answer is there again', async () => {
  const many = Array.from({ length: 9 }, (_, i) =>
    buildArticle({
      headline: `青河大桥日记之${i}`,
      paragraphs: [`青河大桥第${i}天，行人很多。`],
      issueDate: '2024-05-05',
    }),
  )
  const { act } = await openConversation([bridge, ...many])
  const first = await act(textAction('青河大桥有多长？'))
  const next = await act({ kind: 'callback', data: dataOf(buttonsOf(first).find((it) => it.text === '›')) })
  expect(textOf(next)).not.toContain('报上这样说')
  const back = await act({ kind: 'callback', data: dataOf(buttonsOf(next).find((it) => it.text === '‹')) })
  expect(textOf(back)).toBe(textOf(first))
})
