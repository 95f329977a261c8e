/** How long a call of a notice holds up the next one, in milliseconds. */
const ALONE_MS = 1_000

/**
 * Whose turn it is among notices. One is in flight at a time, so that a process that is killed leaves one possible
 * duplicate and not many. A call that takes longer than a second does not hold up the next one, and a repeated call takes
 * its turn like a first one. Replies know no turns: somebody waits for them.
 */
export class NoticeTurn {
  #holder: object | undefined
  /** On the monotonic clock. */
  #heldUntilMs = Number.NEGATIVE_INFINITY

  /** @returns when the next notice may be called, on the monotonic clock, unless `leave` comes before */
  freeAt(now: number): number {
    return this.#holder === undefined ? now : Math.max(now, this.#heldUntilMs)
  }

  take(holder: object, now: number): void {
    this.#holder = holder
    this.#heldUntilMs = now + ALONE_MS
  }

  /** Does nothing if somebody else has taken the turn by now. */
  leave(holder: object): void {
    if (this.#holder === holder) this.#holder = undefined
  }
}
