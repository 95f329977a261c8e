import { expect, test } from 'vitest'
import { createSearch, type SearchOptions } from '../../src/search/index.ts'
import { buildArticle } from '../support/build-article.ts'
import { archiveOf } from '../support/seed-articles.ts'
import { tokeniser } from '../support/tokeniser.ts'

/** No article holds all that is asked for here, so that those which hold some of it are hits. */
async function open(...given: readonly Partial<Parameters<typeof buildArticle>[0]>[]) {
  const articles = given.map((it, n) => buildArticle({ headline: `第${n}篇`, ...it }))
  const search = createSearch(tokeniser, archiveOf(articles))
  await search.add(articles)
  return async (query: string, options?: SearchOptions) => {
    const { hits, total } = await search.search(query, options)
    expect(hits).toHaveLength(total)
    return hits.map(({ article }) => Number(article.headline.slice(1, -1))).toSorted((a, b) => a - b)
  }
}
const text = (...paragraphs: readonly string[]) => ({ paragraphs })

test.each([
  ['a word', '渡轮 火山 -码头'],
  ['a word of a headline', '渡轮 火山 -标题:头条'],
  ['a phrase that only the text can tell', '渡轮 火山 -"白鹭码头工"'],
])('what holds some of the words holds nothing of what is excluded: %s', async (_what, query) => {
  const find = await open(text('渡轮来了。'), text('渡轮。去白鹭码头工地。', '白鹭码头工。'), {
    headline: '第2篇',
    deck: ['头条'],
    paragraphs: ['渡轮。码头。白鹭码头工。'],
  })
  const found = await find(query)
  expect(found).toContain(0)
  expect(found).not.toContain(2)
})

test('what holds some of the words lies within the filter, of the query and of the reader', async () => {
  const find = await open(
    { ...text('渡轮。'), section: '要闻', issueDate: '2024-06-08' },
    { ...text('渡轮。'), section: '副刊', issueDate: '2024-06-09' },
    text('渡轮。'),
  )
  expect(await find('渡轮 火山')).toEqual([0, 1, 2])
  expect(await find('渡轮 火山 栏目:要闻')).toEqual([0])
  expect(await find('渡轮 火山', { filter: { section: '副刊' } })).toEqual([1])
  expect(await find('渡轮 火山 日期:2024-06-08..2024-06-08')).toEqual([0])
})

test('what must be held is held by each hit, whatever else is missing', async () => {
  const find = await open(text('渡轮到码头。'), text('码头。'), text('渡轮，码头。'), text('山茶。'))
  expect(await find('"渡轮到码头" 山茶 火山')).toEqual([0])
  expect(await find('"渡轮到码头" 码头 火山')).toEqual([0])
})

test('an article is a hit that says exactly the share that is wanted', async () => {
  // Each word stands in two articles, so that each says a quarter.
  const find = await open(
    text('渡轮，码头。'),
    text('山茶，白鹭。'),
    text('渡轮，山茶。'),
    text('码头，白鹭。'),
  )
  expect(await find('渡轮 码头 山茶 白鹭')).toEqual([0, 1, 2, 3])
})
