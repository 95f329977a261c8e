import { setTimeout as delay } from 'node:timers/promises'
import type { Clock } from './clock.ts'

/** Longest delay that Node's timers take; a longer one would fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

async function sleep(ms: number, signal: AbortSignal | undefined, ref: boolean): Promise<void> {
  for (let left = ms; left > 0; left -= LONGEST_TIMER_MS)
    await delay(Math.min(left, LONGEST_TIMER_MS), undefined, signal ? { signal, ref } : { ref })
}

function schedule(ms: number, run: () => void, ref: boolean): () => void {
  let timer: NodeJS.Timeout
  const wait = (left: number) => {
    const part = Math.min(left, LONGEST_TIMER_MS)
    timer = setTimeout(() => (left > part ? wait(left - part) : run()), part)
    if (!ref) timer.unref()
  }
  wait(ms)
  return () => clearTimeout(timer)
}

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonicNow: () => performance.now(),
  sleep: (ms, signal) => sleep(ms, signal, true),
  sleepInBackground: (ms, signal) => sleep(ms, signal, false),
  schedule: (ms, run) => schedule(ms, run, true),
  scheduleInBackground: (ms, run) => schedule(ms, run, false),
}
