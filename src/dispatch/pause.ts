const LONGEST_MS = 60 * 60_000

/** How long to leave alone what did not go: doubled each time, an hour at most. @param before pauses before this one */
export const pauseMs = (firstMs: number, before: number): number =>
  Math.min(LONGEST_MS, firstMs * 2 ** before)
