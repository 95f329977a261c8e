import { parseQuery } from '../../../src/search/query/parse-query.ts'
import { findCandidates } from '../../../src/search/ranking/candidates.ts'
import { planQuery } from '../../../src/search/ranking/query-plan.ts'
import { readIndexRules } from '../../../src/search/snapshot/index-rules.ts'
import { readSnapshot } from '../../../src/search/snapshot/snapshot-file.ts'
import { createDocumentValues } from '../../../src/search/term-index/document-values.ts'
import { createTermIndex } from '../../../src/search/term-index/term-index.ts'
import { topK } from '../../../src/search/term-index/top-k.ts'
import { QUERY_KINDS } from '../corpus/query.ts'
import type { EngineKind } from './engine.ts'
import { paperboy, SNAPSHOT_OF, snapshotIn, textOf } from './paperboy.ts'

/**
 * What our index alone does for a query, put together as `createSearch` does: the query read and planned, candidates
 * found, filtered and scored, the best picked; no text is looked at, so of a phrase more may be found than hold it. The one place that knows the inside of
 * `src/search`.
 */
export const paperboyIndex: EngineKind = {
  kinds: QUERY_KINDS,
  create: (parts) => paperboy.create(parts),
  load: async (folder, { tokeniser }) => {
    const rules = readIndexRules(tokeniser)
    const snapshot = await readSnapshot(snapshotIn(folder), { rules, ...SNAPSHOT_OF })
    if (snapshot === undefined) throw new Error('there is no snapshot of the index')
    const index = createTermIndex(tokeniser)
    const facts = createDocumentValues()
    index.load(snapshot.columns)
    facts.load(snapshot.columns)
    const unchanged = async () => {
      throw new Error('the index alone is only asked')
    }
    return {
      add: unchanged,
      remove: unchanged,
      find: async (query, limit) => {
        const plan = planQuery(parseQuery(textOf(query)).understood, tokeniser)
        const { documents, completeCount, scores } = await findCandidates(index, plan, {
          passes: facts.matcher(plan.filter, query.filter ?? {}),
          issuedIn: (dates) => facts.matcher(dates),
          texts: { settle: async (doubts) => doubts.map((it) => it.documents) },
        })
        const complete = (place: number) => Number(place < completeCount)
        const best = topK(
          documents.length,
          limit,
          (a, b) => complete(b) - complete(a) || (scores[b] ?? 0) - (scores[a] ?? 0) || b - a,
        )
        return best.map((place) => index.idOf(documents[place] ?? 0) ?? '')
      },
    }
  },
}
