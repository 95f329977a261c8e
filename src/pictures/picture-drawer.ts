import { openIdleProcess } from '../concurrency/index.ts'
import type { Picture } from './picture.ts'

/** Draws pictures in a process of its own. */
export interface PictureDrawer {
  /** @returns a PNG, or a JPEG if a printed page says so @throws if it cannot be drawn */
  draw(picture: Picture): Promise<Uint8Array<ArrayBuffer>>
  close(): Promise<void>
}

/** Fonts, canvas and pdf.js take some 100 MB: so long after the last picture they are given back. */
const IDLE_MS = 60_000

/**
 * Opens a drawer whose process starts with the first picture, and ends after a minute without one.
 * @param idleMs how long the process stays after its last picture
 */
export function openPictureDrawer(idleMs = IDLE_MS): PictureDrawer {
  const program = new URL('./drawing-process.js', import.meta.url)
  const drawing = openIdleProcess<Picture, Uint8Array<ArrayBuffer>>(program, 'drawing process', idleMs)
  return { draw: (picture) => drawing.run(picture), close: () => drawing.close() }
}
