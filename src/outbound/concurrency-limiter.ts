/** Runs at most so many tasks at a time, beside whoever starts them. */
export interface ConcurrencyLimiter {
  /** Settles when another task may be started, or when no more are to be. For one caller at a time. */
  room(): Promise<void>
  /** Starts a task, which must not reject. */
  run(task: () => Promise<void>): void
  /** Settles when all tasks are done. */
  idle(): Promise<void>
}

/**
 * Makes a limiter for one worker: it waits for `room` before each `run`. Only one caller may wait for room at
 * a time.
 * @param signal aborted when no more tasks are to be started: `room` then settles at once
 */
export function createConcurrencyLimiter(limit: number, signal: AbortSignal): ConcurrencyLimiter {
  const running = new Set<Promise<void>>()
  let admit = () => {}
  signal.addEventListener('abort', () => admit())
  return {
    room: async () => {
      if (running.size >= limit && !signal.aborted)
        await new Promise<void>((resolve) => {
          admit = resolve
        })
    },
    run: (task) => {
      const promise = task().finally(() => {
        running.delete(promise)
        admit()
      })
      running.add(promise)
    },
    idle: async () => {
      while (running.size > 0) await Promise.all(running)
    },
  }
}
