import type { Subscription } from '../../store/index.ts'
import { isQuiet } from './quiet-hours.ts'

/** Later than that a reader wonders. */
const LATE_MS = 30 * 60_000
/** Quiet hours begin and end at whole minutes. */
const STEP_MS = 60_000

/**
 * True if a digest comes so late that it should say so. Quiet hours that it waited for do not count: the chat
 * asked for them.
 */
export function isLate(subscription: Subscription, dueMs: number, nowMs: number): boolean {
  if (nowMs - dueMs < LATE_MS) return false
  if (!subscription.quietHours) return true
  // Half an hour of time in which it could have been sent, and was not.
  let free = 0
  for (let at = dueMs; at < nowMs; at += STEP_MS)
    if (!isQuiet(subscription, at)) {
      free += STEP_MS
      if (free >= LATE_MS) return true
    }
  return false
}
