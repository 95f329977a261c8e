import { addDays, type Place, weekdayOf } from '../../domain/index.ts'
import type { Subscription } from '../../store/index.ts'
import { instantOf } from './instant-of.ts'
import { localTimeAt, minutesOf } from './local-time.ts'
import { isQuiet } from './quiet-hours.ts'

/** A digest whose time has come. There is never more than one of a place and day. */
export interface DueDigest extends Place {
  /** `YYYY-MM-DD` in the chat's time zone. */
  readonly day: string
  /** When it should come, in milliseconds since 1970. */
  readonly dueMs: number
}

/** Every weekday comes within a week; before today, if today is one of them and its time is still to come. */
const DAYS_BACK = 7

/**
 * The latest digest of a subscription whose time has come; the outbox knows whether it was sent already. Asked often
 * enough and put into an outbox with one row a day, this gives one digest for each local day, whatever zones
 * and clocks do. After a downtime it gives the latest of the days that were missed, and no other.
 *
 * Not due is what should have come before the subscription was made, or while it was snoozed; nothing is due in quiet
 * hours, after which what came due in them is.
 * @throws {RangeError} if there is no such zone
 */
export function latestDue(subscription: Subscription, nowMs: number): DueDigest | undefined {
  const { chatId, threadId, time, timeZone, weekdays, sinceMs = 0, snoozedUntilMs = 0 } = subscription
  if (isQuiet(subscription, nowMs)) return undefined
  const today = localTimeAt(nowMs, timeZone).date
  for (let back = 0; back <= DAYS_BACK; back++) {
    const day = addDays(today, -back)
    if (!weekdays.includes(weekdayOf(day))) continue
    const dueMs = instantOf({ date: day, minutes: minutesOf(time) }, timeZone)
    if (dueMs === undefined || dueMs > nowMs) continue
    if (dueMs < Math.max(sinceMs, snoozedUntilMs)) return undefined
    return { chatId, ...(threadId !== undefined && { threadId }), day, dueMs }
  }
  return undefined
}
