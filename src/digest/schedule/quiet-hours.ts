import type { Subscription } from '../../store/index.ts'
import { localTimeAt, minutesOf } from './local-time.ts'

/** True while the chat wants no message; the first of its quiet hours counts, the second does not. */
export function isQuiet({ quietHours, timeZone }: Subscription, nowMs: number): boolean {
  if (!quietHours) return false
  const [from, to] = [minutesOf(quietHours[0]), minutesOf(quietHours[1])]
  const { minutes } = localTimeAt(nowMs, timeZone)
  return from <= to ? minutes >= from && minutes < to : minutes >= from || minutes < to
}

/** When the chat may be written to again; `undefined` where it may be now. */
export function quietUntil(subscription: Subscription, nowMs: number): number | undefined {
  if (!subscription.quietHours || !isQuiet(subscription, nowMs)) return undefined
  const { minutes } = localTimeAt(nowMs, subscription.timeZone)
  const left = (minutesOf(subscription.quietHours[1]) - minutes + DAY_MINUTES) % DAY_MINUTES
  let at = Math.floor(nowMs / MINUTE_MS) * MINUTE_MS + left * MINUTE_MS
  // Where clocks were set back meanwhile, the end comes later.
  while (isQuiet(subscription, at)) at += MINUTE_MS
  return at
}

const MINUTE_MS = 60_000
const DAY_MINUTES = 24 * 60
