import { expect, test } from 'vitest'
import { doubtsAbout, settleDoubts } from '../../../src/search/opensearch/settle-doubts.ts'
import { parseQuery } from '../../../src/search/query/parse-query.ts'
import { planQuery } from '../../../src/search/ranking/query-plan.ts'
import { buildArticle } from '../../support/build-article.ts'
import { archiveOf } from '../../support/seed-articles.ts'
import { tokeniser } from '../../support/tokeniser.ts'

const holds = buildArticle({ headline: '甲', paragraphs: ['沿线城市的市民。'] })
const otherOrder = buildArticle({ headline: '乙', paragraphs: ['城市沿线，线城。'] })
const gone = buildArticle({ headline: '丙' })

/** What is no hit of a query, of articles that a server names in doubt about it, `total` of them. */
async function settle(query: string, total = 3) {
  const doubts = doubtsAbout(planQuery(parseQuery(query).understood, tokeniser), new Set())
  const asked: object[] = []
  const index = {
    search: async (body: object) => {
      asked.push(body)
      const hits = [holds, otherOrder, gone].map(({ id }) => ({
        _score: 1,
        fields: { id: [id] },
        matched_queries: doubts.map((it) => it.name),
      }))
      return { status: 200, body: { hits: { hits, total: { value: total } } } }
    },
  }
  const noHits = await settleDoubts(index, archiveOf([holds, otherOrder]), {}, doubts)
  return { doubts: doubts.length, noHits, asked: asked.length }
}

test('an article whose text does not hold a wanted phrase is no hit, nor is one that has gone', async () => {
  expect(await settle('"沿线城市的市"')).toEqual({ doubts: 1, noHits: [otherOrder.id, gone.id], asked: 1 })
})

test('an article whose text holds an unwanted phrase is no hit; of one that has gone nothing is known', async () => {
  expect(await settle('市民 -"沿线城市的市"')).toEqual({ doubts: 1, noHits: [holds.id], asked: 1 })
})

test('where the index leaves no doubt the server is not asked, and where there are too many nobody can tell', async () => {
  expect(await settle('市民')).toEqual({ doubts: 0, noHits: [], asked: 0 })
  expect((await settle('"沿线城市的市"', 1000)).noHits).toBeDefined()
  expect((await settle('"沿线城市的市"', 1001)).noHits).toBeUndefined()
})
