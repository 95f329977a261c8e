import { setImmediate as nextTurn } from 'node:timers/promises'

/** Longest work between two turns of the event loop. */
const SLICE_MS = 10

/** Lets other work of the process run: settles in the next turn of the event loop. */
export const yieldToEventLoop = (): Promise<void> => nextTurn()

/** Work in slices of ten milliseconds, so that other work has its turn between them. */
export class TimeSlice {
  #startMs = performance.now()

  isOver(): boolean {
    return performance.now() - this.#startMs > SLICE_MS
  }

  /** Lets other work run, and begins the next slice. */
  async yield(): Promise<void> {
    await yieldToEventLoop()
    this.#startMs = performance.now()
  }
}
