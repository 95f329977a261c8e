import { parentPort } from 'node:worker_threads'
import type { Settled } from './idle-thread.ts'

/**
 * In a thread of `openIdleThread`: does what is ordered, one order after another. What it makes is handed over, and not
 * copied.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- what comes over the port has no type of its own
export function serveOrders<Order>(work: (order: Order) => Promise<Uint8Array>): void {
  let last = Promise.resolve()
  parentPort?.on('message', (order: Order) => {
    last = last.then(async () => {
      const settled = await settle(work(order))
      parentPort?.postMessage(settled, 'result' in settled ? [settled.result.buffer] : [])
    })
  })
}

async function settle(working: Promise<Uint8Array>): Promise<Settled<Uint8Array<ArrayBuffer>>> {
  try {
    return { result: Uint8Array.from(await working) }
  } catch (error) {
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
