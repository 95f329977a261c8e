/** Longest wait before the first repetition. */
const BASE_MS = 500
/** Longest wait before any. */
const CAP_MS = 60_000

/**
 * How long to wait before a call is made again: exponential back-off with full jitter, a random part of
 * `min(cap, base · 2ⁿ)`. Calls that failed together do not come back together.
 * Source: M. Brooker, “Exponential Backoff And Jitter”, AWS Architecture Blog, 2015.
 * @param failures calls that failed so far, from 1
 * @param chance in [0, 1)
 * @returns whole milliseconds
 */
export function backoffMs(failures: number, chance: number): number {
  return Math.floor(chance * Math.min(CAP_MS, BASE_MS * 2 ** (failures - 1)))
}
