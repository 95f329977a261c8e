import type { Timing } from './timing.ts'

/** What a timer is set to. */
interface Setting {
  readonly atMs: number
  readonly isBackground: boolean
  readonly cancel: () => void
}

/**
 * Runs a callback once at the earliest time that was asked for. A set time is used up when it comes. Times are
 * milliseconds of the monotonic clock.
 */
export class Timer {
  readonly #timing: Timing
  readonly #run: () => void
  #set: Setting | undefined

  constructor(timing: Timing, run: () => void) {
    this.#timing = timing
    this.#run = run
  }

  /** Runs at `atMs`, or at an earlier time that was set before. Until then the process stays alive. */
  runAt(atMs: number): void {
    if (this.#set === undefined || this.#set.isBackground || this.#set.atMs > atMs) this.#setTo(atMs, false)
  }

  /** The same, but the process may end before. Gives way to whatever is set with {@link runAt}. */
  runInBackgroundAt(atMs: number): void {
    if (this.#set === undefined || (this.#set.isBackground && this.#set.atMs > atMs)) this.#setTo(atMs, true)
  }

  #setTo(atMs: number, isBackground: boolean): void {
    this.#set?.cancel()
    const run = () => {
      this.#set = undefined
      this.#run()
    }
    const timing = this.#timing
    const ms = Math.max(0, atMs - timing.monotonicNow())
    const cancel = isBackground ? timing.scheduleInBackground(ms, run) : timing.schedule(ms, run)
    this.#set = { atMs, isBackground, cancel }
  }
}
