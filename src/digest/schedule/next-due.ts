import { addDays, weekdayOf } from '../../domain/index.ts'
import type { Subscription } from '../../store/index.ts'
import { instantOf } from './instant-of.ts'
import { localTimeAt, minutesOf } from './local-time.ts'
import { isQuiet, type QuietHours } from './quiet-hours.ts'

type Schedule = QuietHours & Pick<Subscription, 'time' | 'weekdays' | 'sinceMs' | 'snoozedUntilMs'>

/** Every weekday comes within a week, and once more if a zone passes over the day. */
const DAYS_AHEAD = 14

/**
 * When the next digest of a subscription comes, in milliseconds since 1970: after snooze, and after the quiet hours
 * that its time may fall into. What is due at `nowMs` itself comes now, and is not the next.
 * @returns undefined if none ever comes: on no weekday
 * @throws {RangeError} if there is no such zone
 */
export function nextDue(subscription: Schedule, nowMs: number): number | undefined {
  const { time, timeZone, weekdays, sinceMs = 0, snoozedUntilMs = 0 } = subscription
  const notBeforeMs = Math.max(sinceMs, snoozedUntilMs)
  const today = localTimeAt(Math.max(nowMs, notBeforeMs), timeZone).date
  // That of yesterday may still wait for the end of quiet hours.
  for (let ahead = -1; ahead <= DAYS_AHEAD; ahead++) {
    const date = addDays(today, ahead)
    if (!weekdays.includes(weekdayOf(date))) continue
    const dueMs = instantOf({ date, minutes: minutesOf(time) }, timeZone)
    if (dueMs === undefined || dueMs < notBeforeMs) continue
    const comesMs = endOfQuiet(subscription, dueMs)
    if (comesMs > nowMs) return comesMs
  }
  return undefined
}

/** The end of the quiet hours that a moment falls into, else the moment itself. */
export function endOfQuiet(subscription: QuietHours, timeMs: number): number {
  const { quietHours, timeZone } = subscription
  if (!quietHours || !isQuiet(subscription, timeMs)) return timeMs
  const { date, minutes } = localTimeAt(timeMs, timeZone)
  const end = minutesOf(quietHours[1])
  return instantOf({ date: addDays(date, end > minutes ? 0 : 1), minutes: end }, timeZone) ?? timeMs
}
