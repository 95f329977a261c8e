import { expect, test } from 'vitest'
import { parseQuery } from '../../src/search/query/parse-query.ts'
import { createMemoryIndex } from '../../src/search/ranking/memory-index.ts'
import { planQuery } from '../../src/search/ranking/query-plan.ts'
import { buildArticle } from '../support/build-article.ts'
import { archiveOf } from '../support/seed-articles.ts'
import { describeSource } from '../support/source-contract.ts'
import { tokeniser } from '../support/tokeniser.ts'

describeSource('the index in memory', tokeniser, async (articles) => {
  const { source } = createMemoryIndex(tokeniser, archiveOf(articles))
  return source
})

test('what is remembered of a plan holds for its filter alone, and until another article comes', async () => {
  const articles = ['2024-06-07', '2024-06-08', '2024-06-08'].map((issueDate, n) =>
    buildArticle({ headline: `大熊猫${n}`, paragraphs: ['大熊猫今天亮相。'], issueDate }),
  )
  const { source } = createMemoryIndex(tokeniser, archiveOf(articles))
  const add = (...places: readonly number[]) =>
    source.apply(
      places.flatMap((n) => {
        const article = articles[n]
        return article ? [{ id: article.id, revision: n + 1, article, hash: `h${n}` }] : []
      }),
      articles.length,
    )
  await add(0, 1)
  const plan = planQuery(parseQuery('大熊猫', '2024-12-31').understood, tokeniser)
  const all = {}
  const totals = async () => {
    const found = []
    for (const filter of [all, { from: '2024-06-08', to: '2024-06-08' }, all])
      found.push((await source.find(plan, { filter, order: 'newest', window: { from: 0, to: 9 } })).total)
    return found
  }
  expect(await totals()).toEqual([2, 1, 2])
  await add(2)
  expect(await totals()).toEqual([3, 2, 3])
})
