import { LRUCache } from '../../ops/index.ts'
import { asUtc, type LocalTime, localTimeAt, offsetAt } from './local-time.ts'

const DAY_MS = 86_400_000

/** All subscribers of a zone who want their digest at eight ask for the same instant. */
const MOST_KEPT = 10_000
const instants = new LRUCache<string, { readonly timeMs: number | undefined }>({ max: MOST_KEPT })

/**
 * When the clocks of a zone first show a time, in milliseconds since 1970. If it is shown twice (clocks are set
 * back), the first time; if it is passed over (clocks are set forward), the moment right after.
 * @returns undefined if the zone passes over the whole day, as Samoa did on 2011-12-30
 * @throws {RangeError} if there is no such zone
 */
export function instantOf(local: LocalTime, timeZone: string): number | undefined {
  const key = `${local.date} ${local.minutes} ${timeZone}`
  const kept = instants.get(key)
  if (kept) return kept.timeMs
  const timeMs = findInstant(local, timeZone)
  instants.set(key, { timeMs })
  return timeMs
}

function findInstant(local: LocalTime, timeZone: string): number | undefined {
  const utc = asUtc(local)
  // No zone is a day away from UTC, so whatever changes around this time does so in between.
  const before = offsetAt(utc - DAY_MS, timeZone)
  const after = offsetAt(utc + DAY_MS, timeZone)
  const first = utc - Math.max(before, after)
  const second = utc - Math.min(before, after)
  if (before === after || shows(first, local, timeZone)) return first
  if (shows(second, local, timeZone)) return second
  const change = findChange(first, second, timeZone)
  return localTimeAt(change, timeZone).date === local.date ? change : undefined
}

function shows(timeMs: number, { date, minutes }: LocalTime, timeZone: string): boolean {
  const shown = localTimeAt(timeMs, timeZone)
  return shown.date === date && shown.minutes === minutes
}

/** The second from which the clocks are set otherwise than at `from`, by halving; they are at `to`. */
function findChange(from: number, to: number, timeZone: string): number {
  const offset = offsetAt(from, timeZone)
  let [same, other] = [Math.floor(from / 1000), Math.ceil(to / 1000)]
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2)
    if (offsetAt(middle * 1000, timeZone) === offset) same = middle
    else other = middle
  }
  return other * 1000
}
