import { drawCard } from './drawing/draw-card.ts'
import { loadPen } from './drawing/pen.ts'
import type { Picture } from './picture.ts'

/**
 * Draws a picture in this thread.
 * @returns a PNG
 */
export async function drawPicture(picture: Picture): Promise<Uint8Array> {
  const pen = await loadPen()
  return drawCard(pen, picture)
}
