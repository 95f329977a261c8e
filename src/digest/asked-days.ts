import { parseQuery } from '../search/index.ts'

/** Days from one to another, `YYYY-MM-DD`, both included; open if one is absent. */
export interface DayRange {
  readonly from?: string
  readonly to?: string
}

const DIGIT = /\p{Nd}/u

/**
 * The days that a text may mean, the likeliest first, as search reads them: 2024-06-08, 昨天, 6月8日, 上周. A date without
 * a year (6月8日) is the last one before today, or before the archive's end if that is earlier.
 * @param today `YYYY-MM-DD` @param newest day of the newest issue
 * @returns none for a text that is no date
 */
export function readAskedDays(text: string, today: string, newest: string | undefined): readonly DayRange[] {
  const ends = newest !== undefined && DIGIT.test(text) ? [today, newest] : [today]
  return ends.map((end) => daysOf(text, end)).filter(({ from, to }) => (from ?? to) !== undefined)
}

function daysOf(text: string, today: string): DayRange {
  const { from, to } = parseQuery(`日期:${text}`, today).understood.filter
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
}
