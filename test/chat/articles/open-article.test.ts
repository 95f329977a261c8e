import { expect, test } from 'vitest'
import { matchedTexts } from '../../../src/chat/articles/matched-text.ts'
import { encodeCallback } from '../../../src/chat/callback/callback-data.ts'
import { anArticle } from '../../support/articles.ts'
import { callbacksOf, openConversation } from '../../support/conversation.ts'

test('what one keeps is seen in the private chat alone, and by nobody in a group', async () => {
  const article = anArticle({ headline: '桥梁合龙' })
  const { act, store } = await openConversation([article])
  await store.bookmarks.add(1, article.id)
  const data = encodeCallback({ kind: 'article', id: article.id, page: 0, origin: undefined }) ?? ''
  const labels = async (chat: { chatId: number; kind: 'private' | 'group' }) => [
    ...callbacksOf(await act({ kind: 'callback', data }, { chat })).keys(),
  ]
  expect(await labels({ chatId: 1, kind: 'private' })).toContain('★ 已收藏')
  expect(await labels({ chatId: -5, kind: 'group' })).not.toContain('★ 已收藏')
})

test('what matched is marked in the article at its own place, also where the excerpt was cut before it', async () => {
  const before = '江边的人群里有人说起'.repeat(40)
  const article = anArticle({
    headline: '渡轮停航',
    paragraphs: ['一段没有它的话。', `${before}汽笛声${before}`],
  })
  const { search, store } = await openConversation([article])
  const list = await store.lists.save({
    spec: { kind: 'search', query: '汽笛', order: 'relevance' },
    chatId: 1,
  })
  const parts = { lists: store.lists, search, today: () => '2024-06-08' }
  const [excerpt] = (await search.search('汽笛')).hits[0]?.excerpts ?? []
  expect(excerpt?.text.startsWith('…')).toBe(true)
  const found = await matchedTexts(parts, article, { list, page: 0 })
  expect(
    found.map(({ paragraph, marks }) => marks.map((it) => article.paragraphs[paragraph]?.slice(...it))),
  ).toEqual([['汽笛']])
})
