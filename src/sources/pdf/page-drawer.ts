import { openIdleThread } from '../../concurrency/index.ts'
import type { Drawing } from './open-drawing.ts'

/** A page to draw, and the PDF that it is in. */
export interface PageOrder {
  readonly path: string
  readonly drawing: Drawing
}

/** Draws pages of PDF files beside the main thread, which one page would hold up for half a second. */
export interface PageDrawer {
  /** @returns a PNG, or a JPEG if the drawing says so @throws if the file cannot be read, or the page not be drawn */
  draw(order: PageOrder): Promise<Uint8Array<ArrayBuffer>>
  close(): Promise<void>
}

/** pdf.js and its fonts take some 80 MB: so long after the last page they are given back. */
const IDLE_MS = 60_000

/** Opens a drawer whose thread starts with the first page, and ends after a minute without one. */
export function openPageDrawer(): PageDrawer {
  const program = new URL('./page-thread.js', import.meta.url)
  const thread = openIdleThread<PageOrder, Uint8Array<ArrayBuffer>>(
    program,
    'thread that draws pages',
    IDLE_MS,
  )
  return { draw: (order) => thread.run(order), close: () => thread.close() }
}
