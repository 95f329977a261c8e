import type { Subscription } from '../../store/index.ts'
import { localTimeAt, minutesOf } from './local-time.ts'

/** When a chat wants no message. */
export type QuietHours = Pick<Subscription, 'quietHours' | 'timeZone'>

const DAY = 24 * 60
const MINUTE_MS = 60_000

/** True while the chat wants no message; the first of its quiet hours counts, the second does not. */
export const isQuiet = (subscription: QuietHours, nowMs: number): boolean =>
  quietUntil(subscription, nowMs) !== undefined

/**
 * When the quiet hours end in which `nowMs` lies, in milliseconds since 1970; undefined if it lies in none. If
 * clocks are set meanwhile it is off by as much: ask again then.
 * @throws {RangeError} if there is no such zone
 */
export function quietUntil({ quietHours, timeZone }: QuietHours, nowMs: number): number | undefined {
  if (!quietHours) return undefined
  const [from, to] = [minutesOf(quietHours[0]), minutesOf(quietHours[1])]
  const { minutes } = localTimeAt(nowMs, timeZone)
  const quiet = from <= to ? minutes >= from && minutes < to : minutes >= from || minutes < to
  if (!quiet) return undefined
  const left = (to - minutes + DAY) % DAY
  return nowMs - (nowMs % MINUTE_MS) + left * MINUTE_MS
}
