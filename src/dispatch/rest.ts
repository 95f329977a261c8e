import { setImmediate as breathe } from 'node:timers/promises'

/** Longest work between two breaths. */
const BREATH_MS = 10

/** Lets others work now and then: the storage and the tests of articles give nobody a turn by themselves. */
export function createRest() {
  let lastMs = performance.now()
  return {
    isDue: () => performance.now() - lastMs > BREATH_MS,
    take: async () => {
      await breathe()
      lastMs = performance.now()
    },
  }
}
