import { repeat } from '../concurrency/index.ts'
import type { Clock, Logger } from '../ops/index.ts'
import type { RateLimitWaits } from './rate-limit-waits.ts'
import type { SharedLimits } from './shared-limits.ts'

/** So long another process may go on with what has no budget (answers to presses) after one was told to wait. */
const EVERY_MS = 500

/** Obeys what other processes were told by Telegram, until the signal is aborted. Never rejects. */
export function hearWaits(
  shared: Pick<SharedLimits, 'closed'>,
  waits: RateLimitWaits,
  { clock, log, signal }: { readonly clock: Clock; readonly log: Logger; readonly signal: AbortSignal },
): Promise<void> {
  let isTold = false
  return repeat(
    async () => {
      for (const { scope, ms } of await shared.closed()) waits.hear(scope, ms)
      isTold = false
    },
    {
      // Nobody misses it when the process ends.
      timing: { sleep: (ms, aborted) => clock.sleepInBackground(ms, aborted) },
      everyMs: EVERY_MS,
      signal,
      onFailure: (err) => {
        if (!isTold) log.warn({ err }, 'the waits that other bots were told of cannot be read; trying again')
        isTold = true
      },
    },
  )
}
