import type { Place } from '../domain/index.ts'
import type { Clock, Logger } from '../ops/index.ts'
import type { Outbox, SubscriptionStore } from '../store/index.ts'
import { DIGEST, digestMessage } from './kinds/digest.ts'
import { placeKey } from './place-key.ts'
import { planDigests } from './plan-digests.ts'

/** Subscriptions that are looked at before other work has its turn: some twenty milliseconds. Each slice waits twice for a server. */
const SLICE = 1000
/** Long enough for other work to have its turn. */
const YIELD_MS = 1

/** Where the planner reads subscriptions, and the outbox that it adds digests to. */
export interface DigestPlannerParts {
  readonly outbox: Outbox
  readonly subscriptions: SubscriptionStore
  /** IANA zone for subscriptions in a zone that this machine does not know. */
  readonly timeZone: string
  readonly clock: Clock
  readonly log: Logger
}

/**
 * Adds the digests that are due at `nowMs` to the outbox, and drops all but the latest of each place.
 * @returns how many are new
 */
export type DigestPlanner = (nowMs: number) => Promise<number>

/**
 * Makes the planner that puts digests into the outbox when they are due. Subscriptions that cannot be planned
 * are logged and skipped.
 * @param signal aborted when the bot is stopped
 */
export function createDigestPlanner(
  { outbox, subscriptions, timeZone, clock, log }: DigestPlannerParts,
  signal: AbortSignal,
): DigestPlanner {
  /** Of each place, when the digest was due that was added last: it is in the outbox, and is not added every minute. */
  let known = new Map<string, number>()
  const logged = new Set<string>()
  /** The same trouble comes back every minute; it is logged once. */
  const warnOnce = (place: Place, facts: object, sentence: string) => {
    const key = `${placeKey(place)} ${sentence}`
    if (!logged.has(key)) log.warn({ chat: place.chatId, topic: place.threadId, ...facts }, sentence)
    logged.add(key)
  }

  return async (nowMs) => {
    let added = 0
    const seen = new Map<string, number>()
    let after: Place | undefined
    do {
      const slice = await subscriptions.slice(after, SLICE)
      const { due, zoneless, broken } = planDigests(slice.subscriptions, nowMs, timeZone)
      for (const it of slice.unreadable)
        warnOnce(it, {}, 'a subscription is damaged and gets no digests; the chat has to /subscribe again')
      for (const it of zoneless)
        warnOnce(
          it,
          { zone: it.timeZone, instead: timeZone },
          'a subscription has an unknown time zone; using another',
        )
      for (const { subscription, error } of broken)
        warnOnce(
          subscription,
          { err: error },
          'the next digest of a subscription cannot be computed; the chat has to /subscribe again',
        )
      const fresh = due.filter((it) => known.get(placeKey(it)) !== it.dueMs)
      if (fresh.length > 0) added += (await outbox.add(fresh.map(digestMessage))).length
      for (const it of due) seen.set(placeKey(it), it.dueMs)
      after = slice.last
      await clock.sleep(YIELD_MS)
    } while (after && !signal.aborted)
    known = seen
    const superseded = await outbox.supersede(DIGEST, nowMs)
    if (superseded > 0)
      log.info({ digests: superseded }, 'older digests are dropped: a later one of the same chat is due')
    return added
  }
}
