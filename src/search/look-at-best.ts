/** A candidate by its place in the list of them, and what it is worth. */
export interface Rated {
  readonly place: number
  readonly complete: boolean
  readonly score: number
}

/** Candidates that are looked at together. */
const BATCH = 16

/**
 * Looks at candidates, the most promising first, until the first `end` are certain.
 * @param ceilings what each is worth at most, best first by `better`
 * @param mustSee so many are looked at in any case
 * @param look gives those that are hits, with what they are worth; it reads texts, which is what takes time
 * @returns the hits among those looked at, best first, and how many were looked at
 */
export async function lookAtBest<Hit extends Rated>(
  ceilings: readonly Rated[],
  {
    end,
    mustSee,
    better,
    look,
  }: {
    readonly end: number
    readonly mustSee: number
    readonly better: (a: Rated, b: Rated) => number
    readonly look: (places: readonly number[]) => Promise<readonly Hit[]>
  },
): Promise<{ readonly hits: readonly Hit[]; readonly seen: number }> {
  const hits: Hit[] = []
  let seen = 0
  for (let next = ceilings[0]; next !== undefined; next = ceilings[seen]) {
    const last = hits[end - 1]
    if (seen >= mustSee && last !== undefined && better(last, next) < 0) break
    const some = ceilings.slice(seen, Math.max(seen + BATCH, mustSee, end))
    hits.push(...(await look(some.map((it) => it.place))))
    hits.sort(better)
    seen += some.length
  }
  return { hits, seen }
}
