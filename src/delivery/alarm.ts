import type { Clock } from '../ops/index.ts'

/** Calls back at a time; holds one time at most. */
export interface Alarm {
  /**
   * Rings at `atMs` of the monotonic clock, or at an earlier time that was set before. Until then the process stays
   * alive.
   */
  ringAt(atMs: number): void
  /** The same, but the process may end before. Gives way to whatever is set with {@link ringAt}. */
  ringInBackgroundAt(atMs: number): void
}

interface Set {
  readonly atMs: number
  readonly isBackground: boolean
  readonly cancel: () => void
}

/**
 * Calls `ring` once at the earliest time that was asked for; a set time is used up when it rings.
 * @param clock times are those of its monotonic clock, in milliseconds
 */
export function createAlarm(clock: Clock, ring: () => void): Alarm {
  let next: Set | undefined
  const set = (atMs: number, isBackground: boolean) => {
    next?.cancel()
    const wake = () => {
      next = undefined
      ring()
    }
    const ms = Math.max(0, atMs - clock.monotonicNow())
    const cancel = isBackground ? clock.scheduleInBackground(ms, wake) : clock.schedule(ms, wake)
    next = { atMs, isBackground, cancel }
  }
  return {
    ringAt: (atMs) => {
      if (next === undefined || next.isBackground || next.atMs > atMs) set(atMs, false)
    },
    ringInBackgroundAt: (atMs) => {
      if (next === undefined || (next.isBackground && next.atMs > atMs)) set(atMs, true)
    },
  }
}
