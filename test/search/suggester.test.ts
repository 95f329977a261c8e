import { expect, test } from 'vitest'
import { createSearch } from '../../src/search/index.ts'
import { buildArticle } from '../support/build-article.ts'
import { archiveOf } from '../support/seed-articles.ts'
import { tokeniser } from '../support/tokeniser.ts'

async function open(...headlines: readonly (readonly [headline: string, issueDate: string])[]) {
  const articles = headlines.map(([headline, issueDate]) => buildArticle({ headline, issueDate }))
  const search = createSearch(tokeniser, archiveOf(articles))
  await search.add(articles)
  return { search, articles }
}

test('offers frequent phrases first, then newer clauses', async () => {
  const { search } = await open(
    ['成都大运会 今日开幕', '2024-01-01'],
    ['成都大运会闭幕', '2024-01-02'],
    ['成都发布新政策', '2024-01-03'],
  )
  expect(await search.suggest('成', 3)).toEqual(['成都', '成都大运会', '成都发布新政策'])
})

test('of phrases as frequent the one whose newest headline is newer comes first', async () => {
  const { search } = await open(
    ['成都地铁', '2024-01-01'],
    ['成都公园', '2024-01-02'],
    ['成都公园', '2023-01-02'],
    ['成都地铁', '2024-01-03'],
  )
  expect(await search.suggest('成都', 3)).toEqual(['成都地铁', '成都公园'])
  const other = await open(
    ['成都地铁', '2024-01-09'],
    ['成都地铁', '2023-01-01'],
    ['成都公园', '2024-01-08'],
    ['成都公园', '2024-01-07'],
  )
  expect(await other.search.suggest('成都', 3)).toEqual(['成都地铁', '成都公园'])
})

test('a long clause is offered whole beside its first words', async () => {
  const { search } = await open(
    ['成都地铁今天上午开通三条新线', '2024-01-01'],
    ['成都地铁今天上午检修', '2024-01-01'],
  )
  expect(await search.suggest('成都', 9)).toContain('成都地铁今天上午开通三条新线')
})

test('completes the last of several words, in headlines that hold the others', async () => {
  const { search } = await open(['重庆 大雨', '2024-01-01'], ['成都 大运会', '2024-01-02'])
  expect(await search.suggest('成都 大', 3)).toEqual(['成都 大运会'])
})

test('completes what is typed in Traditional characters', async () => {
  const { search } = await open(['成都大运会', '2024-01-01'])
  expect(await search.suggest('成都大運', 3)).toEqual(['成都大运会'])
})

test.each(['', ' ', '上海', '成都大运会', '。'])('has nothing to offer for “%s”', async (typed) => {
  const { search } = await open(['成都大运会', '2024-01-01'])
  expect(await search.suggest(typed, 3)).toEqual([])
})

test('forgets the headline of a removed article', async () => {
  const { search, articles } = await open(['成都大运会', '2024-01-01'])
  await search.remove(articles.map((it) => it.id))
  expect(await search.suggest('成', 3)).toEqual([])
})
