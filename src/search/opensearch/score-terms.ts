import type { QueryPlan } from '../ranking/query-plan.ts'
import { inverseDocumentFrequency, type TermCounts } from '../ranking/term-counts.ts'
import type { WeightedTerm } from '../term-index/weighted-term.ts'
import type { ServerQuery } from './clause-queries.ts'

/**
 * Of a text of 400 characters, the sixty terms that say most decide the order; a thousand clauses would take a busy server
 * seconds, for nothing that one sees.
 */
const MOST_CLAUSES = 240

/** The terms of a plan as queries that score, and how many of them there was room for. */
export interface ScoringTerms {
  readonly queries: readonly ServerQuery[]
  readonly cut: { readonly kept: number; readonly of: number } | undefined
}

/**
 * A query for each term in each field that it is worth something in. A server takes only so many clauses; those that weigh
 * most by our boosts and by how rare they are go first, since the others say least.
 * @param room clauses that may be used
 */
export function scoringTerms(
  terms: QueryPlan['terms'],
  counts: Pick<TermCounts, 'documentCount' | 'documentFrequency'>,
  room: number,
): ScoringTerms {
  const queriesOf = ({ term, boosts }: WeightedTerm): readonly ServerQuery[] =>
    Object.entries(boosts).flatMap(([field, boost = 0]) =>
      boost > 0 ? [{ term: { [field]: { value: term, boost } } }] : [],
    )
  const all = terms.map((it) => ({ queries: queriesOf(it), weight: weightOf(it, counts) }))
  const needed = all.reduce((sum, it) => sum + it.queries.length, 0)
  const most = Math.min(room, MOST_CLAUSES)
  if (needed <= most) return { queries: all.flatMap((it) => it.queries), cut: undefined }
  const kept: (readonly ServerQuery[])[] = []
  let left = most
  for (const { queries } of all.toSorted((a, b) => b.weight - a.weight)) {
    if (queries.length > left) break
    left -= queries.length
    kept.push(queries)
  }
  return { queries: kept.flat(), cut: { kept: kept.length, of: terms.length } }
}

const weightOf = (
  { term, boosts }: WeightedTerm,
  counts: Pick<TermCounts, 'documentCount' | 'documentFrequency'>,
): number =>
  Math.max(...Object.values(boosts).map((it) => it ?? 0)) *
  inverseDocumentFrequency(counts.documentFrequency(term), counts.documentCount)
