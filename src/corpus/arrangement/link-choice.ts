import type { ContinuationCandidate } from './continuation-candidate.ts'

/** Which continuation candidates are taken up, in their order: 1 for each that is. */
export type LinkChoice = Uint8Array

/**
 * The continuation candidates that are likely by themselves; each text flow has one follower and follows one.
 * @param odds log-odds of each candidate
 */
export function likeliest(candidates: readonly ContinuationCandidate[], odds: readonly number[]): LinkChoice {
  const order = [...candidates.keys()].toSorted((a, b) => (odds[b] ?? 0) - (odds[a] ?? 0))
  const chosen = new Uint8Array(candidates.length)
  const [goesOn, follows] = [new Set<number>(), new Set<number>()]
  for (const at of order) {
    const candidate = candidates[at]
    if (!candidate || (odds[at] ?? 0) <= 0 || goesOn.has(candidate.from) || follows.has(candidate.to))
      continue
    chosen[at] = 1
    goesOn.add(candidate.from)
    follows.add(candidate.to)
  }
  return chosen
}

/** Turns some continuation candidates over; one that is taken up puts out those that it excludes. */
export function flip(
  chosen: LinkChoice,
  flips: readonly number[],
  candidates: readonly ContinuationCandidate[],
): LinkChoice {
  const changed = chosen.slice()
  for (const at of flips) {
    const turned = candidates[at]
    if (changed[at] !== 1)
      for (let other = 0; other < candidates.length; other++) {
        const it = candidates[other]
        if (it?.from === turned?.from || it?.to === turned?.to) changed[other] = 0
      }
    changed[at] = chosen[at] === 1 ? 0 : 1
  }
  return changed
}

/** A choice as a key of a map. */
export const keyOfChoice = (chosen: LinkChoice): string =>
  Buffer.from(chosen.buffer, chosen.byteOffset, chosen.length).toString('latin1')
