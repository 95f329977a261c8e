import type { Clock } from '../ops/index.ts'

/**
 * Makes a wall time for what waits in the outbox: it follows the clock, but when somebody sets the clock back it goes on
 * as if nobody had. So what has come due stays due, and a wait lasts as long as it was told, for as long as the process
 * lives; after a restart `Outbox.recover` cuts waits that would last longer.
 * @returns milliseconds since 1970, never going back
 */
export function createSteadyTime(clock: Clock): () => number {
  let aheadMs = Number.NEGATIVE_INFINITY
  return () => {
    const monotonicMs = clock.monotonicNow()
    aheadMs = Math.max(aheadMs, clock.now() - monotonicMs)
    // What is kept are whole milliseconds: a time that is due now must not lie behind the point.
    return Math.floor(monotonicMs + aheadMs)
  }
}
