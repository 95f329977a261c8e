import type { Subscription } from '../../store/index.ts'
import { type DueDigest, latestDue } from './latest-due.ts'
import { endOfQuiet, nextDue } from './next-due.ts'
import { isQuiet } from './quiet-hours.ts'

/** What is due of a subscription at a time, and when to look at it again. */
export interface DueNow {
  /** See {@link latestDue}. */
  readonly due: DueDigest | undefined
  /** Until then {@link latestDue} gives nothing else, unless the subscription is changed; in milliseconds since 1970. */
  readonly againMs: number
}

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
/** Nothing that came due before can wait for the end of quiet hours. */
const LONGEST_WAIT_MS = 2 * DAY_MS

/**
 * Tells of subscriptions what is due at `nowMs`. Many chats have the same schedule: it is reckoned once.
 * @returns a function that throws {RangeError} for a zone that is not known
 */
export function dueAt(nowMs: number): (subscription: Subscription) => DueNow {
  const known = new Map<string, DueNow>()
  return (subscription) => {
    const {
      chatId,
      threadId,
      time,
      timeZone,
      weekdays,
      quietHours,
      sinceMs = 0,
      snoozedUntilMs = 0,
    } = subscription
    const notBeforeMs = Math.max(sinceMs, snoozedUntilMs)
    const mattersLater = notBeforeMs > nowMs - LONGEST_WAIT_MS ? notBeforeMs : 0
    const key = `${time} ${timeZone} ${weekdays.join('')} ${quietHours?.join('-')} ${mattersLater}`
    const it = known.get(key) ?? reckon({ ...subscription, sinceMs: mattersLater, snoozedUntilMs: 0 }, nowMs)
    known.set(key, it)
    const { due, againMs } = it
    if (!due || due.dueMs < notBeforeMs) return { due: undefined, againMs }
    const { day, dueMs } = due
    return { due: { chatId, ...(threadId !== undefined && { threadId }), day, dueMs }, againMs }
  }
}

function reckon(subscription: Subscription, nowMs: number): DueNow {
  const nextMs = isQuiet(subscription, nowMs)
    ? endOfQuiet(subscription, nowMs)
    : (nextDue(subscription, nowMs) ?? nowMs + DAY_MS)
  // An end of quiet hours that the clocks pass over may be reckoned as over; never at once again.
  return { due: latestDue(subscription, nowMs), againMs: nextMs > nowMs ? nextMs : nowMs + MINUTE_MS }
}
