import { type Succession, successionsOf } from './succession.ts'
import { type Arrangement, createValuation, type PageParts } from './valuation.ts'

/**
 * Finds the arrangement of a page's runs and display blocks that explains it best: a run goes on in another or ends
 * its article, and every article has one headline. The value of the whole page is climbed by single changes of
 * the successions, and by moving an end of an article; each state's headlines are an optimal bipartite matching.
 */
export function arrange(parts: PageParts): Arrangement {
  const successions = [...successionsOf(parts), ...parts.displaced]
  const valueOf = createValuation(parts, successions)
  const open = successions.flatMap((it, at) => (isOpen(it, parts) ? [at] : []))
  let chosen = likeliest(successions)
  let best = valueOf(chosen)
  const tried = new Set<string>()
  const attempt = (...flips: number[]): boolean => {
    const changed = flip(chosen, flips, successions)
    // The value only climbs: what did not improve a lesser state does not improve this one.
    const key = changed.map(Number).join('')
    if (tried.has(key)) return false
    tried.add(key)
    const arrangement = valueOf(changed)
    if (arrangement.value <= best.value + 1e-9) return false
    best = arrangement
    chosen = changed
    return true
  }
  for (let round = 0; round < ROUNDS; round++) {
    const before = best.value
    for (const at of open) attempt(at)
    for (const at of open)
      if (chosen[at] === false && (successions[at]?.score ?? 0) > 0)
        for (const other of open)
          if (chosen[other] === true && Math.abs(other - at) <= REACH) if (attempt(at, other)) break
    if (best.value === before) break
  }
  return best
}

/** The successions that are likely by themselves; each run has one follower and follows one. */
function likeliest(successions: readonly Succession[]): readonly boolean[] {
  const order = [...successions.keys()].toSorted(
    (a, b) => (successions[b]?.score ?? 0) - (successions[a]?.score ?? 0),
  )
  let chosen: readonly boolean[] = successions.map(() => false)
  for (const at of order) {
    const succession = successions[at]
    const taken = successions.some(
      (it, other) => chosen[other] && (it.from === succession?.from || it.to === succession?.to),
    )
    if (succession && succession.score > 0 && !taken) chosen = chosen.with(at, true)
  }
  return chosen
}

/** Turns some successions over; one that is taken up puts out those that it excludes. */
function flip(
  chosen: readonly boolean[],
  flips: readonly number[],
  successions: readonly Succession[],
): readonly boolean[] {
  const changed = [...chosen]
  for (const at of flips) {
    const turned = successions[at]
    if (changed[at] !== true)
      for (const [other, it] of successions.entries())
        if (it.from === turned?.from || it.to === turned?.to) changed[other] = false
    changed[at] = chosen[at] !== true
  }
  return changed
}

const ROUNDS = 6
/** How far an end of an article is moved, in successions. */
const REACH = 8
/** Beyond this a boundary is settled by what stands there. */
const SURE = 6
/** Below this what stands at a boundary leaves it open. */
const DOUBTFUL = 3
const TELLING = 0.12

/** Whether a succession may be changed: it is in doubt by itself, or some headline may have its article begin there. */
function isOpen({ score, to }: Succession, { heads }: PageParts): boolean {
  if (Math.abs(score) > SURE) return false
  if (score < DOUBTFUL) return true
  return heads.some(({ opening }) => {
    const own = opening[to] ?? 0
    return own >= TELLING && opening.filter((other) => other > own).length < 3
  })
}
