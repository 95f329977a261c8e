import type { SearchFilter } from '../query/query.ts'
import type { Candidate, CandidateSource, FoundCandidates } from './candidate-source.ts'
import type { QueryMeaning } from './query-meaning.ts'
import type { QueryPlan } from './query-plan.ts'
import { upperBoundOf } from './rescore.ts'

/** Articles that are found by what their headlines mean, at most. */
const MOST = 100
/** What it is worth that a headline means the very same, as a share of the best that terms may give. */
const WORTH = 2

/** What meaning adds to what the terms have found. */
export interface Alike {
  /** Articles whose headlines mean nearly what was asked for, where the terms have found none. */
  readonly candidates: readonly Candidate[]
  /** What is added to the score of a candidate, found by its terms or not. */
  readonly worthOf: (candidate: Candidate) => number
}

/**
 * Asks a source how much alike the headlines are that the terms have found, and, if they have found none, for headlines that
 * mean nearly the same. Where they have found some, what they have left out held too little of the query.
 * @param found by the terms, from the first place on
 */
export async function findAlike(
  { candidates, total }: FoundCandidates,
  { vector, least }: QueryMeaning,
  plan: QueryPlan,
  filter: SearchFilter,
  source: CandidateSource,
): Promise<Alike> {
  const alike = await source.alike?.(vector, {
    filters: [plan.filter, filter],
    least,
    limit: total > 0 ? 0 : MOST,
    others: candidates.map((it) => it.id),
  })
  if (alike === undefined) return NOTHING_ALIKE
  const likeness = new Map(alike.map((it) => [it.id, it.likeness]))
  const best = Math.max(0, ...candidates.map((it) => it.score * upperBoundOf(plan, it.bound))) || 1
  return {
    candidates:
      total > 0
        ? []
        : alike.map(({ id, date, number }) => ({
            id,
            date,
            number,
            score: 0,
            complete: false,
            bound: NOTHING_HELD,
          })),
    worthOf: ({ id }) => WORTH * best * Math.max(0, likeness.get(id) ?? 0),
  }
}

/** What a query adds whose meaning does not count. */
export const NOTHING_ALIKE: Alike = { candidates: [], worthOf: () => 0 }

const NOTHING_HELD = { headline: '', partsHeld: [] }
