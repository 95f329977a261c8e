import { addDays, weekdayOf } from '../../domain/index.ts'

const DAY_MS = 86_400_000
/** Every weekday comes within a week. */
const WEEK = 7

/** Days of issues, `YYYY-MM-DD`, both included. */
export interface Days {
  readonly from: string
  readonly to: string
}

/**
 * The days since the digest before, up to the day of this one: a week for who reads on Sundays only.
 * @param weekdays on which digests come, 1 (Monday) to 7 @param day of this digest, `YYYY-MM-DD`
 * @returns undefined if there was a digest the day before, or none ever comes
 */
export function daysSinceLast(weekdays: readonly number[], day: string): Days | undefined {
  for (let back = 1; back <= WEEK; back++) {
    if (weekdays.includes(weekdayOf(addDays(day, -back))))
      return back === 1 ? undefined : { from: addDays(day, 1 - back), to: day }
  }
  return undefined
}

/** All days, the first one first. */
export function eachDay({ from, to }: Days): readonly string[] {
  const count = Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1
  return Array.from({ length: Math.max(0, count) }, (_, i) => addDays(from, i))
}
