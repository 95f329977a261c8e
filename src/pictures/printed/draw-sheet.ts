import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import type { Rect } from '../../sources/index.ts'
import { encodePng } from '../drawing/encode-png.ts'
import { findMarks, type PrintedMark } from './find-marks.ts'
import type { DrawnCanvas, Sheet } from './sheet.ts'

/** Something on a page to draw a line around. */
export interface Outline {
  /**
   * Stands in the corner of the first rectangle: a number, for example; each rectangle has an outline of its own then, and
   * else all have one together.
   */
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
const MARK = '#ffe27a'
const VEIL = 'rgba(255, 255, 255, 0.8)'
/** Room around each rectangle that is not veiled, in points: more up and down, where the next paragraph or picture stands. */
const HOLE = { x: 4, y: 9 }
/** How far the edges of the line around an article are from what is in it, in points. */
const CONTOUR = { out: 7, in: 5 }
/** Of columns of one article, and of what stands below one another, in points. */
const WIDEST_GAP = 30
/** Between the outline and what is in it, in points. */
const GAP = 2

/** What is drawn of a page. */
export interface Drawing {
  /** Dots per inch; fewer if the picture would be wider or higher than 4,000. */
  readonly dpi: number
  readonly outlines?: readonly Outline[]
  /** Only the part of the page that holds these rectangles; what else is on it is faded. */
  readonly clip?: readonly Rect[]
  /** The whole page, with all but these rectangles faded. */
  readonly spotlight?: readonly Rect[]
  /** Is marked where it stands in the clip, in the spotlight or in the outlines; anywhere if there are none. */
  readonly marks?: readonly PrintedMark[]
  /** A PNG that is larger becomes a JPEG. */
  readonly mostBytes?: number
}

/** Draws a printed page, or a part of it. @returns a PNG, or a JPEG if the PNG is larger than `mostBytes` */
export async function drawSheet(sheet: Sheet, drawing: Drawing): Promise<Uint8Array> {
  const { dpi, outlines = [], clip, spotlight, marks = [], mostBytes } = drawing
  const frame = clip
    ? around(clip, sheet, MARGIN * sheet.point)
    : { x0: 0, y0: 0, x1: sheet.width, y1: sheet.height }
  const [width, height] = [frame.x1 - frame.x0, frame.y1 - frame.y0]
  const scale = Math.min(
    dpi / POINTS_PER_INCH / sheet.point,
    sheet.finest,
    LONGEST_SIDE / Math.max(width, height),
  )
  const canvases: Canvas[] = []
  const create = () => {
    const canvas = createCanvas(Math.ceil(width * scale), Math.ceil(height * scale))
    canvases.push(canvas)
    return { canvas, context: canvas.getContext('2d') }
  }
  const drawn = create()
  const { canvas, context } = drawn
  // A picture of a page may be transparent.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  await sheet.paint(drawn, { scale, left: frame.x0, top: frame.y0 })
  const lit = clip ?? spotlight
  if (marks.length > 0) {
    const areas = lit ?? outlines.flatMap(({ rects }) => rects)
    drawMarks(context, findMarks(await sheet.texts(), marks, areas), frame, scale)
  }
  const measure = { scale, point: sheet.point }
  outlines.forEach((outline, n) => {
    const colour = COLOURS[n % COLOURS.length] ?? '#c62828'
    if (outline.label === undefined) drawContour(drawn, create(), outline.rects, measure, colour)
    else drawOutline(context, outline, measure, colour)
  })
  if (lit && lit.length > 0) fadeAround(drawn, create(), lit, frame, measure)
  const png = encodePng(canvas)
  const isLarge = mostBytes !== undefined && png.length > mostBytes
  const file = isLarge ? canvas.toBuffer('image/jpeg', JPEG_QUALITY) : png
  // Pixels are no memory that the collector counts: some 10 MB of a page would wait for it.
  for (const it of canvases) it.width = it.height = 1
  return file
}

/** Pixels a unit of the sheet, and units a point. */
interface Measure {
  readonly scale: number
  readonly point: number
}

/** As a highlighter does: the letters stay dark. */
function drawMarks(context: SKRSContext2D, rects: readonly Rect[], frame: Rect, scale: number): void {
  context.save()
  context.globalCompositeOperation = 'multiply'
  context.fillStyle = MARK
  for (const { x0, y0, x1, y1 } of rects) {
    const grow = 0.06 * Math.min(x1 - x0, y1 - y0)
    const [left, top] = [(x0 - grow - frame.x0) * scale, (y0 - grow - frame.y0) * scale]
    context.fillRect(left, top, (x1 - x0 + 2 * grow) * scale, (y1 - y0 + 2 * grow) * scale)
  }
  context.restore()
}

/** The smallest part of a sheet that holds all rectangles, with some room around them. */
const around = (
  rects: readonly Rect[],
  { width, height }: { readonly width: number; readonly height: number },
  margin: number,
): Rect => ({
  x0: Math.max(0, Math.min(...rects.map(({ x0 }) => x0)) - margin),
  y0: Math.max(0, Math.min(...rects.map(({ y0 }) => y0)) - margin),
  x1: Math.min(width, Math.max(...rects.map(({ x1 }) => x1)) + margin),
  y1: Math.min(height, Math.max(...rects.map(({ y1 }) => y1)) + margin),
})

/** Lays a veil over all but the rectangles: neighbours of an article in an L stand within its frame. */
function fadeAround(
  page: DrawnCanvas,
  veil: DrawnCanvas,
  rects: readonly Rect[],
  frame: Rect,
  { scale, point }: Measure,
): void {
  const { context } = veil
  context.fillStyle = VEIL
  context.fillRect(0, 0, (frame.x1 - frame.x0) * scale, (frame.y1 - frame.y0) * scale)
  context.globalCompositeOperation = 'destination-out' // cuts holes
  context.fillStyle = '#000'
  for (const { x0, y0, x1, y1 } of rects)
    context.fillRect(
      (x0 - HOLE.x * point - frame.x0) * scale,
      (y0 - HOLE.y * point - frame.y0) * scale,
      (x1 - x0 + 2 * HOLE.x * point) * scale,
      (y1 - y0 + 2 * HOLE.y * point) * scale,
    )
  page.context.drawImage(veil.canvas, 0, 0)
}

/** One line around all that an article covers: rectangles that are no further apart than columns are joined. */
function drawContour(
  page: DrawnCanvas,
  line: DrawnCanvas,
  rects: readonly Rect[],
  { scale, point }: Measure,
  colour: string,
): void {
  const { context } = line
  const first = bridgesBetween(rects, WIDEST_GAP * point)
  // Where four columns meet the gaps leave a hole.
  const bridges = [...first, ...bridgesBetween([...rects, ...first], WIDEST_GAP * point)]
  const fill = (grow: number) => {
    for (const { x0, y0, x1, y1 } of [...rects, ...bridges])
      context.fillRect(
        (x0 - grow * point) * scale,
        (y0 - grow * point) * scale,
        (x1 - x0 + 2 * grow * point) * scale,
        (y1 - y0 + 2 * grow * point) * scale,
      )
  }
  context.fillStyle = colour
  fill(CONTOUR.out)
  context.globalCompositeOperation = 'destination-out'
  fill(CONTOUR.in)
  page.context.drawImage(line.canvas, 0, 0)
}

/** The gaps between rectangles that stand beside or below one another, no further apart than that. */
const bridgesBetween = (rects: readonly Rect[], widest: number): readonly Rect[] =>
  rects.flatMap((a) =>
    rects.flatMap((b) => {
      const [left, right] = [Math.max(a.x0, b.x0), Math.min(a.x1, b.x1)]
      const [top, bottom] = [Math.max(a.y0, b.y0), Math.min(a.y1, b.y1)]
      const isBeside = top < bottom && b.x0 > a.x1 && b.x0 - a.x1 <= widest
      const isBelow = left < right && b.y0 > a.y1 && b.y0 - a.y1 <= widest
      if (isBeside) return [{ x0: a.x1, x1: b.x0, y0: top, y1: bottom }]
      return isBelow ? [{ x0: left, x1: right, y0: a.y1, y1: b.y0 }] : []
    }),
  )

function drawOutline(
  context: SKRSContext2D,
  { label, rects }: Outline,
  { scale, point }: Measure,
  colour: string,
): void {
  const gap = GAP * point
  context.lineWidth = 2 * point * scale
  context.strokeStyle = colour
  for (const { x0, y0, x1, y1 } of rects)
    context.strokeRect(
      (x0 - gap) * scale,
      (y0 - gap) * scale,
      (x1 - x0 + 2 * gap) * scale,
      (y1 - y0 + 2 * gap) * scale,
    )
  const [first] = rects
  if (first === undefined || label === undefined) return
  const side = 14 * point * scale
  const width = side * (0.6 + 0.5 * label.length)
  const top = Math.max(0, first.y0 * scale - side) // above, so that it covers no word
  context.fillStyle = colour
  context.fillRect(first.x0 * scale, top, width, side)
  context.fillStyle = '#fff'
  context.font = `bold ${Math.round(11 * point * scale)}px sans-serif`
  context.textBaseline = 'middle'
  context.fillText(label, first.x0 * scale + side * 0.25, top + side / 2)
}
