import type { Clock } from '../ops/index.ts'

/** Calls back at a time; holds one time at most. */
export interface Alarm {
  /** Rings at `atMs`, or at an earlier time that was set before. */
  ringAt(atMs: number): void
  /** Forgets what was set. */
  off(): void
}

export function createAlarm(clock: Clock, ring: () => void): Alarm {
  let next: { readonly atMs: number; readonly stop: AbortController } | undefined
  return {
    ringAt: (atMs) => {
      if (next && next.atMs <= atMs) return
      next?.stop.abort()
      const mine = { atMs, stop: new AbortController() }
      next = mine
      const wake = () => {
        if (next !== mine) return
        next = undefined
        ring()
      }
      clock.sleep(Math.max(0, atMs - clock.now()), mine.stop.signal).then(wake, () => {})
    },
    off: () => {
      next?.stop.abort()
      next = undefined
    },
  }
}
