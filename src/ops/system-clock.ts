import { setTimeout as delay } from 'node:timers/promises'
import type { Clock } from './clock.ts'

/** Longest delay that Node's timers take; a longer one would fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

async function sleep(ms: number, signal: AbortSignal | undefined, ref: boolean): Promise<void> {
  for (let left = ms; left > 0; left -= LONGEST_TIMER_MS)
    await delay(Math.min(left, LONGEST_TIMER_MS), undefined, signal ? { signal, ref } : { ref })
}

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonicNow: () => performance.now(),
  sleep: (ms, signal) => sleep(ms, signal, true),
  sleepInBackground: (ms, signal) => sleep(ms, signal, false),
}
