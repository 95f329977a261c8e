/**
 * Runs at most so many tasks at a time, beside whoever starts them: one caller, which waits for `room` before each
 * `run`.
 */
export class ConcurrencyLimiter {
  readonly #limit: number
  readonly #signal: AbortSignal
  readonly #running = new Set<Promise<void>>()
  #admit = () => {}

  /** @param signal aborted when no more tasks are to be started: `room` then settles at once */
  constructor(limit: number, signal: AbortSignal) {
    this.#limit = limit
    this.#signal = signal
    signal.addEventListener('abort', () => this.#admit())
  }

  /** Settles when another task may be started, or when no more are to be. For one caller at a time. */
  async room(): Promise<void> {
    if (this.#running.size >= this.#limit && !this.#signal.aborted)
      await new Promise<void>((resolve) => {
        this.#admit = resolve
      })
  }

  /** Starts a task, which must not reject. */
  run(task: () => Promise<void>): void {
    const promise = task().finally(() => {
      this.#running.delete(promise)
      this.#admit()
    })
    this.#running.add(promise)
  }

  /** Settles when all tasks are done. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running)
  }
}
