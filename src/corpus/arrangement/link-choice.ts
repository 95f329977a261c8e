import type { ContinuationCandidate } from './continuation-candidate.ts'

/**
 * The continuation candidates that are likely by themselves; each text flow has one follower and follows one.
 * @param odds log-odds of each candidate
 */
export function likeliest(
  candidates: readonly ContinuationCandidate[],
  odds: readonly number[],
): readonly boolean[] {
  const order = [...candidates.keys()].toSorted((a, b) => (odds[b] ?? 0) - (odds[a] ?? 0))
  let chosen: readonly boolean[] = candidates.map(() => false)
  for (const at of order) {
    const candidate = candidates[at]
    const taken = candidates.some(
      (it, other) => chosen[other] && (it.from === candidate?.from || it.to === candidate?.to),
    )
    if (candidate && (odds[at] ?? 0) > 0 && !taken) chosen = chosen.with(at, true)
  }
  return chosen
}

/** Turns some continuation candidates over; one that is taken up puts out those that it excludes. */
export function flip(
  chosen: readonly boolean[],
  flips: readonly number[],
  candidates: readonly ContinuationCandidate[],
): readonly boolean[] {
  const changed = [...chosen]
  for (const at of flips) {
    const turned = candidates[at]
    if (changed[at] !== true)
      for (const [other, it] of candidates.entries())
        if (it.from === turned?.from || it.to === turned?.to) changed[other] = false
    changed[at] = chosen[at] !== true
  }
  return changed
}
