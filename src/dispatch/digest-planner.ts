import type { SubscriptionPlace } from '../store/index.ts'
import type { DigestDispatchParts } from './digest-dispatch.ts'
import { placeKey } from './place.ts'
import { planDigests } from './plan-digests.ts'

/** Subscriptions that are looked at before others have a turn: some milliseconds of work. */
const SLICE = 250
/** Long enough for others to have a turn. */
const BREATH_MS = 1

/** Enters into the ledger what is due at `nowMs` and not there yet, and passes over all but the latest of each chat. */
export type DigestPlanner = (nowMs: number) => Promise<void>

/** @param signal aborted when the bot is stopped */
export function createDigestPlanner(
  { subscriptions, digests, timeZone, clock, log }: DigestDispatchParts,
  signal: AbortSignal,
): DigestPlanner {
  const told = new Set<string>()
  /** The same trouble comes back every minute; it is told once. */
  const tellOnce = (place: SubscriptionPlace, facts: object, sentence: string) => {
    const key = `${placeKey(place)} ${sentence}`
    if (!told.has(key)) log.warn({ chat: place.chatId, topic: place.threadId, ...facts }, sentence)
    told.add(key)
  }

  return async (nowMs) => {
    let after: SubscriptionPlace | undefined
    do {
      const slice = await subscriptions.slice(after, SLICE)
      const { due, zoneless, broken } = planDigests(slice.subscriptions, nowMs, timeZone)
      for (const it of slice.unreadable) tellOnce(it, {}, 'a subscription is damaged, and gets no digests')
      for (const it of zoneless)
        tellOnce(it, { zone: it.timeZone, instead: timeZone }, 'a subscription has a zone that is not known')
      for (const { subscription, error } of broken)
        tellOnce(subscription, { err: error }, 'cannot tell when a subscription is due')
      await digests.plan(due)
      after = slice.last
      await clock.sleep(BREATH_MS)
    } while (after && !signal.aborted)
    const passedOver = await digests.passOver(nowMs)
    if (passedOver > 0) log.info({ digests: passedOver }, 'digests are passed over: a later one has come')
  }
}
