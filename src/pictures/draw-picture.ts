import { drawCard } from './drawing/draw-card.ts'
import { loadPen } from './drawing/pen.ts'
import type { Picture } from './picture.ts'

/**
 * Draws a picture in this thread.
 * @returns a PNG, or a JPEG if a printed page says so
 */
export async function drawPicture(picture: Picture): Promise<Uint8Array> {
  if (picture.kind === 'page' || picture.kind === 'outlines') {
    // Only now: most bots never show a printed page.
    const { drawPage } = await import('./printed/draw-page.ts')
    return drawPage(picture)
  }
  const pen = await loadPen()
  if (picture.kind === 'card') return drawCard(pen, picture)
  if (picture.kind === 'front') {
    const { drawFront } = await import('./drawing/draw-front.ts')
    return drawFront(pen, picture)
  }
  // Only now: nobody who draws cards waits for what a chart needs.
  const { drawChart } = await import('./drawing/draw-chart.ts')
  return drawChart(pen, picture)
}
