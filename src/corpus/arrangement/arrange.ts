import { NO_BIAS, type ReadingBias } from '../layout/reading-bias.ts'
import { type ContinuationCandidate, continuationCandidates } from './continuation-candidate.ts'
import { flip, keyOfChoice, likeliest } from './link-choice.ts'
import type { LinkMargin } from './link-margin.ts'
import type { Trees } from './link-trees.ts'
import { type Arrangement, createObjective, type PageParts } from './objective.ts'
import { treesInUse } from './reader-trees.ts'
import { secondOpinion } from './second-opinion.ts'

/** An arrangement, and how surely each of its continuation candidates was decided. */
export interface SettledArrangement extends Arrangement {
  readonly candidates: readonly ContinuationCandidate[]
  /** In the order of the candidates. */
  readonly margins: readonly LinkMargin[]
}

/**
 * Finds the arrangement of a page's text flows and display blocks that explains it best: a text flow goes on in
 * another or ends its article, and every article has one headline. The value of the whole page is climbed by single
 * changes of the continuation candidates, and by moving an end of an article; each state's headlines are an optimal
 * bipartite matching. What was found so is judged once more, link by link.
 * @param trees what judges the links; without any they stay as they are
 */
export function arrange(
  parts: PageParts,
  trees: Trees = treesInUse().links,
  bias: ReadingBias = NO_BIAS,
): SettledArrangement {
  const candidates = [...continuationCandidates(parts, bias.links), ...parts.displaced]
  const valueOf = createObjective(parts, candidates)
  const open = candidates.flatMap((it, at) => (isOpen(it, parts) ? [at] : []))
  let chosen = likeliest(
    candidates,
    candidates.map(({ score }) => score),
  )
  let best = valueOf(chosen)
  /** What the states looked at are worth. */
  const tried = new Map<string, number>()
  const attempt = (...flips: number[]): boolean => {
    const changed = flip(chosen, flips, candidates)
    // The value only grows: what did not improve a lesser state does not improve this one.
    const key = keyOfChoice(changed)
    if (tried.has(key)) return false
    const arrangement = valueOf(changed)
    tried.set(key, arrangement.value)
    if (arrangement.value <= best.value + 1e-9) return false
    best = arrangement
    chosen = changed
    return true
  }
  for (let round = 0; round < ROUNDS; round++) {
    const before = best.value
    for (const at of open) attempt(at)
    for (const at of open)
      if (chosen[at] === 0 && (candidates[at]?.score ?? 0) > 0)
        for (const other of open)
          if (chosen[other] === 1 && Math.abs(other - at) <= REACH) if (attempt(at, other)) break
    if (best.value === before) break
  }
  const margins = candidates.map(({ from, to, score }, at): LinkMargin => {
    const key = keyOfChoice(flip(chosen, [at], candidates))
    // What was never in doubt was not turned over.
    const margin = best.value - (tried.get(key) ?? best.value - Math.abs(score))
    return { from, to, isChosen: chosen[at] === 1, margin }
  })
  if (trees.length === 0) return { ...best, candidates, margins }
  const judged = secondOpinion(parts, candidates, { ...best, margins }, { trees, valueOf, bias: bias.links })
  return {
    ...valueOf(Uint8Array.from(judged, ({ isChosen }) => (isChosen ? 1 : 0))),
    candidates,
    margins: judged,
  }
}

const ROUNDS = 6
/** How far an end of an article is moved, in continuation candidates. */
const REACH = 8
/** Beyond this a boundary is settled by what stands there. */
const SURE = 6
/** Below this what stands at a boundary leaves it open. */
const DOUBTFUL = 3
const TELLING = 0.12

/**
 * Whether a continuation candidate may be changed: it is in doubt by itself, or some headline may have its article
 * begin there.
 */
function isOpen({ score, to }: ContinuationCandidate, { titleBlocks }: PageParts): boolean {
  if (Math.abs(score) > SURE) return false
  if (score < DOUBTFUL) return true
  return titleBlocks.some(({ opening }) => {
    const own = opening[to] ?? 0
    return own >= TELLING && opening.filter((other) => other > own).length < 3
  })
}
