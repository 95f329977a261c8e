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

test('who stands far behind by its terms is looked at before it is passed over: its headline may put it first', async () => {
  const articles = Array.from({ length: 40 }, (_, n) =>
    buildArticle({
      headline: n === 39 ? '长江大桥通车' : `第${n}篇`,
      issueDate: '2024-06-08',
      paragraphs: ['长江。'],
    }),
  )
  const candidates = articles.map(({ id, headline }, n) => ({
    id,
    date: 20240608,
    number: n,
    score: 1 - n / 400,
    complete: true,
    bound: { headline, partsHeld: ['typed'] as const },
  }))
  expect((await rank(candidates, archiveOf(articles), 1)).headlines).toEqual(['长江大桥通车'])
})

test.each([0, 1, 5, 16])(
  'all pages joined are all hits once and in order, though %i of the first hundred have gone from the archive',
  async (gone) => {
    const articles = Array.from({ length: 130 }, (_, n) => buildArticle({ headline: `第${n}篇` }))
    const candidates = articles.map(({ id }, n) => ({
      id,
      date: 20240608,
      number: n,
      score: 1000 - n,
      complete: true,
      bound: { headline: '', partsHeld: [] },
    }))
    // Those that have gone stand apart, the last of the first hundred among them.
    const archive = archiveOf(
      articles.filter((_, n) => n >= 100 || (99 - n) % 6 !== 0 || (99 - n) / 6 >= gone),
    )
    const left = await archive.getMany(articles.map(({ id }) => id))
    const windows: (readonly [from: number, to: number])[] = []
    const source = {
      find: async (
        _plan: unknown,
        { window }: { readonly window: { readonly from: number; readonly to: number } },
      ) => {
        windows.push([window.from, window.to])
        return {
          candidates: candidates.slice(window.from, window.to),
          total: candidates.length,
          completeCount: candidates.length,
          clauses: clause ? [{ clause, count: candidates.length }] : [],
        }
      },
      nearest: async () => [],
      headlines: async () => [],
      apply: async () => {},
      state: async () => ({ documents: 0, revision: 0 }),
    }
    const page = async (offset: number, limit: number) => {
      const how = { offset, limit, order: 'relevance', filter: {} } as const
      const { hits } = await rankPage(plan, how, { source, archive })
      return hits.map(({ article }) => article.headline)
    }
    const all = left.flatMap((it) => it?.headline ?? [])
    for (const limit of [7, 10, 130]) {
      const pages: string[] = []
      for (let offset = 0; offset < 130; offset += limit) pages.push(...(await page(offset, limit)))
      expect(pages).toEqual(all)
    }
    // A page among the first hundred asks the source once.
    windows.length = 0
    await page(0, 10)
    expect(windows).toEqual([[0, 100]])
  },
)
