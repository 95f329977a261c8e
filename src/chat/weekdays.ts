import type { Texts } from './texts/index.ts'

/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1)
const DAY_MS = 86_400_000

/** `周一、周三`, or 每天 for all seven. @param weekdays 1 (Monday) to 7 */
export function renderWeekdays(weekdays: readonly number[], { locale, everyDay }: Texts): string {
  const days = [...new Set(weekdays)].toSorted((a, b) => a - b)
  if (days.length === 7) return everyDay
  const name = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
  return new Intl.ListFormat(locale, { style: 'narrow' }).format(
    days.map((day) => name.format(MONDAY + (day - 1) * DAY_MS)),
  )
}
