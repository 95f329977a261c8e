import { setImmediate as oneTurn } from 'node:timers/promises'

/**
 * Kinds of tasks, those that go first in front. A press is little work and waits for a commit, which those share that ask
 * for it together. The others are much work: of these one is begun in a turn of the event loop, so that there are answers
 * sent and updates fetched between them.
 */
export type Lane = 'press' | 'inline' | 'message'

const LANES: readonly Lane[] = ['press', 'inline', 'message']

/** While queries wait, messages go on, but slowly: their replies are paced anyway. */
const QUERIES_PER_MESSAGE = 8

interface KeyedExecutorOptions {
  /** Tasks that may run at once, of each kind: no kind takes up the places of another. */
  readonly concurrency: Readonly<Record<Lane, number>>
  /** Tasks that may wait or run before there is no room. */
  readonly capacity: number
  /** Told of tasks that rejected; the next one of the same key goes on. */
  readonly onError: (error: unknown) => void
}

interface Task {
  readonly run: () => Promise<void>
  readonly lane: Lane
}

/**
 * Runs tasks beside the caller: one after another for each key, keys side by side, so many at a time. Each kind of task
 * has places of its own. While presses or inline queries wait, only every ninth task is a message.
 */
export class KeyedExecutor {
  readonly #options: KeyedExecutorOptions
  /** Tasks that wait, by key; a key is here as long as one of its tasks waits or runs. */
  readonly #waiting = new Map<string, Task[]>()
  /** Keys whose next task may run, in the order in which they came. */
  readonly #ready: Readonly<Record<Lane, Set<string>>> = {
    press: new Set(),
    inline: new Set(),
    message: new Set(),
  }
  /** Keys that have a task that runs. */
  readonly #running = new Set<string>()
  readonly #taken: Record<Lane, number> = { press: 0, inline: 0, message: 0 }
  /** Kinds of which no more is begun in this turn of the event loop. */
  readonly #begun = new Set<Lane>()
  #sinceMessage = 0
  #isHolding = false
  #held = 0
  #whenRoom: (() => void)[] = []
  #whenIdle: (() => void)[] = []

  constructor(options: KeyedExecutorOptions) {
    this.#options = options
  }

  /** Takes a task over, also when there is no room. Never throws and never waits. */
  run(key: string, run: () => Promise<void>, lane: Lane = 'message'): void {
    this.#held += 1
    const tasks = this.#waiting.get(key)
    if (tasks) tasks.push({ run, lane })
    else this.#waiting.set(key, [{ run, lane }])
    // A press is no use behind messages that are let wait: they go first together.
    if (!this.#running.has(key)) this.#makeReady(key)
    this.#start()
  }

  /** Begins no messages until `release` is called, or there is no room for more. */
  hold(): void {
    this.#isHolding = true
  }

  release(): void {
    if (!this.#isHolding) return
    this.#isHolding = false
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
    const tasks = this.#waiting.get(key) ?? []
    const first = LANES.find((lane) => tasks.some((it) => it.lane === lane)) ?? 'message'
    for (const lane of LANES) if (lane !== first) this.#ready[lane].delete(key)
    this.#ready[first].add(key)
  }

  #start(): void {
    for (const lane of LANES) this.#fill(lane)
  }

  #fill(lane: Lane): void {
    const most = this.#options.concurrency[lane]
    while (this.#taken[lane] < most && !this.#begun.has(lane) && !this.#letsOthersGo(lane)) {
      const [key] = this.#ready[lane]
      if (key === undefined) return
      this.#ready[lane].delete(key)
      this.#taken[lane] += 1
      this.#sinceMessage = lane === 'message' ? 0 : this.#sinceMessage + 1
      this.#running.add(key)
      if (lane !== 'press') this.#waitATurn(lane)
      void this.#runNext(key, lane)
    }
  }

  #letsOthersGo(lane: Lane): boolean {
    if (lane !== 'message') return false
    if (this.#isHolding && this.#held < this.#options.capacity) return true
    const { press, inline } = this.#ready
    return press.size + inline.size > 0 && this.#sinceMessage < QUERIES_PER_MESSAGE
  }

  #waitATurn(lane: Lane): void {
    this.#begun.add(lane)
    setImmediate(() => {
      this.#begun.delete(lane)
      this.#start()
    })
  }

  async #runNext(key: string, lane: Lane): Promise<void> {
    const tasks = this.#waiting.get(key) ?? []
    try {
      await tasks.shift()?.run()
    } catch (error) {
      this.#options.onError(error)
    }
    // Tasks that wait for nothing would else keep what they send from going out until the last of them is done.
    await oneTurn()
    this.#taken[lane] -= 1
    this.#running.delete(key)
    this.#held -= 1
    if (tasks.length > 0) this.#makeReady(key)
    else this.#waiting.delete(key)
    if (this.#held < this.#options.capacity) for (const tell of this.#whenRoom.splice(0)) tell()
    if (this.#held === 0) for (const tell of this.#whenIdle.splice(0)) tell()
    this.#start()
  }
}
