import { describe, expect, test } from 'vitest'
import { buildArticle } from '../support/build-article.ts'
import { openTestSite } from '../support/site.ts'
import { shelve } from '../support/stores.ts'

describe('a picture', () => {
  const article = buildArticle({ headline: '水位回落', paragraphs: ['江水退了。'] })
  const path = `/a/${article.id}/card.png`

  test('is drawn once for each look and language, and then kept', async () => {
    const drawn: unknown[] = []
    const { get } = await openTestSite([article], {
      drawCard: async (picture) => {
        drawn.push('isDark' in picture && picture.isDark)
        return Uint8Array.of(drawn.length)
      },
    })
    const bytes = async (asked: string) => Buffer.from(await (await get(path + asked)).arrayBuffer())[0]
    const looks = ['?theme=light', '?theme=dark', '?theme=light&script=hant', '?theme=dark&script=hant']
    for (let times = 0; times < 2; times++)
      for (const [at, look] of looks.entries()) expect(await bytes(look)).toBe(at + 1)
    expect(drawn).toEqual([false, true, false, true])
  })

  test('that could not be drawn is tried again', async () => {
    let tries = 0
    const { get } = await openTestSite([article], {
      drawCard: async () => {
        if (++tries === 1) throw new Error('no memory')
        return Uint8Array.of(1)
      },
    })
    expect((await get(path)).status).toBe(503)
    expect((await get(path)).status).toBe(200)
    expect(tries).toBe(2)
  })

  test('of nothing that is there is not drawn, and not kept: it may come', async () => {
    const { get, store } = await openTestSite([], { drawCard: async () => Uint8Array.of(1) })
    expect((await get(path)).status).toBe(404)
    await shelve(store, [article])
    expect((await get(path)).status).toBe(200)
  })
})
