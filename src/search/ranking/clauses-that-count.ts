import type { CountedClause } from './candidate-source.ts'
import type { QueryPlan } from './query-plan.ts'

/** Articles with some of the words follow only where fewer than this hold all of them. */
export const ENOUGH_COMPLETE = 10
/** Share of what the words say (their inverse frequencies) that an article must hold to be a hit at all. */
const MINIMUM_SHARE = 0.5
/**
 * The same where a rare word may outvote the topic: in questions, in which a word that only asks may have been missed, in
 * queries of few words, and where the greater share finds nothing. Elsewhere it fills the page with hits of one word.
 */
const LENIENT_SHARE = 0.25
/** Words that are few. */
const FEW = 2

/**
 * The share of what the clauses say that an article must hold where too few hold all of it; and one that will do if that
 * finds nothing.
 */
export const sharesOf = (
  { asks }: QueryPlan,
  clauseCount: number,
): readonly [share: number, lenientShare: number | undefined] =>
  asks || clauseCount <= FEW ? [LENIENT_SHARE, undefined] : [MINIMUM_SHARE, LENIENT_SHARE]

/**
 * Clauses without residue, unless no article matches that; none of a short part counts if one of its words matches nothing.
 * @param emptied a clause as one that nothing matches
 */
export function thoseThatCount<Counted extends CountedClause>(
  clauses: readonly Counted[],
  emptied: (clause: Counted) => Counted,
): readonly Counted[] {
  const kept = clauses.filter(({ clause, count }) => !clause.residue || count === 0)
  const broken = new Set(kept.flatMap(({ clause, count }) => (count > 0 ? [] : (clause.shortPart ?? []))))
  return kept.map((it) => (broken.has(it.clause.shortPart ?? '') ? emptied(it) : it))
}
