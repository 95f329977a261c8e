import { bestAssignment } from '../arrangement/assignment.ts'
import { type PageParts, toContext } from './flow-context.ts'
import { scoreOpening } from './opening.ts'
import { scoreSuccession } from './succession.ts'

/** For each piece what it follows: another piece, a heading, or nothing. */
export interface Flow {
  readonly after: readonly (number | undefined)[]
  readonly under: readonly (number | undefined)[]
}

/** Added to every pair: what it costs to leave an end without what follows it. */
const BONUS = 6

/** Finds which piece follows which, and which stands first under which title: the assignment of most evidence. */
export function arrangePieces(parts: PageParts): Flow {
  const { pieces, headings } = parts
  const context = toContext(parts)
  const scores = [
    ...pieces.map((from, at) =>
      pieces.map((to, other) => (at === other ? -Infinity : scoreSuccession(from, to, at, other, context))),
    ),
    ...headings.map((heading) => pieces.map((piece) => scoreOpening(heading, piece, context))),
  ]
  const chosen = bestAssignment(scores, BONUS)
  const after: (number | undefined)[] = pieces.map(() => undefined)
  const under: (number | undefined)[] = pieces.map(() => undefined)
  for (const [row, piece] of chosen.entries()) {
    if (piece === undefined) continue
    if (row < pieces.length) after[piece] = row
    else under[piece] = row - pieces.length
  }
  return { after: withoutRings(after), under }
}

/** Opens each ring where it begins highest on the page. */
function withoutRings(after: (number | undefined)[]): (number | undefined)[] {
  const open = [...after]
  for (const start of open.keys()) {
    const seen = new Set<number>()
    let at: number | undefined = start
    while (at !== undefined && !seen.has(at)) {
      seen.add(at)
      at = open[at]
    }
    if (at === start) open[start] = undefined
  }
  return open
}
