import type { Timing } from './timing.ts'

/** Tells a sleeping worker that there is work. For one sleeper. */
export class WakeSignal {
  readonly #timing: Pick<Timing, 'schedule'>
  #isNotified = false
  /** Ends the wait under way. */
  #wake = () => {}

  constructor(timing: Pick<Timing, 'schedule'>) {
    this.#timing = timing
  }

  /** Ends the wait under way, or the next one if nobody waits yet. */
  notify(): void {
    this.#isNotified = true
    this.#wake()
  }

  /** Takes back what was notified since the last wait ended. */
  clear(): void {
    this.#isNotified = false
  }

  /**
   * Settles after `ms`, when it is notified, when it was notified since the last wait ended, or when the signal is
   * aborted. Never rejects.
   * @returns whether it was notified
   */
  async wait(ms: number, signal: AbortSignal): Promise<boolean> {
    if (!this.#isNotified && !signal.aborted) await this.#sleep(ms, signal)
    const isNotified = this.#isNotified
    this.#isNotified = false
    return isNotified
  }

  #sleep(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        cancel()
        signal.removeEventListener('abort', wake)
        resolve()
      }
      const cancel = this.#timing.schedule(ms, wake)
      signal.addEventListener('abort', wake)
      this.#wake = wake
    })
  }
}
