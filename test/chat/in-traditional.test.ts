import { expect, test } from 'vitest'
import type { Reply } from '../../src/chat/index.ts'
import { anArticle } from '../support/articles.ts'
import { callbacksOf, openConversation } from '../support/conversation.ts'

const article = anArticle({
  headline: '头发与发展',
  issueDate: '2024-06-08',
  paper: '街角日报',
  paragraphs: ['报童理了头发。他说这里面有学问，A&B 也有。', '发展是后来的事。'],
})
const TAIWAN = { user: { id: 1, languageCode: 'zh-TW' } }

async function open(who: typeof TAIWAN | Record<string, never>) {
  const { act } = await openConversation([article])
  const press = (from: Reply | undefined, label: string) =>
    act({ kind: 'callback', data: callbacksOf(from).get(label) ?? '' }, who)
  const hits = await act({ kind: 'text', text: '头发' }, who)
  return { press, hits, page: await press(hits, '1') }
}
const textOf = (reply: Reply | undefined) =>
  reply?.kind === 'send' || reply?.kind === 'edit' ? reply.message.html.markup : ''

test('who reads in Traditional characters gets hits and articles in them, by words, and the original one tap away', async () => {
  const { press, hits, page } = await open(TAIWAN)
  expect(textOf(hits)).toContain('頭髮')
  expect(textOf(page)).toContain('<b>頭髮與發展</b>')
  expect(textOf(page)).toContain('報童理了頭髮')
  expect(textOf(page)).toContain('A&amp;B')
  const original = await press(page, '簡體原文')
  expect(textOf(original)).toContain('<b>头发与发展</b>')
  expect(textOf(await press(original, '繁體'))).toContain('<b>頭髮與發展</b>')
})

test('the printed lines stay as they were printed', async () => {
  const { press, page } = await open(TAIWAN)
  expect(textOf(await press(await press(page, '更多 ▾'), '原版面'))).toContain('头发与发展')
})

test('others read as it was printed, and are offered nothing else', async () => {
  const { page } = await open({})
  expect(textOf(page)).toContain('报童理了头发')
  expect([...callbacksOf(page).keys()]).not.toContain('繁体')
})
