import { expect, test } from 'vitest'
import { buildArticle } from '../../support/build-article.ts'
import { openConversation, textOf } from '../../support/conversation.ts'

const MINUTES = 60_000
const bridge = buildArticle({
  headline: '青河大桥建成通车',
  paragraphs: ['青河大桥全长3.6公里。', '青河大桥的设计师是林一凡。'],
  issueDate: '2024-05-03',
})
const tunnel = buildArticle({
  headline: '白山隧道建成通车',
  paragraphs: ['白山隧道全长9.2公里。'],
  issueDate: '2024-05-04',
})
const says = (text: string) => ({ kind: 'text', text }) as const

/** What is said to a question after another one, and in how much time. */
async function secondAnswer(
  second: string,
  {
    first = '青河大桥有多长？',
    afterMs = 0,
    chat = { chatId: 1, kind: 'private' as 'private' | 'group' },
  } = {},
) {
  const { act, pass } = await openConversation([bridge, tunnel])
  await act(says(first), { chat })
  pass(afterMs)
  return textOf(await act(says(second), { chat }))
}

test('what only makes sense after a question is asked with its topic, and the answer says so', async () => {
  const told = await secondAnswer('白山隧道呢？')
  expect(told).toContain('接着上一问，找的是“白山隧道有多长?”')
  expect(told).toContain('9.2公里')
  expect(await secondAnswer('白山隧道有多长？')).not.toContain('接着上一问')
})

test('whoever says that something else was meant is asked for that, alone or with the topic before', async () => {
  expect(await secondAnswer('不对，我问的是为什么')).toContain('接着上一问，找的是“青河大桥')
  const alone = await secondAnswer('不对，我要的是白山隧道')
  expect(alone).toContain('白山隧道')
  expect(alone).not.toMatch(/接着上一问|青河|不对/)
})

test('ten minutes later it may still be meant, a moment after that it is not', async () => {
  expect(await secondAnswer('白山隧道呢？', { afterMs: 10 * MINUTES })).toContain('接着上一问')
  expect(await secondAnswer('白山隧道呢？', { afterMs: 10 * MINUTES + 1 })).not.toContain('接着上一问')
})

test('in a group others may have asked: there is no question before', async () => {
  const chat = { chatId: -5, kind: 'group' as const }
  expect(await secondAnswer('白山隧道呢？', { chat })).not.toContain('接着上一问')
})

test('single characters of the question before are no part of its topic', async () => {
  expect(await secondAnswer('为什么', { first: '青河大桥是谁捐的？' })).toContain('“青河大桥 为什么”')
})

test('after a list that was not searched for nothing follows', async () => {
  const { act } = await openConversation([bridge, tunnel])
  await act(says('青河大桥有多长？'))
  await act({ kind: 'command', name: 'latest', text: '' })
  expect(textOf(await act(says('白山隧道呢？')))).not.toContain('接着上一问')
})
