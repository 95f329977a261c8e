import type { Period } from './period.ts'

/** For each period the sum of what lies in it. Periods are ascending and leave no gap. */
export function countByPeriod(
  days: Iterable<readonly [day: string, count: number]>,
  periods: readonly Period[],
): readonly number[] {
  const counts = periods.map(() => 0)
  for (const [day, count] of days) {
    const at = placeOf(day, periods)
    if (at !== undefined) counts[at] = (counts[at] ?? 0) + count
  }
  return counts
}

/** The place of the period that a day lies in, by halving; undefined if it lies in none. */
export function placeOf(day: string, periods: readonly Period[]): number | undefined {
  let [low, high] = [0, periods.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const period = periods[middle]
    if (period === undefined) return undefined
    if (day < period.from) high = middle - 1
    else if (day > period.to) low = middle + 1
    else return middle
  }
  return undefined
}
