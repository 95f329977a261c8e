import type { PDFDocumentProxy } from 'pdfjs-dist'
import type { Rect } from '../printed-page.ts'
import { commonSettings, loadPdfJs } from './load-pdf-js.ts'

/** Something on a page to draw a line around. */
export interface Outline {
  /** Stands in the corner of the first rectangle: a number, for example; nothing without it. */
  readonly label?: string
  /** In points, from the top left corner of the page. */
  readonly rects: readonly Rect[]
}

/** Of a picture, each way: a page of any size fits. */
const LONGEST_SIDE = 4_000
const POINTS_PER_INCH = 72
/** Neighbours are told apart by them; dark enough on white paper. */
const COLOURS = ['#c62828', '#1565c0', '#2e7d32', '#6a1b9a', '#ef6c00', '#00838f', '#ad1457', '#4e342e']

/** Of 100: letters stay clean. */
const JPEG_QUALITY = 90

/** Around a clipping, in points. */
const MARGIN = 8
const VEIL = 'rgba(255, 255, 255, 0.8)'
/** Room around each rectangle that is not veiled, in points: more up and down, where the next paragraph or picture stands. */
const HOLE = { x: 4, y: 9 }
/** Between the outline and what is in it, in points. */
const GAP = 2

/** As much of a canvas of `@napi-rs/canvas` as is used here; pdf.js makes it. Units are pixels. */
interface Canvas {
  readonly canvas: {
    toBuffer(type: 'image/png'): Uint8Array
    toBuffer(type: 'image/jpeg', quality: number): Uint8Array
  }
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
  globalCompositeOperation: string
  drawImage(image: unknown, x: number, y: number): void
}

/** What is drawn of a page. */
export interface Drawing {
  /** Of the page, from 1. */
  readonly number: number
  /** Dots per inch; fewer if the picture would be wider or higher than 4,000. */
  readonly dpi: number
  readonly outlines?: readonly Outline[]
  /** Only the part of the page that holds these rectangles; what else is on it is faded. */
  readonly clip?: readonly Rect[]
  /** The whole page, with all but these rectangles faded. */
  readonly spotlight?: readonly Rect[]
  /** A PNG that is larger becomes a JPEG. */
  readonly mostBytes?: number
}

/** A PDF whose pages can be drawn, one at a time. */
export interface PdfDrawing {
  /**
   * @returns a PNG picture, or a JPEG if the PNG is larger than `mostBytes`
   * @throws if the file or the page is damaged, or pictures cannot be drawn on this platform
   */
  draw(drawing: Drawing): Promise<Uint8Array>
  close(): Promise<void>
}

/**
 * Opens a PDF to draw its pages, or parts of them.
 * @param bytes the whole file; they are handed over, and empty afterwards
 */
export async function openDrawing(bytes: Uint8Array): Promise<PdfDrawing> {
  const pdfJs = await loadPdfJs()
  const task = pdfJs.getDocument({
    data: bytes,
    verbosity: pdfJs.VerbosityLevel.ERRORS,
    ...commonSettings(),
  })
  return { draw: async (drawing) => draw(await task.promise, drawing), close: () => task.destroy() }
}

async function draw(
  document: PDFDocumentProxy,
  { number, dpi, outlines = [], clip, spotlight, mostBytes }: Drawing,
): Promise<Uint8Array> {
  const page = await document.getPage(number)
  const sheet = page.getViewport({ scale: 1 })
  const frame = clip ? around(clip, sheet) : { x0: 0, y0: 0, x1: sheet.width, y1: sheet.height }
  const [width, height] = [frame.x1 - frame.x0, frame.y1 - frame.y0]
  const scale = Math.min(dpi / POINTS_PER_INCH, LONGEST_SIDE / Math.max(width, height))
  const viewport = page.getViewport({ scale, offsetX: -frame.x0 * scale, offsetY: -frame.y0 * scale })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- pdf.js names no type of it
  const factory = document.canvasFactory as { create(width: number, height: number): Canvas }
  const create = () => factory.create(Math.ceil(width * scale), Math.ceil(height * scale))
  const drawn = create()
  const { canvas, context } = drawn
  await page.render({ canvas, canvasContext: context, viewport }).promise
  page.cleanup()
  outlines.forEach((outline, n) =>
    drawOutline(context, outline, scale, COLOURS[n % COLOURS.length] ?? '#c62828'),
  )
  const lit = clip ?? spotlight
  if (lit) fadeAround(drawn, create(), lit, frame, scale)
  const png = canvas.toBuffer('image/png')
  return mostBytes !== undefined && png.length > mostBytes ? canvas.toBuffer('image/jpeg', JPEG_QUALITY) : png
}

/** The smallest part of a sheet that holds all rectangles, with some room around them. */
const around = (
  rects: readonly Rect[],
  { width, height }: { readonly width: number; readonly height: number },
): Rect => ({
  x0: Math.max(0, Math.min(...rects.map(({ x0 }) => x0)) - MARGIN),
  y0: Math.max(0, Math.min(...rects.map(({ y0 }) => y0)) - MARGIN),
  x1: Math.min(width, Math.max(...rects.map(({ x1 }) => x1)) + MARGIN),
  y1: Math.min(height, Math.max(...rects.map(({ y1 }) => y1)) + MARGIN),
})

/** Lays a veil over all but the rectangles: neighbours of an article in an L stand within its frame. */
function fadeAround(page: Canvas, veil: Canvas, rects: readonly Rect[], frame: Rect, scale: number): void {
  const { context } = veil
  context.fillStyle = VEIL
  context.fillRect(0, 0, (frame.x1 - frame.x0) * scale, (frame.y1 - frame.y0) * scale)
  context.globalCompositeOperation = 'destination-out' // cuts holes
  context.fillStyle = '#000'
  for (const { x0, y0, x1, y1 } of rects)
    context.fillRect(
      (x0 - HOLE.x - frame.x0) * scale,
      (y0 - HOLE.y - frame.y0) * scale,
      (x1 - x0 + 2 * HOLE.x) * scale,
      (y1 - y0 + 2 * HOLE.y) * scale,
    )
  page.context.drawImage(veil.canvas, 0, 0)
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
  if (first === undefined || label === undefined) return
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
