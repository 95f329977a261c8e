import { jitteredBackoffMs } from '../concurrency/index.ts'
import type { Clock, Logger } from '../ops/index.ts'
import type { Attempts } from './attempt.ts'
import { type FailureReason, failed } from './delivery-result.ts'
import type { RateLimitScope } from './rate-limit-scope.ts'
import type { RateLimitWaits } from './rate-limit-waits.ts'
import { classifyResponse } from './response-classification.ts'

/** Longest wait for one answer: half of what Telegram gives us for a press, so that there is a second try. */
const CALL_LIMIT_MS = 5_000

/** What became of a call that posts nothing. */
export type CallResult =
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'failed'; readonly reason: FailureReason; readonly description: string }

/** What calls beside the queue are made with. */
export interface UnpacedParts {
  readonly attempts: Attempts
  readonly waits: RateLimitWaits
  readonly clock: Clock
  readonly chance: () => number
  readonly log: Logger
  /** Time after which no call may begin. */
  readonly endMs: () => number
}

/**
 * Makes a call that has neither a budget nor an order: answers to presses and inline queries, questions, menus. It is
 * made again after failures that pass; all these calls may be made twice without harm.
 * @param withinMs of no use after
 */
export async function callUnpaced(
  { attempts, waits, clock, chance, log, endMs }: UnpacedParts,
  method: string,
  payload: object,
  withinMs: number,
): Promise<CallResult> {
  const uselessAtMs = clock.monotonicNow() + withinMs
  const scope: RateLimitScope = { kind: 'method', method }
  const fail = (reason: FailureReason, description: string): CallResult => {
    const facts = { method, reason, description }
    if (failed(reason).kind === 'failed' && reason === 'targetGone') log.debug(facts, 'nobody waits any more')
    else log.warn(facts, 'a call failed')
    return { kind: 'failed', reason, description }
  }
  for (let failures = 0, waitMs = 0, description = ''; ; ) {
    const atMs = Math.max(clock.monotonicNow() + waitMs, waits.until(scope))
    if (atMs > endMs()) return fail('closed', description)
    if (atMs >= uselessAtMs) return fail(failures > 0 ? 'unreachable' : 'tooLate', description)
    if (atMs > clock.monotonicNow()) await clock.sleep(atMs - clock.monotonicNow())
    const limitMs = Math.min(CALL_LIMIT_MS, uselessAtMs - clock.monotonicNow())
    const classification = classifyResponse(await attempts.call(method, payload, limitMs))
    waitMs = 0
    switch (classification.kind) {
      case 'done':
        return classification
      case 'wait':
        waits.note(scope, classification.seconds)
        break
      case 'again':
      case 'unclear':
        failures += 1
        waitMs = jitteredBackoffMs(failures, chance())
        description = classification.description
        break
      case 'moved':
        return fail('refused', 'the chat has another id now')
      case 'badMarkup':
        return fail('refused', classification.description)
      case 'chatGone':
        return fail(classification.reason, classification.description)
      case 'refused':
      case 'targetGone':
        return fail(classification.kind, classification.description)
    }
  }
}
