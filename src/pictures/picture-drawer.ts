import { Worker } from 'node:worker_threads'
import type { Drawn } from './drawing-thread.ts'
import type { Picture } from './picture.ts'

/** Draws pictures beside the main thread. */
export interface PictureDrawer {
  /** @returns a PNG @throws if it cannot be drawn */
  draw(picture: Picture): Promise<Uint8Array<ArrayBuffer>>
  close(): Promise<void>
}

/** Fonts and canvas take some 60 MB: so long after the last picture they are given back. */
const IDLE_MS = 60_000

interface Order {
  readonly settle: (drawn: Drawn) => void
}

/**
 * Opens a drawer whose thread starts with the first picture, and ends after a minute without one.
 * @param idleMs how long the thread stays after its last picture
 */
export function openPictureDrawer(idleMs = IDLE_MS): PictureDrawer {
  const orders: Order[] = []
  let thread: Worker | undefined
  let rest: NodeJS.Timeout | undefined

  const end = async () => {
    const ending = thread
    thread = undefined
    await ending?.terminate()
  }
  const start = (): Worker => {
    const worker = new Worker(new URL('./drawing-thread.js', import.meta.url), { execArgv: [] })
    let cause: unknown
    worker.on('message', (drawn: Drawn) => {
      orders.shift()?.settle(drawn)
      if (orders.length === 0) rest = setTimeout(() => void end(), idleMs).unref()
    })
    worker.on('error', (error) => {
      cause = error
    })
    worker.on('exit', () => {
      // A thread that was told to end has drawn everything.
      if (thread === worker) thread = undefined
      for (const { settle } of orders.splice(0))
        settle({
          failure: `the drawing thread ended: ${cause instanceof Error ? cause.message : 'no reason given'}`,
        })
    })
    // A bot that has nothing else to do may end.
    worker.unref()
    return worker
  }

  return {
    draw: async (picture) => {
      clearTimeout(rest)
      thread ??= start()
      const working = thread
      const drawn = await new Promise<Drawn>((settle) => {
        orders.push({ settle })
        working.postMessage(picture) // oxlint-disable-line unicorn/require-post-message-target-origin -- a thread is no window
      })
      if ('failure' in drawn) throw new Error(drawn.failure)
      return drawn.png
    },
    close: async () => {
      clearTimeout(rest)
      await end()
    },
  }
}
