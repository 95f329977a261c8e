import type { CountedClause } from '../ranking/candidate-source.ts'
import { thoseThatCount } from '../ranking/clauses-that-count.ts'
import type { QueryPlan, TermClause } from '../ranking/query-plan.ts'
import { type Absent, clauseQuery, EVERYTHING, wordOf, wordQuery } from './clause-queries.ts'
import type { SearchIndex } from './search-index.ts'

/** A plan as the index answers it. */
export interface CountedPlan {
  readonly clauses: readonly CountedClause[]
  /** Words of the plan that stand nowhere as such. */
  readonly absent: Absent
  readonly documentCount: number
}

/**
 * Asks how many articles hold each clause, and which of them count. Words are taken to stand in the archive; if one does
 * not, everything is counted again without it.
 */
export async function countClauses(
  index: SearchIndex,
  plan: QueryPlan,
  signal: AbortSignal | undefined,
): Promise<CountedPlan> {
  const alternatives = [...plan.clauses.flatMap((it) => it.alternatives), ...plan.excluded]
  const none: Absent = new Set()
  const words = [...new Set(alternatives.flatMap((it: TermClause) => wordOf(it, none) ?? []))]
  const count = async (absent: Absent) => {
    const filters = {
      ...Object.fromEntries(plan.clauses.map((it, i) => [`c${i}`, clauseQuery(it, absent)])),
      ...Object.fromEntries(words.map((it, i) => [`w${i}`, wordQuery(it)])),
    }
    const asked = Object.keys(filters).length > 0
    const { body } = await index.search(
      {
        size: 0,
        track_total_hits: true,
        query: EVERYTHING,
        ...(asked && { aggs: { of: { filters: { filters } } } }),
      },
      signal,
    )
    const countOf = (name: string): number => body.aggregations?.of?.buckets?.[name]?.doc_count ?? 0
    return { documentCount: Number(body.hits.total.value), countOf }
  }
  let absent = none
  let counted = await count(absent)
  const missing = words.filter((_, i) => counted.countOf(`w${i}`) === 0)
  if (missing.length > 0) {
    absent = new Set(missing)
    counted = await count(absent)
  }
  const clauses = plan.clauses.map((clause, i) => ({ clause, count: counted.countOf(`c${i}`) }))
  return {
    clauses: thoseThatCount(clauses, ({ clause }) => ({ clause, count: 0 })),
    absent,
    documentCount: counted.documentCount,
  }
}
