import { normalise, runsOf } from '../language/index.ts'

/** Neighbouring characters, numbers and Latin words of a text: what two sentences share of these, they both speak of. */
export function pairsOf(text: string): ReadonlySet<string> {
  const pairs = new Set<string>()
  for (const { text: run, unspaced } of runsOf(normalise(text)))
    if (!unspaced || run.length === 1) pairs.add(run)
    else for (let i = 0; i + 1 < run.length; i++) pairs.add(run.slice(i, i + 2))
  return pairs
}

/** Share of the smaller set that is in both, 0 to 1. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  let shared = 0
  for (const it of small) if (large.has(it)) shared++
  return shared / Math.max(1, small.size)
}
