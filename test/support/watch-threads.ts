import type { Worker } from 'node:worker_threads'
import { onTestFinished } from 'vitest'
import { eventually } from './watch-calls.ts'

export interface WatchedThreads {
  readonly all: readonly Worker[]
  /** Called with each when it is started. */
  onEach(watch: (thread: Worker) => void): void
  /** Messages that have come from all of them. */
  readonly messages: number
  /** Settles when so many messages have come. */
  heard(messages: number): Promise<void>
}

/** Watches the threads that are started from now on. */
export function watchThreads(): WatchedThreads {
  const all: Worker[] = []
  const watchers: ((thread: Worker) => void)[] = []
  let messages = 0
  const onWorker = (worker: Worker) => {
    all.push(worker)
    worker.on('message', () => messages++)
    for (const watch of watchers) watch(worker)
  }
  process.on('worker', onWorker)
  onTestFinished(() => void process.off('worker', onWorker))
  return {
    all,
    onEach: (watch) => void watchers.push(watch),
    get messages() {
      return messages
    },
    heard: (wanted) => eventually(() => messages >= wanted),
  }
}

/** Whether a thread has ended. */
export const hasEnded = ({ threadId }: Worker): boolean => threadId === -1
