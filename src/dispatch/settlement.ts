import type { Outcome } from '../delivery/index.ts'
import { pauseMs } from './pause.ts'

/** What the ledger is told of a digest that was handed over to be sent. */
export type Settlement =
  | { readonly kind: 'sent'; readonly messageId: number | undefined }
  | { readonly kind: 'postpone'; readonly untilMs: number; readonly ambiguous: boolean }
  | { readonly kind: 'fail'; readonly reason: string }
  /** Nothing has been begun: it is due as before. */
  | { readonly kind: 'leave' }

const MINUTE_MS = 60_000

/**
 * What becomes of a digest. What may have arrived is sent again, less and less often: each time may be one message
 * too many.
 * @param attempts how often its sending has begun, this time included
 */
export function settlementOf(outcome: Outcome, attempts: number, nowMs: number): Settlement {
  if (outcome.kind === 'sent') return outcome
  if (outcome.kind === 'ambiguous') {
    return { kind: 'postpone', untilMs: nowMs + pauseMs(MINUTE_MS, attempts - 1), ambiguous: true }
  }
  const { reason, forGood } = outcome
  if (forGood) return { kind: 'fail', reason }
  if (reason === 'withdrawn') return { kind: 'leave' }
  // The bot is being stopped, and the next one is to send it at once; all else takes its time.
  return {
    kind: 'postpone',
    untilMs: reason === 'closed' ? nowMs : nowMs + 10 * MINUTE_MS,
    ambiguous: false,
  }
}
