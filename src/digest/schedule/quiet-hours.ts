import type { Subscription } from '../../store/index.ts'
import { localTimeAt, minutesOf } from './local-time.ts'

/** True while the chat wants no message; the first of its quiet hours counts, the second does not. */
export function isQuiet({ quietHours, timeZone }: Subscription, nowMs: number): boolean {
  if (!quietHours) return false
  const [from, to] = [minutesOf(quietHours[0]), minutesOf(quietHours[1])]
  const { minutes } = localTimeAt(nowMs, timeZone)
  return from <= to ? minutes >= from && minutes < to : minutes >= from || minutes < to
}
