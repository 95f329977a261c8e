import { parentPort } from 'node:worker_threads'
import { drawPicture } from './draw-picture.ts'
import type { Picture } from './picture.ts'

/** What comes of an order to draw, in the order of the orders. */
export type Drawn =
  | { readonly png: Uint8Array<ArrayBuffer> }
  /** In English, for the log. */
  | { readonly failure: string }

parentPort?.on('message', (picture: Picture) => {
  void drawPicture(picture).then(
    (png) => {
      const drawn: Drawn = { png: Uint8Array.from(png) }
      parentPort?.postMessage(drawn, [drawn.png.buffer])
    },
    (error: unknown) => {
      const failure = error instanceof Error ? (error.stack ?? error.message) : String(error)
      parentPort?.postMessage({ failure } satisfies Drawn) // oxlint-disable-line unicorn/require-post-message-target-origin -- a thread is no window
    },
  )
})
