import type { Clock } from '../../src/ops/index.ts'

export interface ManualClock extends Clock {
  /** Lets time pass; whoever has slept long enough wakes up. */
  advance(ms: number): void
}

/** A clock that stands still until it is told to go on. */
export function createManualClock(start = Date.UTC(2024, 5, 8, 1)): ManualClock {
  let now = start
  const sleepers = new Set<{ until: number; wake: () => void }>()
  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        const sleeper = { until: now + ms, wake: resolve }
        sleepers.add(sleeper)
        signal?.addEventListener('abort', () => {
          sleepers.delete(sleeper)
          reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'))
        })
      }),
    advance: (ms) => {
      now += ms
      for (const sleeper of sleepers)
        if (sleeper.until <= now) {
          sleepers.delete(sleeper)
          sleeper.wake()
        }
    },
  }
}
