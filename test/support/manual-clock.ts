import type { Clock } from '../../src/ops/index.ts'

export interface ManualClock extends Clock {
  /** Settles when somebody is asleep. */
  asleep(): Promise<void>
  /** Settles when somebody is woken before his time. */
  interrupted(): Promise<void>
  /** Lets time pass, and wakes whose time has come. */
  advance(ms: number): void
}

interface Sleeper {
  readonly untilMs: number
  readonly wake: () => void
}

/** A clock that stands still until it is told. */
export function createManualClock(startMs = Date.UTC(2024, 5, 8, 1)): ManualClock {
  let now = startMs
  const sleepers = new Set<Sleeper>()
  const waiting = new Set<() => void>()
  const startled = new Set<() => void>()
  const interrupt = (sleeper: Sleeper) => {
    if (!sleepers.delete(sleeper)) return false
    for (const tell of startled) tell()
    startled.clear()
    return true
  }
  const sleep = (ms: number, signal?: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason)
      const sleeper = { untilMs: now + ms, wake: resolve }
      sleepers.add(sleeper)
      signal?.addEventListener('abort', () => {
        if (interrupt(sleeper)) reject(signal.reason)
      })
      for (const tell of waiting) tell()
      waiting.clear()
    })
  const schedule = (ms: number, run: () => void) => {
    const sleeper = { untilMs: now + ms, wake: run }
    sleepers.add(sleeper)
    for (const tell of waiting) tell()
    waiting.clear()
    return () => interrupt(sleeper)
  }
  return {
    now: () => now,
    monotonicNow: () => now - startMs,
    sleep,
    sleepInBackground: sleep,
    schedule,
    scheduleInBackground: schedule,
    asleep: () =>
      new Promise((resolve) => {
        if (sleepers.size > 0) resolve()
        else waiting.add(resolve)
      }),
    interrupted: () => new Promise((resolve) => startled.add(resolve)),
    advance: (ms) => {
      now += ms
      for (const sleeper of sleepers) {
        if (sleeper.untilMs > now) continue
        sleepers.delete(sleeper)
        sleeper.wake()
      }
    },
  }
}
