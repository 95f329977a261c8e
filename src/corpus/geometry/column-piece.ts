import type { Box, Rect } from '../../sources/index.ts'
import { readByline } from '../wording/byline.ts'
import { opensArticle } from '../wording/markers.ts'
import { endsText } from '../wording/signature.ts'
import { mostBy } from './most-by.ts'
import { createRectGrid, type RectGrid } from './rect-grid.ts'
import { areaOf, isInside, overlapX, widthOf } from './rects.ts'
import { isRuledBetween } from './ruled-between.ts'
import { boundsOf, type TextLine } from './text-line.ts'

/** Lines of text one below another that no title, picture or rule parts: a column, or a piece of one. */
export interface ColumnPiece extends Rect {
  readonly lines: readonly TextLine[]
  readonly size: number
  readonly font: string
  /** From one line to the next. */
  readonly pitch: number
  /** The smallest box around it. */
  readonly box: Box | undefined
}

/** What else stands on the page, so that text does not run through it. */
export interface Surroundings {
  readonly rules: readonly Rect[]
  readonly boxes: readonly Box[]
  readonly pictures: readonly Rect[]
  readonly display: readonly TextLine[]
}

/** How far apart lines of one column stand, in their size. */
const WIDEST_PITCH = 1.95
const SIZES_DIFFER = 1.07

/** Puts lines of text together to columns, from top to bottom. */
export function toColumnPieces(lines: readonly TextLine[], around: Surroundings): readonly ColumnPiece[] {
  const next = nextLines(lines, around)
  const followers = new Set(next.values())
  const pieces: ColumnPiece[] = []
  for (const line of lines) {
    if (followers.has(line)) continue
    const column: TextLine[] = []
    for (let at: TextLine | undefined = line; at; at = next.get(at)) column.push(at)
    for (const part of splitByPitch(column))
      pieces.push(...splitByWidth(part).map((it) => toPiece(it, around.boxes)))
  }
  return pieces
}

/** For each line the one right below it in its column. */
function nextLines(lines: readonly TextLine[], around: Surroundings): ReadonlyMap<TextLine, TextLine> {
  const all = [...lines, ...around.display]
  const grid = createRectGrid(all)
  // A line of a character or two on its left may reach below it all the same.
  const reachOf = (line: TextLine, up: number, down: number): Rect => ({
    x0: line.x0 - line.size * INDENT,
    y0: line.y0 - line.size * up,
    x1: spanEnd(line),
    y1: line.y1 + line.size * down,
  })
  const below = (line: TextLine) => nearest(line, all, grid, reachOf(line, 0, 2), 1)
  const above = (line: TextLine) => nearest(line, all, grid, reachOf(line, 2, 0), -1)
  const isText = new Set(lines)
  const next = new Map<TextLine, TextLine>()
  for (const line of lines) {
    const other = below(line)
    if (!other || !isText.has(other) || above(other) !== line) continue
    if (goesOnIn(line, other, around)) next.set(line, other)
  }
  return next
}

/** The nearest line below (1) or above (-1) that stands over the same stretch. */
function nearest(
  line: TextLine,
  all: readonly TextLine[],
  grid: RectGrid,
  reach: Rect,
  way: 1 | -1,
): TextLine | undefined {
  const found = grid.search(reach)
  let best: TextLine | undefined
  const end = spanEnd(line)
  for (let index = 0; index < found; index++) {
    const other = all[grid.found[index] ?? 0]
    if (!other || other === line) continue
    // Further to the left is another column.
    if (other.x1 <= line.x0 && other.x0 < line.x0 - line.size * INDENT) continue
    const shared = Math.min(end, spanEnd(other)) - Math.max(line.x0, other.x0)
    if (shared < Math.min(line.size, widthOf(line), widthOf(other)) * 0.5) continue
    const distance = (middle(other) - middle(line)) * way
    if (distance <= line.size * 0.4) continue
    if (best === undefined || distance < (middle(best) - middle(line)) * way) best = other
  }
  return best
}

/** A last line of a character or two reaches as far as the indentation of the next paragraph. */
const SHORTEST_SPAN = 4.2
/** First lines of paragraphs stand further in by at most so much. */
const INDENT = 2.3

const spanEnd = (line: TextLine): number => Math.max(line.x1, line.x0 + line.size * SHORTEST_SPAN)

const middle = (it: Rect): number => (it.y0 + it.y1) / 2

function goesOnIn(line: TextLine, other: TextLine, { rules, boxes, pictures }: Surroundings): boolean {
  const size = Math.max(line.size, other.size)
  if (size > Math.min(line.size, other.size) * SIZES_DIFFER) return false
  if (middle(other) - middle(line) > size * WIDEST_PITCH) return false
  if (isRuledBetween(line, other, rules)) return false
  if (line.font !== other.font && isOfOneFont(line) && isSetApart(line, other)) return false
  if (opensArticle(other.text) && !opensArticle(line.text) && !endsText(line.text)) return false
  if (boxes.some((it) => isInside(line, it) !== isInside(other, it) && overlapX(it, line) > 0)) return false
  const gap = {
    x0: Math.max(line.x0, other.x0),
    x1: Math.min(line.x1, other.x1),
    y0: middle(line),
    y1: middle(other),
  }
  return !pictures.some(
    (it) => overlapX(it, gap) > 0 && it.y0 < gap.y1 && it.y1 > gap.y0 && !isInside(line, it),
  )
}

/** Whether hardly a character of a line is in another font: names in a lead may be bold. */
const isOfOneFont = (line: TextLine): boolean =>
  line.glyphs.filter((it) => it.font === line.font).length >= line.glyphs.length * ONE_FONT
const ONE_FONT = 0.75

/** The bracket of a lead that was opened on the line before. */
const ENDS_LEAD = /^[^（(]*[）)]/u

/** Whether lines in two faces are no running text together: a lead is as wide as the text below it, a byline is not. */
function isSetApart(line: TextLine, other: TextLine): boolean {
  if (opensArticle(line.text)) return false
  if (readByline(line.text) !== undefined) return true
  if (!isOfOneFont(other) || ENDS_LEAD.test(line.text)) return false
  if (line.glyphs.at(-1)?.font === other.font && line.x1 > other.x1 - line.size) return false
  if (line.isBold !== other.isBold) return true
  return (
    /^[（(]/u.test(other.text) ||
    Math.abs(line.x0 - other.x0) > line.size * 2.6 ||
    line.x1 < other.x1 - line.size
  )
}

/** A gap of this many times the usual pitch parts two pieces. */
const APART = 1.35

function splitByPitch(lines: readonly TextLine[]): TextLine[][] {
  const pitches = lines.slice(1).map((it, at) => it.y0 - (lines[at]?.y0 ?? 0))
  const usual = [...pitches].toSorted((a, b) => a - b)[pitches.length >> 1] ?? 0
  const parts: TextLine[][] = []
  for (const [at, line] of lines.entries()) {
    const gap = pitches[at - 1] ?? 0
    const last = parts.at(-1)
    if (last && gap <= Math.max(usual * APART, usual + 1)) last.push(line)
    else parts.push([line])
  }
  return parts
}

/** How many lines must keep to another width before it is one. */
const STEADY = 3
const STEP = 2.4

/** Where a picture or a title stands in a column, the lines beside it are shorter: those are a piece of their own. */
function splitByWidth(lines: readonly TextLine[]): TextLine[][] {
  const size = lines[0]?.size ?? 0
  const starts = edgesFrom(lines)
  const ends = edgesFrom(lines.toReversed())
  for (let at = STEADY; at <= lines.length - STEADY; at++) {
    const [upper, lower] = [starts[at - 1], ends[lines.length - at - 1]]
    if (!upper || !lower) continue
    const steps = Math.max(Math.abs(upper.x0 - lower.x0), Math.abs(upper.x1 - lower.x1))
    if (steps > size * STEP && isFilled(lines.slice(0, at), upper) && isFilled(lines.slice(at), lower))
      return [...splitByWidth(lines.slice(0, at)), ...splitByWidth(lines.slice(at))]
  }
  return [[...lines]]
}

type Edges = Pick<Rect, 'x0' | 'x1'>

/** Left and right edge of the lines from the first to each. */
function edgesFrom(lines: readonly TextLine[]): readonly Edges[] {
  let [x0, x1] = [Infinity, -Infinity]
  return lines.map((it) => {
    x0 = Math.min(x0, it.x0)
    x1 = Math.max(x1, it.x1)
    return { x0, x1 }
  })
}

/** Whether most lines are as wide as their column. */
const isFilled = (lines: readonly TextLine[], bounds: Edges): boolean =>
  lines.filter((it) => widthOf(it) > widthOf(bounds) - it.size * STEP).length * 2 > lines.length

function toPiece(lines: readonly TextLine[], boxes: readonly Box[]): ColumnPiece {
  const bounds = boundsOf(lines)
  const pitches = lines.slice(1).map((it, at) => it.y0 - (lines[at]?.y0 ?? 0))
  return {
    ...bounds,
    lines,
    size: mostBy(lines, (it) => it.size) ?? 0,
    font:
      mostBy(
        lines,
        (it) => it.font,
        (it) => it.glyphs.length,
      ) ?? '',
    pitch: [...pitches].toSorted((a, b) => a - b)[pitches.length >> 1] ?? (lines[0]?.size ?? 0) * 1.5,
    box: smallestBox(bounds, boxes),
  }
}

/** The smallest box that something stands in. */
export const smallestBox = (rect: Rect, boxes: readonly Box[]): Box | undefined =>
  boxes.filter((it) => isInside(rect, it, 2)).toSorted((a, b) => areaOf(a) - areaOf(b))[0]
