import type { Box, PrintedPage, Rect } from '../printed-page.ts'
import { type Action, edgesOf, followState, numbers } from './follow-state.ts'
import { initialState, type PdfFont } from './graphics-state.ts'
import { intersect, type Matrix, mapRect, scaleOf } from './matrix.ts'
import { type Subpath, subpathsOf } from './path.ts'
import { type PaintedGlyph, paintText } from './text-painter.ts'

/** Number of each operation of pdf.js. */
export type Operations = Readonly<Record<string, number>>

/** A page's operations, its fonts by name, and how it lies on the screen. */
export interface PdfOperations {
  readonly operations: readonly number[]
  /** The arguments of each. */
  readonly arguments: readonly unknown[]
  readonly fontOf: (name: string) => PdfFont | undefined
  /** From the units of the file to points from the top left corner, turned as the page is to be shown. */
  readonly view: Matrix
  readonly width: number
  readonly height: number
}

/** What stands on a page, before it is turned upright. */
export type Painted = Pick<PrintedPage, 'rules' | 'boxes' | 'pictures'> & {
  readonly glyphs: readonly PaintedGlyph[]
}

/** A line of at most this many points is a rule, not an area. */
const THICKEST_RULE = 4
const SHORTEST_RULE = 12
/** What is this light is paper. */
const WHITE = /^#f[c-f]f[c-f]f[c-f]$/iu

/**
 * Carries out the operations of a page as far as they tell what stands where: text, rules, boxes, pictures. Nothing is
 * drawn.
 */
export function interpretPage(ops: Operations, page: PdfOperations): Painted {
  const sheet: Rect = { x0: 0, y0: 0, x1: page.width, y1: page.height }
  const glyphs: PaintedGlyph[] = []
  const rules: Rect[] = []
  const boxes: Box[] = []
  const pictures: Rect[] = []
  const { now, actions } = followState(initialState(page.view, sheet), page.fontOf)
  let clips = false

  const addPicture = (x0: number, y0: number, x1: number, y1: number) => {
    const state = now()
    const seen = state.clip && intersect(mapRect(state.ctm, x0, y0, x1, y1), state.clip)
    if (seen) pictures.push(seen)
  }
  const paintPath = (paint: number, subpaths: readonly Subpath[], bounds: ReturnType<typeof edgesOf>) => {
    const state = now()
    const fills = FILLS.some((name) => ops[name] === paint)
    const strokes = STROKES.some((name) => ops[name] === paint)
    for (const it of fills || strokes ? subpaths : []) {
      const mapped = mapRect(state.ctm, it.x0, it.y0, it.x1, it.y1)
      const thick = strokes ? Math.min(THICKEST_RULE, state.lineWidth * scaleOf(state.ctm)) : 0
      const isThin = Math.min(mapped.x1 - mapped.x0, mapped.y1 - mapped.y0) <= THICKEST_RULE
      const isRule = isThin && Math.max(mapped.x1 - mapped.x0, mapped.y1 - mapped.y0) >= SHORTEST_RULE
      const area = isRule ? grow(mapped, thick / 2) : mapped
      const seen = state.clip && intersect(area, state.clip)
      if (!seen || covers(seen, sheet)) continue
      if (isRule) rules.push(seen)
      else if (!isThin && it.points <= MOST_POINTS)
        boxes.push({ ...seen, isFilled: fills && !WHITE.test(state.fill) })
    }
    if (clips && bounds) {
      const clip = mapRect(state.ctm, ...bounds)
      state.clip = state.clip && intersect(state.clip, clip)
    }
    clips = false
  }

  const run: Record<string, Action> = {
    ...actions,
    showText: ([text]) => {
      for (const glyph of paintText(now(), Array.isArray(text) ? text : []))
        if (isOn(glyph, sheet)) glyphs.push(glyph)
    },
    clip: () => void (clips = true),
    eoClip: () => void (clips = true),
    constructPath: ([paint, data, bounds]) => {
      const steps = numbers(Array.isArray(data) ? data[0] : undefined)
      paintPath(Number(paint), subpathsOf(steps), edgesOf(bounds))
    },
    shadingFill: () => {
      const { clip } = now()
      if (clip && !covers(clip, sheet)) boxes.push({ ...clip, isFilled: true })
    },
  }
  for (const name of PICTURES) run[name] = () => addPicture(0, 0, 1, 1)
  const byNumber: (Action | undefined)[] = []
  for (const [name, action] of Object.entries(run)) {
    const number = ops[name]
    if (number !== undefined) byNumber[number] = action
  }
  for (let at = 0; at < page.operations.length; at++) {
    const args = page.arguments[at]
    byNumber[page.operations[at] ?? 0]?.(Array.isArray(args) ? args : [])
  }
  return { glyphs, rules, boxes, pictures }
}

const FILLS = ['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke']
const STROKES = [
  'stroke',
  'closeStroke',
  'fillStroke',
  'eoFillStroke',
  'closeFillStroke',
  'closeEOFillStroke',
]
/** Operations that paint a picture in the unit square. */
export const PICTURES = [
  'paintImageXObject',
  'paintInlineImageXObject',
  'paintImageMaskXObject',
  'paintSolidColorImageMask',
]
/** Of a rectangle with rounded corners; more are a drawing. */
const MOST_POINTS = 24

const grow = ({ x0, y0, x1, y1 }: Rect, by: number): Rect => ({
  x0: x0 - by,
  y0: y0 - by,
  x1: x1 + by,
  y1: y1 + by,
})

/** Whether an area is the sheet itself: a ground that was painted under everything. */
const covers = (area: Rect, sheet: Rect): boolean =>
  area.x1 - area.x0 > (sheet.x1 - sheet.x0) * 0.97 && area.y1 - area.y0 > (sheet.y1 - sheet.y0) * 0.97

const isOn = (glyph: Rect, sheet: Rect): boolean =>
  glyph.x1 > sheet.x0 && glyph.x0 < sheet.x1 && glyph.y1 > sheet.y0 && glyph.y0 < sheet.y1
