/** No more than `limit` calls in any span of `spanMs`, wherever it begins. */
export interface WindowRule {
  readonly limit: number
  readonly spanMs: number
}

/** Times of the calls that still count, oldest first. */
export type SlidingWindow = readonly number[]

/** The first time from `nowMs` on at which a call has room. */
export function roomAt({ limit, spanMs }: WindowRule, window: SlidingWindow, nowMs: number): number {
  const oldest = window.at(-limit)
  return oldest === undefined ? nowMs : Math.max(nowMs, oldest + spanMs)
}

/** The window after a call at `nowMs`. */
export function noteCall({ spanMs }: WindowRule, window: SlidingWindow, nowMs: number): SlidingWindow {
  return [...window.filter((atMs) => atMs > nowMs - spanMs), nowMs]
}
