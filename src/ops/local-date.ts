import { keepByKey } from './keep-by-key.ts'

/** Of all locales, Swedish writes dates as ISO 8601 does. To make a format takes a thousand times as long as to use it. */
const formatOf = keepByKey((timeZone) => new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }))

/** The day that it is at `timeMs` in an IANA time zone: `YYYY-MM-DD`. */
export const localDate = (timeMs: number, timeZone: string): string => formatOf(timeZone).format(timeMs)
