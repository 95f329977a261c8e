import type { Clock } from '../ops/index.ts'

/** An outage shorter than this is nobody's business: it has a line in the log. */
const LASTING_MS = 5 * 60_000

/** Told of outages that last. Neither may reject or throw. Times are wall times, in milliseconds since 1970. */
export interface OutageEvents {
  /** @param reason one line, as it stands in the log */
  onLasting(reason: string, sinceMs: number): void
  /** What was told of by `onLasting` is over. */
  onOver(sinceMs: number, untilMs: number): void
}

/** Watches tries that succeed or fail, and tells when they have failed for five minutes, and when that is over. */
export class OutageMonitor {
  readonly #clock: Clock
  readonly #events: OutageEvents
  #began: { readonly monotonicMs: number; readonly wallMs: number } | undefined
  #isTold = false

  constructor(clock: Clock, events: OutageEvents) {
    this.#clock = clock
    this.#events = events
  }

  /** @param waitMs until the next try: a long wait is told of when it begins */
  failed(reason: string, waitMs: number): void {
    this.#began ??= { monotonicMs: this.#clock.monotonicNow(), wallMs: this.#clock.now() }
    const lastsMs = this.#clock.monotonicNow() - this.#began.monotonicMs + waitMs
    if (this.#isTold || lastsMs < LASTING_MS) return
    this.#isTold = true
    this.#events.onLasting(reason, this.#began.wallMs)
  }

  succeeded(): void {
    const began = this.#began
    if (!began) return
    this.#began = undefined
    if (this.#isTold) this.#events.onOver(began.wallMs, this.#clock.now())
    this.#isTold = false
  }
}
