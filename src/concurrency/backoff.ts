/** Longest wait before the first repetition. */
const BASE_MS = 500
/** Longest wait before any. */
const CAP_MS = 60_000

/**
 * How long to wait before a call over the network is made again: exponential backoff with full jitter, a random part of
 * `min(cap, base · 2ⁿ)`. Calls that failed together do not come back together.
 * Source: M. Brooker, “Exponential Backoff And Jitter”, AWS Architecture Blog, 2015.
 * @param failures calls that failed so far, from 1
 * @param chance in [0, 1)
 * @returns whole milliseconds, less than a minute
 */
export function jitteredBackoffMs(failures: number, chance: number): number {
  return Math.floor(chance * doublingBackoffMs(BASE_MS, failures, CAP_MS))
}

/**
 * A wait between tries that doubles each time, for one that tries alone.
 * @param firstMs wait after the first failure
 * @param failures tries that failed so far, from 1
 * @param capMs longest wait
 */
export function doublingBackoffMs(firstMs: number, failures: number, capMs: number): number {
  return Math.min(capMs, firstMs * 2 ** (failures - 1))
}
