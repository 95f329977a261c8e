interface KeyedExecutorOptions {
  /** Tasks that may run at once. */
  readonly concurrency: number
  /** Tasks that may wait or run before there is no room. */
  readonly capacity: number
  /** Told of tasks that rejected; the next one of the same key goes on. */
  readonly onError: (error: unknown) => void
}

interface Task {
  readonly run: () => Promise<void>
  readonly urgent: boolean
}

/**
 * Runs tasks beside the caller: one after another for each key, keys side by side, so many at a time. Keys with an
 * urgent task go first.
 */
export class KeyedExecutor {
  readonly #options: KeyedExecutorOptions
  /** Tasks that wait, by key; a key is here as long as one of its tasks waits or runs. */
  readonly #waiting = new Map<string, Task[]>()
  /** Keys whose next task may run, in the order in which they came. */
  readonly #urgent = new Set<string>()
  readonly #ready = new Set<string>()
  readonly #running = new Set<string>()
  #held = 0
  #whenRoom: (() => void)[] = []
  #whenIdle: (() => void)[] = []

  constructor(options: KeyedExecutorOptions) {
    this.#options = options
  }

  /** Takes a task over, also when there is no room. Never throws and never waits. */
  run(key: string, run: () => Promise<void>, { urgent = false } = {}): void {
    this.#held += 1
    const tasks = this.#waiting.get(key)
    if (tasks) tasks.push({ run, urgent })
    else this.#waiting.set(key, [{ run, urgent }])
    // An urgent task is no use behind others that are let wait: they go first together.
    if (!this.#running.has(key)) this.#makeReady(key)
    this.#start()
  }

  /** Settles when there is room for more. */
  async room(): Promise<void> {
    if (this.#held >= this.#options.capacity)
      await new Promise<void>((resolve) => this.#whenRoom.push(resolve))
  }

  /** Settles when all that was taken is done. */
  async idle(): Promise<void> {
    if (this.#held > 0) await new Promise<void>((resolve) => this.#whenIdle.push(resolve))
  }

  #makeReady(key: string): void {
    if (this.#waiting.get(key)?.some(({ urgent }) => urgent) === true) {
      this.#ready.delete(key)
      this.#urgent.add(key)
    } else this.#ready.add(key)
  }

  #start(): void {
    while (this.#running.size < this.#options.concurrency) {
      const [key] = this.#urgent.size > 0 ? this.#urgent : this.#ready
      if (key === undefined) return
      this.#urgent.delete(key)
      this.#ready.delete(key)
      this.#running.add(key)
      void this.#runNext(key)
    }
  }

  async #runNext(key: string): Promise<void> {
    const tasks = this.#waiting.get(key) ?? []
    try {
      await tasks.shift()?.run()
    } catch (error) {
      this.#options.onError(error)
    }
    this.#running.delete(key)
    this.#held -= 1
    if (tasks.length > 0) this.#makeReady(key)
    else this.#waiting.delete(key)
    if (this.#held < this.#options.capacity) for (const tell of this.#whenRoom.splice(0)) tell()
    if (this.#held === 0) for (const tell of this.#whenIdle.splice(0)) tell()
    this.#start()
  }
}
