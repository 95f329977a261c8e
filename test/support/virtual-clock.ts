import { setImmediate as oneTurn } from 'node:timers/promises'
import type { Clock } from '../../src/ops/index.ts'

export interface VirtualClock extends Clock {
  /** Lets as much time pass as the work takes, without waiting for it. @throws where it would wait for ever */
  run<T>(work: Promise<T>): Promise<T>
  /** Somebody sets the clock forward, or back by a negative number: no time passes. */
  setForward(ms: number): void
}

/** Nobody looks where it was made, and it is thrown thousands of times. */
const ABORTED = new Error('aborted')

interface Sleeper {
  readonly untilMs: number
  readonly wake: () => void
  readonly isBackground: boolean
  aborted: boolean
}

/** How many clocks of this process wait for a turn of the event loop now. */
let waitingClocks = 0

/**
 * Who waits for a turn of the event loop waits for no time to pass, unless it is another clock: that of a test that ran
 * into its limit goes on beside those of the tests behind it, and two that waited for each other would never end.
 */
async function untilIdle(): Promise<void> {
  waitingClocks++
  do await oneTurn()
  while (process.getActiveResourcesInfo().filter((it) => it === 'Immediate').length >= waitingClocks)
  waitingClocks--
}

/** The monotonic time at which a virtual clock begins: no wall time, so that nobody takes one for the other. */
const BOOTED_MS = 5_000

/**
 * A clock that goes on by itself whenever everybody sleeps: hours pass in no time, in the right order. As in a real
 * process, nothing goes on when everybody who still sleeps does so in the background.
 */
export function createVirtualClock(start = Date.UTC(2024, 5, 8, 1)): VirtualClock {
  let wall = start
  let monotonic = BOOTED_MS
  /** By time, latest first. */
  const sleepers: Sleeper[] = []
  /** Sleepers, not aborted, that keep the process alive. */
  let holding = 0
  const add = (sleeper: Sleeper) => {
    let [low, high] = [0, sleepers.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sleepers[middle]?.untilMs ?? 0) > sleeper.untilMs) low = middle + 1
      else high = middle
    }
    sleepers.splice(low, 0, sleeper)
  }
  const sleep = (ms: number, signal: AbortSignal | undefined, isBackground: boolean) =>
    new Promise<void>((resolve, reject) => {
      if (signal?.aborted) return reject(ABORTED)
      const leave = () => {
        if (!isBackground) holding -= 1
        signal?.removeEventListener('abort', abort)
      }
      const abort = () => {
        sleeper.aborted = true
        leave()
        reject(ABORTED)
      }
      const wake = () => {
        leave()
        resolve()
      }
      const sleeper = { untilMs: monotonic + Math.max(0, ms), wake, isBackground, aborted: false }
      if (!isBackground) holding += 1
      add(sleeper)
      signal?.addEventListener('abort', abort)
    })
  const schedule = (ms: number, run: () => void, isBackground: boolean) => {
    let isOver = false
    const end = () => {
      if (!isOver && !isBackground) holding -= 1
      isOver = true
    }
    const wake = () => {
      end()
      run()
    }
    const sleeper = { untilMs: monotonic + Math.max(0, ms), wake, isBackground, aborted: false }
    if (!isBackground) holding += 1
    add(sleeper)
    return () => {
      sleeper.aborted = true
      end()
    }
  }
  return {
    now: () => wall,
    monotonicNow: () => monotonic,
    setForward: (ms) => {
      wall += ms
    },
    sleep: (ms, signal) => sleep(ms, signal, false),
    sleepInBackground: (ms, signal) => sleep(ms, signal, true),
    schedule: (ms, run) => schedule(ms, run, false),
    scheduleInBackground: (ms, run) => schedule(ms, run, true),
    run: async (work) => {
      let isDone = false
      const finish = () => {
        isDone = true
      }
      work.then(finish, finish)
      for (;;) {
        await untilIdle()
        if (isDone) return work
        if (holding === 0) throw new Error('a process would end here: nothing that holds it is under way')
        let next = sleepers.pop()
        while (next?.aborted) next = sleepers.pop()
        if (next === undefined) throw new Error('everybody waits for something that will not come')
        const passed = Math.max(0, next.untilMs - monotonic)
        monotonic += passed
        wall += passed
        next.wake()
      }
    },
  }
}
