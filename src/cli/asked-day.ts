import { readAskedDays } from '../digest/index.ts'

/** A text that names a day, whether there is an issue of it or not. */
export const isDate = (text: string): boolean =>
  isDay(text) ||
  (!/^\d{4}-\d{2}-\d{2}$/.test(text) && readAskedDays(text, '2024-01-01', undefined).length > 0)

/** A day that the calendar has, as ISO 8601 writes it. */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00Z`) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
