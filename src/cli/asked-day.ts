import { readAskedDays } from '../digest/index.ts'

/** As ISO 8601 writes a day, whether the calendar has it or not. */
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/

/** A text that names a day, whether there is an issue of it or not. */
export const isDate = (text: string): boolean =>
  ISO_DAY.test(text) ? isDay(text) : readAskedDays(text, '2024-01-01', undefined).length > 0

/** A day that the calendar has, as ISO 8601 writes it. */
export function isDay(text: string): boolean {
  const time = ISO_DAY.test(text) ? Date.parse(`${text}T00:00Z`) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
