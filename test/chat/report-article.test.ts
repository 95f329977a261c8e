import { expect, test } from 'vitest'
import { anArticle } from '../support/articles.ts'
import { callbacksOf, openConversation } from '../support/conversation.ts'

const article = anArticle({ headline: '地铁新线通车' })

test('a reader says once that an article is wrong, and the operator can see it', async () => {
  const { act, store } = await openConversation([article])
  const hits = await act({ kind: 'text', text: '地铁' })
  const press = async (data: string | undefined) => act({ kind: 'callback', data: data ?? '' })
  const opened = await press(callbacksOf(hits).get('1'))
  const unfolded = await press(callbacksOf(opened).get('更多 ▾'))
  const report = callbacksOf(unfolded).get('这篇有误')
  expect(await press(report)).toMatchObject({ kind: 'toast', toast: expect.stringContaining('谢谢') })
  expect(await press(report)).toMatchObject({ toast: expect.stringContaining('已经报告过') })
  expect(await store.doubts.list(9)).toMatchObject([{ article: { id: article.id }, reports: 1 }])
})

test('of an article that is gone nothing is noted', async () => {
  const { act, store } = await openConversation([])
  expect(await act({ kind: 'callback', data: 'er.abcdefghij' })).toMatchObject({ kind: 'toast' })
  expect(await store.doubts.reportedBy(1)).toEqual([])
})
