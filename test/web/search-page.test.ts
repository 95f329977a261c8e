import { expect, test } from 'vitest'
import { buildArticle } from '../support/build-article.ts'
import { openTestSite } from '../support/site.ts'

test('hits are leafed through by twenty, up to page 25, which leads no further', async () => {
  const { read } = await openTestSite(
    Array.from({ length: 505 }, (_, n) => buildArticle({ headline: `龙舟${n}` })),
  )
  const turns = async (page: number) => {
    const { text } = await read(`/q?q=${encodeURIComponent('龙舟')}&page=${page}`)
    const hits = new Set(text.match(/href="\/a\/[a-z2-7]{10}/g)).size
    return [
      hits,
      ...['prev', 'next'].map((rel) =>
        Number(new RegExp(`rel="${rel}" href="[^"]*page=(\\d+)`).exec(text)?.[1]),
      ),
    ]
  }
  expect(await turns(1)).toEqual([20, Number.NaN, 2])
  expect(await turns(24)).toEqual([20, 23, 25])
  expect(await turns(25)).toEqual([20, 24, Number.NaN])
  expect(await turns(26)).toEqual([20, 24, Number.NaN])
})
