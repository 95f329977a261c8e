import type { Place } from '../domain/index.ts'
import type { Clock, Logger } from '../ops/index.ts'
import type { Outbox, SubscriptionStore, SubscriptionToPlan } from '../store/index.ts'
import { DIGEST, digestMessage } from './kinds/digest.ts'
import { placeKey } from './place-key.ts'
import { planDigests } from './plan-digests.ts'

/** Subscriptions that are looked at before other work has its turn: some twenty milliseconds. Each slice waits three times for a server. */
const SLICE = 5000
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
 * Makes the planner that puts digests into the outbox when they are due. It looks at a subscription when its digest is due or
 * it was changed; at all of them when it begins, and when the clock was set back. Subscriptions that cannot be planned are logged
 * and skipped.
 * @param signal aborted when the bot is stopped
 */
export function createDigestPlanner(
  { outbox, subscriptions, timeZone, clock, log }: DigestPlannerParts,
  signal: AbortSignal,
): DigestPlanner {
  /** Before it nothing is known: rules of time zones may have changed since the last process. */
  let latestMs = Number.POSITIVE_INFINITY
  /** When the latest of those was due that were planned since earlier ones of their chats were looked for; 0: none were. */
  let latestDueMs = 0
  const logged = new Set<string>()
  /** The same trouble comes back every minute; it is logged once. */
  const warnOnce = (place: Place, facts: object, sentence: string) => {
    const key = `${placeKey(place)} ${sentence}`
    if (!logged.has(key)) log.warn({ chat: place.chatId, topic: place.threadId, ...facts }, sentence)
    logged.add(key)
  }

  const warn = (
    rows: readonly SubscriptionToPlan[],
    { zoneless, broken }: ReturnType<typeof planDigests>,
  ) => {
    for (const { place, subscription } of rows)
      if (!subscription)
        warnOnce(place, {}, 'a subscription is damaged and gets no digests; the chat has to /subscribe again')
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
  }

  return async (nowMs) => {
    let added = 0
    const isAnew = nowMs < latestMs
    if (isAnew) await subscriptions.planAllAnew()
    const write = async ({ due, planned }: ReturnType<typeof planDigests>) => {
      if (due.length > 0) added += (await outbox.add(due.map(digestMessage))).length
      // Only now: if the process ends before, they are looked at again, and the outbox knows what it has.
      await subscriptions.planned(planned)
      for (const { dueMs } of due) latestDueMs = Math.max(latestDueMs, dueMs)
    }
    // While one slice is reckoned the server writes the one before and reads the one after.
    let reading: ReturnType<SubscriptionStore['toPlan']> | undefined = subscriptions.toPlan(
      nowMs,
      undefined,
      SLICE,
    )
    let writing = Promise.resolve()
    try {
      while (reading && !signal.aborted) {
        const rows: readonly SubscriptionToPlan[] = await reading
        const last = rows.at(SLICE - 1)
        reading = last && subscriptions.toPlan(nowMs, last, SLICE)
        reading?.catch(() => {}) // it is thrown where it is waited for
        const plan = planDigests(rows, nowMs, timeZone)
        warn(rows, plan)
        await writing
        writing = write(plan)
        writing.catch(() => {})
        await clock.sleep(YIELD_MS)
      }
    } finally {
      await Promise.allSettled([reading, writing])
    }
    await writing
    if (!signal.aborted) latestMs = nowMs
    const superseded = latestDueMs > 0 ? await outbox.supersede(DIGEST, latestDueMs) : 0
    latestDueMs = 0
    if (superseded > 0)
      log.info({ digests: superseded }, 'older digests are dropped: a later one of the same chat is due')
    return added
  }
}
