import { doublingBackoffMs } from '../concurrency/index.ts'
import type { DeliveryResult } from '../delivery/index.ts'

/** What the outbox is told of a message that was handed to delivery. */
export type Transition =
  | { readonly kind: 'complete'; readonly messageId: number | undefined }
  | { readonly kind: 'reschedule'; readonly waitMs: number; readonly mayHaveArrived: boolean }
  | { readonly kind: 'fail'; readonly reason: string }
  /** It was never claimed, and stays as it is. */
  | { readonly kind: 'none' }

const MINUTE_MS = 60_000
/** Wait after the first try whose answer was lost: most connections that break do so before the call got through. */
const AMBIGUOUS_MS = 10_000
/** Longest wait before a message is sent again that certainly did not arrive. */
const CAP_MS = 10 * MINUTE_MS
/** The same if it may have arrived: each try may be one message too many. */
const AMBIGUOUS_CAP_MS = 60 * MINUTE_MS

/**
 * Decides what becomes of a claimed outbox message after the attempt to send it: completed, failed for good,
 * or due again after a backoff. A message that may have arrived waits longer and is marked.
 * @param attempts how often the message was claimed, from 1: this time is included
 */
export function transitionAfter(result: DeliveryResult, attempts: number): Transition {
  if (result.kind === 'sent') return { kind: 'complete', messageId: result.messageId }
  if (result.kind === 'ambiguous') {
    const waitMs =
      attempts === 1 ? AMBIGUOUS_MS : doublingBackoffMs(MINUTE_MS, attempts - 1, AMBIGUOUS_CAP_MS)
    return { kind: 'reschedule', waitMs, mayHaveArrived: true }
  }
  const { reason, forGood } = result
  if (forGood) return { kind: 'fail', reason }
  if (reason === 'withdrawn') return { kind: 'none' }
  // The bot is being stopped, and the next process is to send it at once.
  const waitMs = reason === 'closed' ? 0 : doublingBackoffMs(MINUTE_MS, attempts, CAP_MS)
  return { kind: 'reschedule', waitMs, mayHaveArrived: false }
}
