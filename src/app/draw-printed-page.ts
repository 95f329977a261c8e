import type { Region } from '../domain/index.ts'
import type { PageDrawer } from '../sources/index.ts'

/** Enough to read the headlines, and to find the article; the clipping is for its text. */
const DPI = 110

/**
 * Draws the printed page that an article begins on, with the article outlined.
 * @param path of the PDF
 * @returns a PNG; undefined if the source tells no place
 */
export async function drawPrintedPage(
  drawer: PageDrawer,
  path: string,
  regions: readonly Region[],
): Promise<Uint8Array | undefined> {
  const [first] = regions
  if (first === undefined) return undefined
  const rects = regions
    .filter(({ page }) => page === first.page)
    .map(({ rect: [x0, y0, x1, y1] }) => ({ x0, y0, x1, y1 }))
  return drawer.draw({ path, drawing: { number: first.page, dpi: DPI, outlines: [{ rects }] } })
}
