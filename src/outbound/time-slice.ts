import { setImmediate as yieldToEventLoop } from 'node:timers/promises'

/** Longest work between two turns of the event loop. */
const SLICE_MS = 10

/** Work in slices, so that other work has its turn: neither the storage nor the tests of articles give it one. */
export function createTimeSlice() {
  let startMs = performance.now()
  return {
    isOver: () => performance.now() - startMs > SLICE_MS,
    yield: async () => {
      await yieldToEventLoop()
      startMs = performance.now()
    },
  }
}
