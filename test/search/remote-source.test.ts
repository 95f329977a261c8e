import { expect, test } from 'vitest'
import { createSearch } from '../../src/search/index.ts'
import { createMemoryIndex } from '../../src/search/ranking/memory-index.ts'
import { buildArticle } from '../support/build-article.ts'
import { archiveOf } from '../support/seed-articles.ts'
import { tokeniser } from '../support/tokeniser.ts'

/** A search whose process knows the words of the newest articles only, over a source that knows all. */
async function openOver(articles: Parameters<typeof buildArticle>[0][], newest: number) {
  const all = articles.map(buildArticle)
  const archive = archiveOf(all)
  const whole = createMemoryIndex(tokeniser, archive)
  await whole.add(all)
  const search = createSearch(tokeniser, archive, () => ({
    ...whole.source,
    calendar: whole.calendar,
    size: all.length,
    refresh: async () => {},
    within: () => whole.source,
  }))
  await search.add(all.slice(-newest))
  return search
}

test('a rare word of old articles is no misspelling of a frequent one of the newest', async () => {
  const old = { headline: '经纪学家论坛', paragraphs: ['经纪学家论坛昨天开幕。'] }
  const newest = Array.from({ length: 12 }, (_, i) => ({
    headline: `经济学家第${i}次发言`,
    paragraphs: ['经济学家发言。'],
  }))
  const search = await openOver([old, ...newest], newest.length)
  const { hits, relaxed } = await search.search('经纪学家')
  expect(hits.map(({ article }) => article.headline)).toEqual(['经纪学家论坛'])
  expect(relaxed).toEqual([])
  // Where nothing holds it, it is looked for by its sound.
  const { relaxed: corrected } = await search.search('京济学家')
  expect(corrected).toEqual([{ kind: 'corrected', from: '京济学家', to: '经济学家' }])
})

test('how many there are, and days without a year, are those of the source', async () => {
  const search = await openOver(
    [
      { headline: '旧闻', paragraphs: ['台风登陆。'], issueDate: '2020-06-07' },
      { headline: '新闻', paragraphs: ['会议闭幕。'], issueDate: '2024-01-01' },
    ],
    1,
  )
  expect(search.size).toBe(2)
  const { hits, understood } = await search.search('台风 6月', { today: '2024-12-31' })
  expect(hits.map(({ article }) => article.headline)).toEqual(['旧闻'])
  expect(understood.wanted[1]?.[0]?.dates).toMatchObject({ from: '2020-06-01', to: '2020-06-30' })
})

test('each way to ask learns first what the source has by now: days without a year are its newest', async () => {
  const articles = [buildArticle({ headline: '旧闻', paragraphs: ['台风登陆。'], issueDate: '2020-06-07' })]
  const archive = archiveOf(articles)
  const asked = async (ask: (search: ReturnType<typeof createSearch>) => Promise<number>) => {
    const whole = createMemoryIndex(tokeniser, archive)
    const search = createSearch(tokeniser, archive, () => ({
      ...whole.source,
      calendar: whole.calendar,
      size: 1,
      refresh: () => whole.add(articles),
      within: () => whole.source,
    }))
    return ask(search)
  }
  const options = { today: '2024-12-31' }
  expect(await asked(async (it) => (await it.search('台风 6月', options)).total)).toBe(1)
  expect(await asked(async (it) => (await it.findAll('台风 6月', options)).articles.length)).toBe(1)
})
