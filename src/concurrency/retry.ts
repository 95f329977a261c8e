import type { Timing } from './timing.ts'

/** How work that must be done is tried again. */
export interface RetryOptions {
  readonly timing: Pick<Timing, 'sleep'>
  /** Between two tries. */
  readonly pauseMs: number
  /** Aborted when it is to be given up, after the try under way. */
  readonly signal: AbortSignal
  readonly onFailure: (error: unknown) => void
}

/**
 * Does something until it succeeds: a disk that is full now has room again later.
 * @returns undefined if it was given up
 */
export async function retryUntilDone<T>(
  work: () => Promise<T>,
  { timing, pauseMs, signal, onFailure }: RetryOptions,
): Promise<T | undefined> {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      onFailure(error)
    }
    if (signal.aborted) return undefined
    await timing.sleep(pauseMs, signal).catch(() => {})
  }
}
