/** A candidate by its place in the list of them, and what it is worth. */
export interface RankedCandidate {
  readonly place: number
  readonly complete: boolean
  readonly score: number
}

/** Candidates that are looked at together. */
const BATCH = 16

/**
 * Looks at candidates, the most promising first, until the first `end` are certain.
 * @param upperBounds what each is worth at most, best first by `better`
 * @param mustRead so many are looked at in any case
 * @param look gives those that are hits, with what they are worth; it reads texts, which is what takes time
 * @returns the hits among those looked at, best first, and how many were looked at
 */
export async function rerank<Hit extends RankedCandidate>(
  upperBounds: readonly RankedCandidate[],
  {
    end,
    mustRead,
    better,
    look,
  }: {
    readonly end: number
    readonly mustRead: number
    readonly better: (a: RankedCandidate, b: RankedCandidate) => number
    readonly look: (places: readonly number[]) => Promise<readonly Hit[]>
  },
): Promise<{ readonly hits: readonly Hit[]; readonly seen: number }> {
  const hits: Hit[] = []
  let seen = 0
  for (let next = upperBounds[0]; next !== undefined; next = upperBounds[seen]) {
    const last = hits[end - 1]
    if (last !== undefined && better(last, next) < 0) break
    const some = upperBounds.slice(seen, Math.max(seen + BATCH, mustRead, end))
    hits.push(...(await look(some.map((it) => it.place))))
    hits.sort(better)
    seen += some.length
  }
  return { hits, seen }
}
