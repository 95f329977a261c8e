/** A day from 1800 on as `YYYY-MM-DD`; `undefined` for a day that no calendar has, and for figures that are none. */
export function toIsoDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (Number.isNaN(date.getTime())) return undefined
  const same = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return same && year >= 1800 ? date.toISOString().slice(0, 10) : undefined
}

const DAY_MS = 86_400_000

/** The day so many days after another one, `YYYY-MM-DD`. @param days may be negative */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

/** 1 (Monday) to 7. @param day `YYYY-MM-DD` */
export const weekdayOf = (day: string): number => new Date(day).getUTCDay() || 7
