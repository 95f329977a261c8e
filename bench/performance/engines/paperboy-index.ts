import { findCandidates } from '../../../src/search/candidates.ts'
import { createDocumentFacts } from '../../../src/search/document-facts.ts'
import { textOfFields } from '../../../src/search/index-fields.ts'
import { createMiniSearchIndex } from '../../../src/search/minisearch-index.ts'
import { parseQuery } from '../../../src/search/parse-query.ts'
import { planQuery } from '../../../src/search/query-plan.ts'
import { topOf } from '../../../src/search/top-of.ts'
import { QUERY_KINDS } from '../corpus/query.ts'
import type { EngineKind } from './engine.ts'
import { textOf } from './paperboy.ts'

/** As many as `createSearch` takes in between two breaths. */
const SLICE = 16

/**
 * What our index alone does for a query, put together as `createSearch` does: the query read and planned, candidates
 * found, filtered and scored, the best picked; no text is looked at. The one place that knows the inside of
 * `src/search`.
 */
export const paperboyIndex: EngineKind = {
  kinds: QUERY_KINDS,
  create: async ({ tokeniser }) => {
    const index = createMiniSearchIndex(tokeniser)
    const facts = createDocumentFacts()
    return {
      add: async (articles) => {
        for (const [i, article] of articles.entries()) {
          if (i % SLICE === SLICE - 1) await index.tidy(true)
          facts.set(index.add(article.id, textOfFields(article)), article)
        }
        await index.tidy(false)
      },
      remove: async ({ id }) => {
        index.remove(id)
        await index.tidy(false)
      },
      find: async (query, limit) => {
        const plan = planQuery(parseQuery(textOf(query)).understood, tokeniser)
        const tests = [facts.matcher(plan.filter), facts.matcher(query.filter ?? {})]
        const { documents, complete, scores } = findCandidates(index, plan, {
          passes: (document) => tests.every((test) => test(document)),
          issuedIn: (dates) => facts.matcher(dates),
        })
        const best = topOf(
          documents,
          limit,
          (a, b) => (complete[b] ?? 0) - (complete[a] ?? 0) || (scores[b] ?? 0) - (scores[a] ?? 0) || b - a,
        )
        return best.map((it) => index.idOf(it) ?? '')
      },
    }
  },
}
