import { expect, test } from 'vitest'
import { parseQuery } from '../../../src/search/query/parse-query.ts'
import type { ArticleArchive } from '../../../src/search/ranking/article-archive.ts'
import type { Candidate } from '../../../src/search/ranking/candidate-source.ts'
import { planQuery } from '../../../src/search/ranking/query-plan.ts'
import { rankPage } from '../../../src/search/ranking/rank.ts'
import { buildArticle } from '../../support/build-article.ts'
import { archiveOf } from '../../support/seed-articles.ts'
import { tokeniser } from '../../support/tokeniser.ts'

const plan = planQuery(parseQuery('长江').understood, tokeniser)
const [clause] = plan.clauses

/**
 * Candidates that are worth the same, in any order: by the date and the number of each.
 * @param gone so many of the first are in the archive no more
 */
async function rankEqual(days: readonly (readonly [date: number, number: number])[], limit = 9, gone = 0) {
  const articles = days.map(([date, number]) => buildArticle({ headline: `${date} ${number}` }))
  const candidates = days.map(([date, number], i) => ({
    id: articles[i]?.id ?? '',
    date,
    number,
    score: 1,
    complete: true,
    bound: { headline: '', partsHeld: [] },
  }))
  return rank(candidates, archiveOf(articles.slice(gone)), limit)
}

async function rank(candidates: readonly Candidate[], archive: ArticleArchive, limit: number) {
  const source = {
    find: async () => ({
      candidates,
      total: candidates.length,
      completeCount: candidates.length,
      clauses: clause ? [{ clause, count: candidates.length }] : [],
    }),
    nearest: async () => [],
    headlines: async () => [],
    apply: async () => {},
    state: async () => ({ documents: 0, revision: 0 }),
  }
  const how = { offset: 0, limit, order: 'relevance', filter: {} } as const
  const { hits, total } = await rankPage(plan, how, { source, archive })
  return { total, headlines: hits.map(({ article }) => article.headline) }
}

test('of hits that are worth the same the newest comes first, of a day what came later, and what has no day last', async () => {
  const { headlines } = await rankEqual([
    [20240608, 4],
    [0, 9],
    [20240609, 1],
    [20240608, 7],
    [20230101, 8],
    [0, 10],
  ])
  expect(headlines).toEqual(['20240609 1', '20240608 7', '20240608 4', '20230101 8', '0 10', '0 9'])
  // The few that are shown are the newest of all, not of those that the source named first.
  const month = Array.from({ length: 30 }, (_, i) => [20240601 + i, i] as const)
  expect((await rankEqual(month, 2)).headlines).toEqual(['20240630 29', '20240629 28'])
})

test('what has gone from the archive is no hit, and does not count', async () => {
  const days = [1, 2, 3].map((it) => [20240600 + it, it] as const)
  expect(await rankEqual(days, 9, 1)).toEqual({ total: 2, headlines: ['20240603 3', '20240602 2'] })
})

test('who stands behind by its terms comes first by its headline, also if one hit alone is shown', async () => {
  const articles = ['三峡通航', '长江大桥通车', '汉江水位'].map((headline) =>
    buildArticle({ headline, issueDate: '2024-06-08', paragraphs: ['长江。'] }),
  )
  const candidates = articles.map(({ id, headline }, i) => ({
    id,
    date: 20240608,
    number: i,
    score: 1 - i / 10,
    complete: true,
    bound: { headline, partsHeld: ['typed'] as const },
  }))
  const order = ['长江大桥通车', '三峡通航', '汉江水位']
  for (const limit of [1, 2, 3, 4])
    expect((await rank(candidates, archiveOf(articles), limit)).headlines).toEqual(order.slice(0, limit))
})
