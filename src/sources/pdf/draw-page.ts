import type { Rect } from '../printed-page.ts'
import { commonSettings, loadPdfJs } from './load-pdf-js.ts'

/** Something on a page to draw a line around. */
export interface Outline {
  /** Stands in the corner of the first rectangle: a number, for example. */
  readonly label: string
  /** In points, from the top left corner of the page. */
  readonly rects: readonly Rect[]
}

/** Of a picture, each way: a page of any size fits. */
const LONGEST_SIDE = 4_000
const POINTS_PER_INCH = 72
/** Neighbours are told apart by them; dark enough on white paper. */
const COLOURS = ['#c62828', '#1565c0', '#2e7d32', '#6a1b9a', '#ef6c00', '#00838f', '#ad1457', '#4e342e']

/** Between the outline and what is in it, in points. */
const GAP = 2

/** As much of a canvas of `@napi-rs/canvas` as is used here; pdf.js makes it. Units are pixels. */
interface Canvas {
  readonly canvas: { toBuffer(type: 'image/png'): Uint8Array }
  readonly context: Pen
}

interface Pen {
  lineWidth: number
  strokeStyle: string
  fillStyle: string
  font: string
  textBaseline: string
  strokeRect(x: number, y: number, width: number, height: number): void
  fillRect(x: number, y: number, width: number, height: number): void
  fillText(text: string, x: number, y: number): void
}

/**
 * Draws a page of a PDF with outlines around parts of it, as a PNG picture.
 * @param bytes the whole file; they are handed over, and empty afterwards
 * @param number of the page, from 1
 * @param dpi dots per inch; less if the page is so large that a side would have over 4,000
 * @throws if the page is damaged, or pictures cannot be drawn on this platform
 */
export async function drawPage(
  bytes: Uint8Array,
  number: number,
  outlines: readonly Outline[],
  dpi: number,
): Promise<Uint8Array> {
  const pdfJs = await loadPdfJs()
  const task = pdfJs.getDocument({
    data: bytes,
    verbosity: pdfJs.VerbosityLevel.ERRORS,
    ...commonSettings(),
  })
  try {
    const document = await task.promise
    const page = await document.getPage(number)
    const size = page.getViewport({ scale: 1 })
    const scale = Math.min(dpi / POINTS_PER_INCH, LONGEST_SIDE / Math.max(size.width, size.height))
    const viewport = page.getViewport({ scale })
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- pdf.js names no type of it
    const factory = document.canvasFactory as { create(width: number, height: number): Canvas }
    const { canvas, context } = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height))
    const target = { canvas, canvasContext: context, viewport }
    await page.render(target).promise
    outlines.forEach((outline, n) =>
      drawOutline(context, outline, scale, COLOURS[n % COLOURS.length] ?? '#c62828'),
    )
    return canvas.toBuffer('image/png')
  } finally {
    await task.destroy()
  }
}

function drawOutline(context: Pen, { label, rects }: Outline, scale: number, colour: string): void {
  context.lineWidth = 2 * scale
  context.strokeStyle = colour
  for (const { x0, y0, x1, y1 } of rects)
    context.strokeRect(
      (x0 - GAP) * scale,
      (y0 - GAP) * scale,
      (x1 - x0 + 2 * GAP) * scale,
      (y1 - y0 + 2 * GAP) * scale,
    )
  const [first] = rects
  if (first === undefined) return
  const side = 14 * scale
  const width = side * (0.6 + 0.5 * label.length)
  const top = Math.max(0, first.y0 * scale - side) // above, so that it covers no word
  context.fillStyle = colour
  context.fillRect(first.x0 * scale, top, width, side)
  context.fillStyle = '#fff'
  context.font = `bold ${Math.round(11 * scale)}px sans-serif`
  context.textBaseline = 'middle'
  context.fillText(label, first.x0 * scale + side * 0.25, top + side / 2)
}
