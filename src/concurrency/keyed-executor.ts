import { yieldToEventLoop } from './yield.ts'

/** A kind of tasks. */
export interface LaneOptions<Lane extends string> {
  readonly lane: Lane
  /** Tasks of it that may run at once: no lane takes up the places of another. */
  readonly concurrency: number
  /**
   * One task is begun in a turn of the event loop, so that what a task sends goes out before the next one is begun. For
   * tasks that are much work; others share what they wait for, such as a commit, if they begin together.
   */
  readonly onePerTurn: boolean
}

/** While tasks of other lanes wait, one of so many that are begun is of the last lane. */
const SHARE_OF_LAST = 9

interface KeyedExecutorOptions<Lane extends string> {
  /** Those that go first in front. The last one gives way to the others, but not for ever. */
  readonly lanes: readonly LaneOptions<Lane>[]
  /** Tasks that may wait or run before there is no room. */
  readonly capacity: number
  /** Told of tasks that rejected; the next one of the same key goes on. */
  readonly onError: (error: unknown) => void
}

interface Task<Lane> {
  readonly run: () => Promise<void>
  readonly lane: Lane
}

/** The state of a lane. */
interface LaneState<Lane extends string> extends LaneOptions<Lane> {
  /** Keys whose next task may run, in the order in which they came. */
  readonly ready: Set<string>
  running: number
  /** No more is begun in this turn of the event loop. */
  hasBegun: boolean
}

/**
 * Runs tasks beside the caller: one after another for each key, keys side by side, so many at a time. While tasks of
 * other lanes wait, only every ninth task is one of the last lane.
 */
export class KeyedExecutor<Lane extends string> {
  readonly #options: KeyedExecutorOptions<Lane>
  readonly #lanes: readonly LaneState<Lane>[]
  /** Tasks that wait, by key; a key is here as long as one of its tasks waits or runs. */
  readonly #waiting = new Map<string, Task<Lane>[]>()
  /** Keys that have a task that runs. */
  readonly #running = new Set<string>()
  #sinceLast = 0
  #isHolding = false
  #held = 0
  #whenRoom: (() => void)[] = []
  #whenIdle: (() => void)[] = []

  constructor(options: KeyedExecutorOptions<Lane>) {
    this.#options = options
    this.#lanes = options.lanes.map((it) => ({ ...it, ready: new Set(), running: 0, hasBegun: false }))
  }

  /** Takes a task over, also when there is no room. Never throws and never waits. */
  run(key: string, lane: Lane, run: () => Promise<void>): void {
    this.#held += 1
    const tasks = this.#waiting.get(key)
    if (tasks) tasks.push({ run, lane })
    else this.#waiting.set(key, [{ run, lane }])
    // An urgent task is no use behind others of its key that are let wait: they go first together.
    if (!this.#running.has(key)) this.#makeReady(key)
    this.#start()
  }

  /** Begins no tasks of the last lane until `release` is called, or there is no room for more. */
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
    const first = this.#lanes.find(({ lane }) => tasks.some((it) => it.lane === lane))
    for (const lane of this.#lanes) {
      if (lane === first) lane.ready.add(key)
      else lane.ready.delete(key)
    }
  }

  #start(): void {
    for (const lane of this.#lanes) this.#fill(lane)
  }

  #fill(lane: LaneState<Lane>): void {
    while (lane.running < lane.concurrency && !lane.hasBegun && !this.#givesWay(lane)) {
      const [key] = lane.ready
      if (key === undefined) return
      lane.ready.delete(key)
      lane.running += 1
      this.#sinceLast = this.#isLast(lane) ? 0 : this.#sinceLast + 1
      this.#running.add(key)
      if (lane.onePerTurn) this.#waitATurn(lane)
      void this.#runNext(key, lane)
    }
  }

  #isLast(lane: LaneState<Lane>): boolean {
    return lane === this.#lanes.at(-1)
  }

  #givesWay(lane: LaneState<Lane>): boolean {
    if (!this.#isLast(lane)) return false
    if (this.#isHolding && this.#held < this.#options.capacity) return true
    const othersWait = this.#lanes.some((it) => it !== lane && it.ready.size > 0)
    return othersWait && this.#sinceLast < SHARE_OF_LAST - 1
  }

  #waitATurn(lane: LaneState<Lane>): void {
    lane.hasBegun = true
    setImmediate(() => {
      lane.hasBegun = false
      this.#start()
    })
  }

  async #runNext(key: string, lane: LaneState<Lane>): Promise<void> {
    const tasks = this.#waiting.get(key) ?? []
    try {
      await tasks.shift()?.run()
    } catch (error) {
      this.#options.onError(error)
    }
    // Tasks that wait for nothing would else keep what they send from going out until the last of them is done.
    await yieldToEventLoop()
    lane.running -= 1
    this.#running.delete(key)
    this.#held -= 1
    if (tasks.length > 0) this.#makeReady(key)
    else this.#waiting.delete(key)
    if (this.#held < this.#options.capacity) for (const tell of this.#whenRoom.splice(0)) tell()
    if (this.#held === 0) for (const tell of this.#whenIdle.splice(0)) tell()
    this.#start()
  }
}
