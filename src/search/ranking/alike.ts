import type { ArticleId } from '../../domain/index.ts'
import type { SearchFilter } from '../query/query.ts'
import type { Candidate, CandidateSource, FoundCandidates } from './candidate-source.ts'
import type { QueryMeaning } from './query-meaning.ts'
import type { QueryPlan } from './query-plan.ts'
import { upperBoundOf } from './rescore.ts'

/** Headlines that are compared by their words, beside those that the terms have found: the likest by what they mean. */
const COMPARED = 30
/** A cosine: what is less alike as a whole is not alike by its words either. */
const LEAST_COMPARED = 0.3
/** What it is worth that a headline is the query, as a share of the best that terms may give. */
const WORTH = 4

/** What meaning adds to what the terms have found. */
export interface Alike {
  /** Articles that the terms have not found, whose headlines mean nearly what was asked for. */
  readonly candidates: readonly Candidate[]
  /** What is added to the score of a candidate, found by its terms or not. */
  readonly worthOf: (candidate: Candidate) => number
}

/**
 * Asks a source for headlines that mean nearly the same as a query, and how much alike those are that the terms have found.
 * @param found by the terms, from the first place on
 */
export async function findAlike(
  { candidates: found, total }: FoundCandidates,
  { vector, likenessTo, leastCosine, leastLikeness }: QueryMeaning,
  plan: QueryPlan,
  filter: SearchFilter,
  source: CandidateSource,
): Promise<Alike> {
  const alike = await source.alike?.(vector, {
    plan,
    filter,
    least: LEAST_COMPARED,
    limit: Math.min(leastCosine, leastLikeness.asWhole) > 1 ? 0 : COMPARED,
    others: found.map((it) => it.id),
  })
  if (alike === undefined) return NOTHING_ALIKE
  const known = new Set(found.map((it) => it.id))
  const likenessOf = new Map<ArticleId, number>()
  const candidates: Candidate[] = []
  for (const { id, date, number, headline, cosine } of alike) {
    if (cosine < LEAST_COMPARED) continue
    const { asWhole, said } = likenessTo(headline, cosine)
    likenessOf.set(id, asWhole)
    const suffices =
      (asWhole >= leastLikeness.asWhole && said >= leastLikeness.said) ||
      (total === 0 && cosine >= leastCosine)
    if (suffices && !known.has(id))
      candidates.push({
        id,
        date,
        number,
        score: 0,
        complete: false,
        bound: { headline, partsHeld: NOTHING_HELD },
      })
  }
  const best = Math.max(0, ...found.map((it) => it.score * upperBoundOf(plan, it.bound))) || 1
  return { candidates, worthOf: ({ id }) => WORTH * best * (likenessOf.get(id) ?? 0) }
}

const NOTHING_HELD: readonly never[] = []

/** What a query adds whose meaning does not count. */
export const NOTHING_ALIKE: Alike = { candidates: [], worthOf: () => 0 }
