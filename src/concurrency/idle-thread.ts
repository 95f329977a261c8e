import { Worker } from 'node:worker_threads'

/** What comes of an order, in the order of the orders. */
export type Settled<Result> =
  | { readonly result: Result }
  /** In English, for the log. */
  | { readonly failure: string }

/** A thread that works off orders, one after another. */
export interface IdleThread<Order, Result> {
  /** @throws if the thread fails at it, or ends */
  run(order: Order): Promise<Result>
  close(): Promise<void>
}

/**
 * Opens a thread that starts with its first order, and ends some time after its last one: what it holds is given back.
 * @param start the program of the thread, which answers each message with a {@link Settled}
 * @param name what the log calls it: `drawing thread`
 * @param idleMs how long it stays after its last order
 */
export function openIdleThread<Order, Result>(
  start: URL,
  name: string,
  idleMs: number,
): IdleThread<Order, Result> {
  const orders: ((settled: Settled<Result>) => void)[] = []
  let thread: Worker | undefined
  let rest: NodeJS.Timeout | undefined

  const end = async () => {
    const ending = thread
    thread = undefined
    await ending?.terminate()
  }
  const begin = (): Worker => {
    const worker = new Worker(start, { execArgv: [] })
    let cause: unknown
    worker.on('message', (settled: Settled<Result>) => {
      orders.shift()?.(settled)
      if (orders.length === 0) rest = setTimeout(() => void end(), idleMs).unref()
    })
    worker.on('error', (error) => {
      cause = error
    })
    worker.on('exit', () => {
      // A thread that was told to end has done everything.
      if (thread === worker) thread = undefined
      const reason = cause instanceof Error ? cause.message : 'no reason given'
      for (const settle of orders.splice(0)) settle({ failure: `the ${name} ended: ${reason}` })
    })
    // A bot that has nothing else to do may end.
    worker.unref()
    return worker
  }

  return {
    run: async (order) => {
      clearTimeout(rest)
      thread ??= begin()
      const working = thread
      const settled = await new Promise<Settled<Result>>((settle) => {
        orders.push(settle)
        working.postMessage(order) // oxlint-disable-line unicorn/require-post-message-target-origin -- a thread is no window
      })
      if ('failure' in settled) throw new Error(settled.failure)
      return settled.result
    },
    close: async () => {
      clearTimeout(rest)
      await end()
    },
  }
}
