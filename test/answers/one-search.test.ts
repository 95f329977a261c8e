import { expect, test } from 'vitest'
import { answerQuestion } from '../../src/answers/index.ts'
import { createSearch } from '../../src/search/index.ts'
import { buildArticle } from '../support/build-article.ts'
import { archiveOf } from '../support/seed-articles.ts'
import { tokeniser } from '../support/tokeniser.ts'

test('a question without a time or other words is one search, and shows what search alone shows', async () => {
  const news = Array.from({ length: 15 }, (_, i) =>
    buildArticle({
      headline: `松原竹艺第${i + 1}讲`,
      paragraphs: [`松原竹艺的第${i + 1}讲有${i + 20}名学徒。`],
    }),
  )
  const search = createSearch(tokeniser, archiveOf(news))
  await search.add(news)
  let searches = 0
  const counting: Parameters<typeof answerQuestion>[1] = {
    wordsOf: (text) => search.wordsOf(text),
    rarityOf: (text) => search.rarityOf(text),
    questionOf: (query, options) => search.questionOf(query, options),
    search: (query, options) => {
      searches++
      return search.search(query, options)
    },
  }
  const { found } = await answerQuestion('松原竹艺有多少名学徒', counting, { limit: 5 })
  expect(searches).toBe(1)
  expect(found).toEqual(await search.search('松原竹艺有多少名学徒', { limit: 5 }))
})
