import { expect, test } from 'vitest'
import { encodeCallback } from '../../../src/chat/callback/callback-data.ts'
import { anArticle } from '../../support/articles.ts'
import { callbacksOf, openConversation, textOf } from '../../support/conversation.ts'

/** Five hits stand on a page. */
test.each([
  [5, 0],
  [6, 1],
  [10, 1],
  [12, 2],
])('of %i hits, a page beyond the end is the last one, page %i', async (count, last) => {
  const chat = await openConversation(
    Array.from({ length: count }, (_, n) =>
      anArticle({ headline: `班列第${n}期`, source: { file: `${n}.txt`, lines: [1] } }),
    ),
  )
  const shown = callbacksOf(await chat.act({ kind: 'command', name: 'search', text: '班列' }))
  const list = [...shown.values()].find((it) => it.startsWith('o.'))?.split('.')[1] ?? ''
  const page = async (number: number) =>
    textOf(
      await chat.act({ kind: 'callback', data: encodeCallback({ kind: 'list', list, page: number }) ?? '' }),
    )
  const end = await page(last)
  expect(end.match(/班列/g)?.length).toBeGreaterThan(0)
  expect(await page(last + 1)).toBe(end)
  expect(await page(99)).toBe(end)
  if (last > 0) expect(await page(last - 1)).not.toBe(end)
})
