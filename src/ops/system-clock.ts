import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from './clock.ts'

/** Longest delay that Node's timers take; a longer one would fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** The machine's own clock. Waiting keeps no process alive that has nothing else to do. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    for (let left = ms; left > 0; left -= LONGEST_TIMER_MS)
      await sleep(
        Math.min(left, LONGEST_TIMER_MS),
        undefined,
        signal ? { signal, ref: false } : { ref: false },
      )
  },
}
