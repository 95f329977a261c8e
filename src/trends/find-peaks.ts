/** A peak has at least so many articles, and so many times the average of the periods that have any. */
const LEAST = 2
const ABOVE_AVERAGE = 1.25
/** Periods on each side in which none is higher. */
const AROUND = 2

/**
 * The places of the peaks of a line, the highest first: higher than its neighbours, and clearly above the average. Of equals
 * side by side the first.
 * @param most peaks to give at most
 */
export function findPeaks(counts: readonly number[], most: number): readonly number[] {
  const filled = counts.filter((it) => it > 0)
  const average = filled.reduce((sum, it) => sum + it, 0) / Math.max(1, filled.length)
  const isPeak = (count: number, at: number) =>
    count >= LEAST &&
    count >= average * ABOVE_AVERAGE &&
    counts.every(
      (other, place) =>
        place === at || Math.abs(place - at) > AROUND || other < count || (other === count && place > at),
    )
  return counts
    .flatMap((count, at) => (isPeak(count, at) ? [at] : []))
    .toSorted((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b)
    .slice(0, most)
}
