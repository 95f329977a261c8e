import type { Settled } from './idle-process.ts'

/**
 * In a process of `openIdleProcess`: does what is ordered, one order after another. It ends with the process that ordered,
 * however that one ends.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- what comes over the channel has no type of its own
export function serveOrders<Order>(work: (order: Order) => Promise<Uint8Array>): void {
  let last = Promise.resolve()
  process.on('message', (order: Order) => {
    last = last.then(async () => {
      process.send?.(await settle(work(order)))
    })
  })
  process.on('disconnect', () => process.exit())
}

async function settle(working: Promise<Uint8Array>): Promise<Settled<Uint8Array<ArrayBuffer>>> {
  try {
    return { result: Uint8Array.from(await working) }
  } catch (error) {
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
