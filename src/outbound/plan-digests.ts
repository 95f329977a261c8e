import { type DueDigest, dueAt, inKnownZone } from '../digest/index.ts'
import type { Subscription, SubscriptionToPlan } from '../store/index.ts'

interface DigestPlan {
  /** Of each subscription the latest whose time has come; the outbox knows which of them are new. */
  readonly due: readonly DueDigest[]
  /** When each row is to be looked at again. */
  readonly planned: readonly (SubscriptionToPlan & { readonly againMs: number })[]
  /** Subscriptions in a zone that this machine does not know. */
  readonly zoneless: readonly Subscription[]
  /** Subscriptions whose next digest cannot be computed. */
  readonly broken: readonly { readonly subscription: Subscription; readonly error: unknown }[]
}

/** What cannot be planned is looked at once a day, or when it was changed. */
const HOPELESS_MS = 86_400_000

/**
 * The digests that are due at `nowMs`. No subscription can keep another one from its digest.
 * @param timeZone IANA zone for subscriptions in a zone that is not known
 */
export function planDigests(
  rows: readonly SubscriptionToPlan[],
  nowMs: number,
  timeZone: string,
): DigestPlan {
  const due: DueDigest[] = []
  const planned: (SubscriptionToPlan & { againMs: number })[] = []
  const zoneless: Subscription[] = []
  const broken: DigestPlan['broken'][number][] = []
  const dueOf = dueAt(nowMs)
  for (const row of rows) {
    const { place, subscription, planAtMs } = row
    let againMs = nowMs + HOPELESS_MS
    if (subscription)
      try {
        const placed = inKnownZone(subscription, timeZone)
        if (placed !== subscription) zoneless.push(subscription)
        const it = dueOf(placed)
        if (it.due) due.push(it.due)
        againMs = it.againMs
      } catch (error) {
        broken.push({ subscription, error })
      }
    planned.push({ place, subscription, planAtMs, againMs })
  }
  return { due, planned, zoneless, broken }
}
