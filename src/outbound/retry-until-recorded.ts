import type { Clock } from '../ops/index.ts'

/** How a write that must not be lost is tried again. */
export interface Retry {
  readonly clock: Clock
  /** Between two tries. */
  readonly pauseMs: number
  /** Aborted when the bot is stopped: then it is given up after the try under way. */
  readonly signal: AbortSignal
  readonly onFailure: (error: unknown) => void
}

/**
 * Writes until it is written: a disk that is full now has room again later.
 * @returns undefined if it was given up; `Outbox.recover` finds at the next start what was not recorded
 */
export async function retryUntilRecorded<T>(
  write: () => Promise<T>,
  { clock, pauseMs, signal, onFailure }: Retry,
): Promise<T | undefined> {
  for (;;) {
    try {
      return await write()
    } catch (error) {
      onFailure(error)
    }
    if (signal.aborted) return undefined
    await clock.sleep(pauseMs, signal).catch(() => {})
  }
}
