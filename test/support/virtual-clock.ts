import { setImmediate as untilIdle } from 'node:timers/promises'
import type { Clock } from '../../src/ops/index.ts'

export interface VirtualClock extends Clock {
  /** Lets as much time pass as the work takes, without waiting for it. @throws where it would wait for ever */
  run<T>(work: Promise<T>): Promise<T>
}

interface Sleeper {
  readonly untilMs: number
  readonly wake: () => void
  aborted: boolean
}

/** A clock that goes on by itself whenever everybody sleeps: hours pass in no time, in the right order. */
export function createVirtualClock(start = Date.UTC(2024, 5, 8, 1)): VirtualClock {
  let now = start
  /** By time, latest first. */
  const sleepers: Sleeper[] = []
  const add = (sleeper: Sleeper) => {
    let [low, high] = [0, sleepers.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sleepers[middle]?.untilMs ?? 0) > sleeper.untilMs) low = middle + 1
      else high = middle
    }
    sleepers.splice(low, 0, sleeper)
  }
  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(new Error('aborted'))
        const abort = () => {
          sleeper.aborted = true
          reject(new Error('aborted'))
        }
        const wake = () => {
          signal?.removeEventListener('abort', abort)
          resolve()
        }
        const sleeper = { untilMs: now + ms, wake, aborted: false }
        add(sleeper)
        signal?.addEventListener('abort', abort)
      }),
    run: async (work) => {
      let isDone = false
      const finish = () => {
        isDone = true
      }
      work.then(finish, finish)
      for (;;) {
        await untilIdle()
        if (isDone) return work
        let next = sleepers.pop()
        while (next?.aborted) next = sleepers.pop()
        if (next === undefined) throw new Error('everybody waits for something that will not come')
        now = Math.max(now, next.untilMs)
        next.wake()
      }
    },
  }
}
