import { type DueDigest, inKnownZone, latestDue } from '../digest/index.ts'
import type { Subscription } from '../store/index.ts'

interface DigestPlan {
  /** Of each subscription the latest whose time has come; the outbox knows which of them are new. */
  readonly due: readonly DueDigest[]
  /** Subscriptions in a zone that this machine does not know. */
  readonly zoneless: readonly Subscription[]
  /** Subscriptions whose next digest cannot be computed. */
  readonly broken: readonly { readonly subscription: Subscription; readonly error: unknown }[]
}

/**
 * The digests that are due at `nowMs`. No subscription can keep another one from its digest.
 * @param timeZone IANA zone for subscriptions in a zone that is not known
 */
export function planDigests(
  subscriptions: readonly Subscription[],
  nowMs: number,
  timeZone: string,
): DigestPlan {
  const due: DueDigest[] = []
  const zoneless: Subscription[] = []
  const broken: DigestPlan['broken'][number][] = []
  for (const subscription of subscriptions) {
    try {
      const placed = inKnownZone(subscription, timeZone)
      if (placed !== subscription) zoneless.push(subscription)
      const digest = latestDue(placed, nowMs)
      if (digest) due.push(digest)
    } catch (error) {
      broken.push({ subscription, error })
    }
  }
  return { due, zoneless, broken }
}
