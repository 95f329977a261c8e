/** A rectangle of a page, as gold and articles tell it: left, top, right, bottom. */
export interface GoldRegion {
  readonly page: number
  readonly rect: readonly [number, number, number, number]
}

/** The middle of a character. */
export interface Spot {
  readonly page: number
  readonly x: number
  readonly y: number
}

interface Match {
  readonly gold: readonly GoldRegion[]
  readonly found: readonly GoldRegion[]
}

/**
 * Counts characters: those of an article (`own`: in its gold regions, and in no other article's) and how many of them its outline
 * holds (`inside`); those in its outline (`held`) and how many of them belong to another article (`foreign`).
 */
export function scoreRegions(spots: readonly Spot[], matches: readonly Match[]) {
  const counts = { own: 0, inside: 0, held: 0, foreign: 0 }
  for (const spot of spots) {
    const owners = matches.filter(({ gold }) => gold.some((it) => holds(it, spot)))
    // A box that is set into another article lies in the rectangles of both.
    const [owner] = owners
    if (owners.length !== 1 || !owner) continue
    const holders = matches.filter(({ found }) => found.some((it) => holds(it, spot)))
    counts.own++
    if (holders.includes(owner)) counts.inside++
    counts.held += holders.length
    counts.foreign += holders.filter((it) => it !== owner).length
  }
  return counts
}

const holds = ({ page, rect: [x0, y0, x1, y1] }: GoldRegion, spot: Spot): boolean =>
  page === spot.page && spot.x >= x0 && spot.x <= x1 && spot.y >= y0 && spot.y <= y1
