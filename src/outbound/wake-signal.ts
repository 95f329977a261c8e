import type { Clock } from '../ops/index.ts'

/** Tells a sleeping worker that there is work. */
export interface WakeSignal {
  /** Counts even if nobody waits yet. */
  notify(): void
  /** Settles after `ms`, when it is notified, when it was notified since the last time, or when the signal is aborted. */
  wait(ms: number, signal: AbortSignal): Promise<void>
}

/**
 * Makes a signal for one sleeper. A `notify` that comes while nobody waits is kept, and ends the next `wait`
 * at once.
 */
export function createWakeSignal(clock: Clock): WakeSignal {
  let notified = new AbortController()
  return {
    notify: () => notified.abort(),
    wait: async (ms, signal) => {
      const mine = notified
      const stop = () => mine.abort()
      signal.addEventListener('abort', stop)
      if (signal.aborted) stop()
      await clock.sleep(ms, mine.signal).catch(() => {})
      signal.removeEventListener('abort', stop)
      notified = new AbortController()
    },
  }
}
