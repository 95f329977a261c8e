import { nextDaily } from '../digest/index.ts'
import type { ChatStore, Subscription, SubscriptionStore } from '../store/index.ts'
import { type AlertMatcherParts, matchThese } from './match-alerts.ts'

/** What the daily news of alerts are matched with, and when they come. */
export interface DailyAlertParts extends Omit<AlertMatcherParts, 'chats'> {
  readonly chats: Pick<ChatStore, 'withDailyAlerts' | 'setAlertsDue'>
  readonly subscriptions: Pick<SubscriptionStore, 'ofChat'>
  /** When digests come if nobody chose otherwise. */
  readonly schedule: Pick<Subscription, 'time' | 'timeZone'>
}

/**
 * Where alerts come once a day and that time has come: looks through all that is new since the last time, and adds one
 * message to the outbox for each place that something matches for. Stopped in between and run again, it tells nobody twice.
 * @returns for how many places there was something
 */
export async function matchDailyAlerts(parts: DailyAlertParts, signal?: AbortSignal): Promise<number> {
  const { archive, alerts, chats, subscriptions, schedule, now } = parts
  const due = (await chats.withDailyAlerts()).filter(({ dueMs }) => dueMs <= now())
  if (due.length === 0) return 0
  const latest = await archive.latestArrival()
  let places = 0
  for (const { chatId } of due) {
    if (signal?.aborted) break
    const behind = (await alerts.ofChat(chatId)).filter(({ muted, arrival }) => !muted && arrival < latest)
    places += await matchThese(behind, latest, parts, signal)
    const nextMs = nextDaily(await subscriptions.ofChat(chatId), schedule, now())
    await chats.setAlertsDue(chatId, nextMs)
  }
  return places
}
