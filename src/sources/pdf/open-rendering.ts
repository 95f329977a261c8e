import type { PDFDocumentProxy } from 'pdfjs-dist'
import type { Rect } from '../printed-page.ts'
import { loadPdfJs, openToPaint } from './load-pdf-js.ts'
import { compose, toMatrix } from './matrix.ts'
import { watchOperations } from './operations-of.ts'
import { fontsOf } from './pdf-font.ts'
import { findUnseen } from './unseen-painting.ts'

/** Text of a page that was painted in one go, with where it stands: in points, from the top left corner. */
export interface PlacedText extends Rect {
  readonly text: string
  /** Whether it runs downwards. */
  readonly isVertical: boolean
}

/** A part of a page to paint. */
export interface PageView {
  /** Pixels a point. */
  readonly scale: number
  /** What stands in the corner of the canvas, in points. */
  readonly left: number
  readonly top: number
}

/** A PDF whose pages can be painted, one at a time. Each method throws if the file or the page is damaged. */
export interface PdfRendering {
  /** Width and height of a page in points. @param number from 1 */
  sizeOf(number: number): Promise<{ readonly width: number; readonly height: number }>
  /** @param surface a canvas as large as what is to be seen */
  paint(number: number, surface: Surface, view: PageView): Promise<void>
  /** The text of a page, in the order in which it was painted. */
  textsOf(number: number): Promise<readonly PlacedText[]>
  close(): Promise<void>
}

/** A canvas of `@napi-rs/canvas`, on which pdf.js paints. */
export interface Surface {
  readonly canvas: { readonly width: number; readonly height: number }
  readonly context: unknown
}

/**
 * Opens a PDF to paint its pages, or parts of them.
 * @param bytes the whole file; they are handed over, and empty afterwards
 */
export async function openRendering(bytes: Uint8Array): Promise<PdfRendering> {
  const loaded = await loadPdfJs()
  const { document, close } = openToPaint(loaded, { data: bytes })
  const pageOf = async (number: number) => (await document).getPage(number)
  return {
    sizeOf: async (number) => {
      const { width, height } = (await pageOf(number)).getViewport({ scale: 1 })
      return { width, height }
    },
    paint: async (number, { canvas, context }, { scale, left, top }) => {
      const page = await pageOf(number)
      const painted = watchOperations(page)
      const operationsFilter =
        painted &&
        findUnseen(loaded.pdfJs.OPS, {
          ...painted,
          fontOf: fontsOf(page),
          view: toMatrix(page.getViewport({ scale: 1 }).transform),
          seen: { x0: left, y0: top, x1: left + canvas.width / scale, y1: top + canvas.height / scale },
        })
      const viewport = page.getViewport({ scale, offsetX: -left * scale, offsetY: -top * scale })
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- pdf.js names the canvas of a browser, and takes this one
      const target = { canvas: null, canvasContext: context } as Pick<
        RenderParameters,
        'canvas' | 'canvasContext'
      >
      await page.render({ ...target, viewport, ...(operationsFilter && { operationsFilter }) }).promise
      page.cleanup()
    },
    textsOf: async (number) => placedTexts(await pageOf(number)),
    close,
  }
}

type Page = Awaited<ReturnType<PDFDocumentProxy['getPage']>>
type RenderParameters = Parameters<Page['render']>[0]

async function placedTexts(page: Page): Promise<readonly PlacedText[]> {
  const view = toMatrix(page.getViewport({ scale: 1 }).transform)
  const { items, styles } = await page.getTextContent({ disableNormalization: true })
  return items.flatMap((item): readonly PlacedText[] => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [, , c, d, x, y] = compose(view, toMatrix(item.transform))
    const size = Math.hypot(c, d)
    if (styles[item.fontName]?.vertical === true)
      return [
        { text: item.str, x0: x - size / 2, x1: x + size / 2, y0: y, y1: y + item.height, isVertical: true },
      ]
    const [top, bottom] = [y - size * ASCENT, y + size * (1 - ASCENT)]
    return [{ text: item.str, x0: x, x1: x + item.width, y0: top, y1: bottom, isVertical: false }]
  })
}

/** How far type stands above its base line, in its size: as in fonts of Han characters. */
const ASCENT = 0.88
