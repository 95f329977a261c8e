import type { Clock } from '../ops/index.ts'

/** Wakes whoever waits for work. */
export interface Bell {
  /** Counts also when nobody waits yet. */
  ring(): void
  /** Settles after `ms`, when it rings, or when it has rung since the last time. */
  wait(ms: number, signal: AbortSignal): Promise<void>
}

export function createBell(clock: Clock): Bell {
  let rung = new AbortController()
  return {
    ring: () => rung.abort(),
    wait: async (ms, signal) => {
      await clock.sleep(ms, AbortSignal.any([signal, rung.signal])).catch(() => {})
      rung = new AbortController()
    },
  }
}
