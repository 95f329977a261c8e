import type { Subscription } from '../../store/index.ts'
import { isLate } from './is-late.ts'
import { localTimeAt, timeOf } from './local-time.ts'

/** When something should have come, as the clocks of its readers showed it. */
export interface Lateness {
  /** `HH:MM` */
  readonly time: string
  /** `YYYY-MM-DD`; absent if it comes on the same day. */
  readonly day?: string
}

/** What a digest that comes now should say of its time; undefined if it is not late. */
export function latenessOf(subscription: Subscription, dueMs: number, nowMs: number): Lateness | undefined {
  if (!isLate(subscription, dueMs, nowMs)) return undefined
  const { date, minutes } = localTimeAt(dueMs, subscription.timeZone)
  const time = timeOf(minutes)
  return date === localTimeAt(nowMs, subscription.timeZone).date ? { time } : { time, day: date }
}
