import type { Subscription } from '../../store/index.ts'
import { inKnownZone } from './known-zone.ts'
import { nextDue } from './next-due.ts'
import { WEEK } from './week.ts'

/**
 * When what comes once a day beside the digests of a chat is due next, in milliseconds since 1970: at their time, after
 * quiet hours, on every day, whatever days they come on and whether they are snoozed.
 * @param subscriptions of the chat and its topics; that of the chat itself counts, else the first
 * @param schedule when digests come if nobody chose otherwise
 */
export function nextDaily(
  subscriptions: readonly Subscription[],
  schedule: Pick<Subscription, 'time' | 'timeZone'>,
  nowMs: number,
): number {
  const own = subscriptions.find(({ threadId }) => threadId === undefined) ?? subscriptions[0]
  const { time, timeZone, quietHours } = own
    ? inKnownZone(own, schedule.timeZone)
    : { ...schedule, quietHours: undefined }
  const daily = { time, timeZone, weekdays: WEEK.every, ...(quietHours && { quietHours }) }
  // Of any fourteen days one is not passed over by the zone.
  return nextDue(daily, nowMs) ?? nowMs
}
