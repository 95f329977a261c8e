/** An update as it waits: its id, and one field that names what happened. */
export interface WaitingUpdate {
  readonly update_id: number
  readonly [kind: string]: unknown
}

/**
 * Updates that wait to be fetched, as Telegram keeps them: in the order in which they came, whatever their ids, since the
 * ids begin anew after a quiet week.
 */
export class UpdateLine {
  #waiting: WaitingUpdate[] = []
  #wake = () => {}

  push(...updates: readonly WaitingUpdate[]): void {
    this.#waiting.push(...updates)
    this.#wake()
  }

  get length(): number {
    return this.#waiting.length
  }

  /** Forgets what came before the update with the id `offset`; an offset that is ahead of all ids confirms nothing. */
  confirm(offset: number): void {
    const kept = this.#waiting.findLastIndex(({ update_id }) => update_id === offset - 1)
    if (kept >= 0) this.#waiting = this.#waiting.slice(kept + 1)
  }

  /** @returns up to a hundred updates, as soon as there are some, or none after `ms` */
  async fetch(ms: number, signal: AbortSignal): Promise<readonly WaitingUpdate[]> {
    if (this.#waiting.length === 0 && ms > 0)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms)
        const end = () => {
          clearTimeout(timer)
          resolve()
        }
        this.#wake = end
        signal.addEventListener('abort', end)
      })
    return this.#waiting.slice(0, 100)
  }
}
