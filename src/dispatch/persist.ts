import type { Clock } from '../ops/index.ts'

/** How what must be written down is tried again. */
export interface Persistence {
  readonly clock: Clock
  /** Between two tries. */
  readonly pauseMs: number
  /** Aborted when the bot is stopped: then it is given up after the try under way. */
  readonly signal: AbortSignal
  readonly onFailure: (error: unknown) => void
}

/**
 * Notes what must be noted until it is: a disk that is full now has room again later.
 * @returns undefined where it was given up; the next start finds what nobody noted
 */
export async function persist<T>(
  note: () => Promise<T>,
  { clock, pauseMs, signal, onFailure }: Persistence,
): Promise<T | undefined> {
  for (;;) {
    try {
      return await note()
    } catch (error) {
      onFailure(error)
    }
    if (signal.aborted) return undefined
    await clock.sleep(pauseMs, signal).catch(() => {})
  }
}
