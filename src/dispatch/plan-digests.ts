import { type DueDigest, inKnownZone, latestDue } from '../digest/index.ts'
import type { Subscription } from '../store/index.ts'

export interface DigestPlan {
  /** Of each subscription the latest whose time has come; the ledger knows which of them are new. */
  readonly due: readonly DueDigest[]
  /** Subscriptions in a zone that this machine does not know. */
  readonly zoneless: readonly Subscription[]
  /** Subscriptions of which it cannot be told when they are due. */
  readonly broken: readonly { readonly subscription: Subscription; readonly error: unknown }[]
}

/**
 * What is due at `nowMs`. None of the subscriptions holds another one up.
 * @param timeZone where a subscription has a zone that is not known
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
