import { keepByKey } from '../../ops/index.ts'

/** What a clock on the wall shows. */
export interface LocalTime {
  /** `YYYY-MM-DD`. */
  readonly date: string
  /** Since midnight as the clock shows it, 0 to 1439. */
  readonly minutes: number
}

const MINUTE_MS = 60_000

/**
 * What the clocks of an IANA time zone show at `timeMs`.
 * @throws {RangeError} if there is no such zone
 */
export function localTimeAt(timeMs: number, timeZone: string): LocalTime {
  const text = formatOf(timeZone).format(timeMs)
  return { date: text.slice(0, 10), minutes: minutesOf(text.slice(11, 16)) }
}

/**
 * How far the clocks of a zone are ahead of UTC at `timeMs`, in milliseconds.
 * @throws {RangeError} if there is no such zone
 */
export function offsetAt(timeMs: number, timeZone: string): number {
  const local = Date.parse(`${formatOf(timeZone).format(timeMs).replace(' ', 'T')}Z`)
  return local - Math.floor(timeMs / 1000) * 1000
}

/** `08:30` as minutes since midnight. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** Minutes since midnight as `08:30`. */
export const timeOf = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((it) => `${it}`.padStart(2, '0')).join(':')

/** What a clock that shows `local` would be called if it stood at UTC, in milliseconds since 1970. */
export const asUtc = ({ date, minutes }: LocalTime): number =>
  Date.parse(`${date}T00:00Z`) + minutes * MINUTE_MS

/**
 * Of all locales, Swedish writes dates as ISO 8601 does. To make a format takes a thousand times as long as to use it; there are
 * some 600 zones at most.
 */
const formatOf = keepByKey(
  (timeZone) => new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }),
)
