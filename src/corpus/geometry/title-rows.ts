import type { Rect } from '../../sources/index.ts'
import type { ColumnPiece } from './column-piece.ts'
import { hasIndents, readPiece } from './piece-text.ts'
import { heightOf, isLying, overlapX, overlapY } from './rects.ts'
import { type TextLine, toTextLine } from './text-line.ts'

/** Parts of one title line stand at most so far apart, in their size. */
const WIDEST_BLANK = 2.4
/** And so much further than its characters, where nothing tells of a gutter. */
const BLANK = 0.5

/**
 * Joins the parts of title lines that blanks or wide spacing part, and leaves titles of neighbouring columns apart: a
 * gap that lies over a gutter of the text is no blank, unless another line of the title runs across it.
 */
export function joinTitleRows(
  lines: readonly TextLine[],
  columns: readonly ColumnPiece[],
  rules: readonly Rect[],
): readonly TextLine[] {
  const rows = [...lines]
  for (let at = 0; at < rows.length; ) {
    const line = rows[at]
    const other = line && rows.findIndex((it) => it !== line && isNext(line, it, rows, columns, rules))
    const next = other === undefined ? undefined : rows[other]
    if (!line || other === undefined || !next) {
      at++
      continue
    }
    rows[at] = toTextLine([...line.glyphs, ...next.glyphs], false, line.number)
    rows.splice(other, 1)
    if (other < at) at--
  }
  return rows
}

/**
 * Joins the parts of titles that run downwards, where blanks part them: what stands below a part in its size, on its axis and no further off
 * than a blank goes on with it. Parts of one or two characters tell nothing of their direction, and are lines of one character each.
 * @param lines from top to bottom; they come back so
 */
export function joinDownwards(lines: readonly TextLine[]): readonly TextLine[] {
  if (!lines.some((it) => it.isVertical)) return lines
  const left = lines.toSorted((a, b) => a.y0 - b.y0 || a.x0 - b.x0)
  const joined: TextLine[] = []
  for (let line = left.shift(); line; line = left.shift()) {
    const top = line
    const at = line.isVertical ? left.findIndex((it) => goesOnDownwards(top, it)) : -1
    const [next] = at < 0 ? [] : left.splice(at, 1)
    if (next) left.unshift(toTextLine([...line.glyphs, ...next.glyphs], true, line.number))
    else joined.push(line)
  }
  return joined
}

const goesOnDownwards = (line: TextLine, it: TextLine): boolean =>
  (it.isVertical || it.glyphs.length === 1) &&
  it.isBold === line.isBold &&
  Math.abs(it.size - line.size) < line.size * 0.06 &&
  Math.abs(it.x0 + it.x1 - line.x0 - line.x1) < line.size * 0.3 &&
  it.y0 > line.y1 - line.size * 0.1 &&
  it.y0 - line.y1 < line.size * WIDEST_DOWNWARDS

/** In the size of the title: a blank, and the gap between its characters. */
const WIDEST_DOWNWARDS = 1.6

function isNext(
  line: TextLine,
  other: TextLine,
  rows: readonly TextLine[],
  columns: readonly ColumnPiece[],
  rules: readonly Rect[],
): boolean {
  if (line.isVertical || other.isVertical) return false
  const size = Math.max(line.size, other.size)
  if (size > Math.min(line.size, other.size) * 1.06 || line.isBold !== other.isBold) return false
  const gap = { x0: line.x1, x1: other.x0, y0: line.y0, y1: line.y1 }
  if (Math.abs(line.y1 - other.y1) > size * 0.2 || gap.x1 < gap.x0 - size * 0.2) return false
  const spacing = spacingOf(line, other)
  if (gap.x1 - gap.x0 > size * WIDEST_BLANK + spacing) return false
  if (rows.some((it) => it !== line && it !== other && overlapX(it, gap) > 0 && overlapY(it, gap) > size / 2))
    return false
  if (rules.some((it) => !isLying(it) && heightOf(it) > size && isBetween(it, gap))) return false
  if (!isGutter(gap, line, other, columns)) return true
  return (
    gap.x1 - gap.x0 <= spacing + size * 0.25 ||
    rows.some((it) => runsAcross(it, line, gap)) ||
    goesOnBelow(other, columns)
  )
}

const isBetween = (rule: Rect, gap: Rect): boolean =>
  rule.x1 > gap.x0 - 1 && rule.x0 < gap.x1 + 1 && overlapY(rule, gap) > 0

/** The usual gap between the characters of both parts; of single characters the gap itself. */
function spacingOf(line: TextLine, other: TextLine): number {
  const gaps = [line, other].flatMap(({ glyphs }) =>
    glyphs.slice(1).map((it, at) => it.x0 - (glyphs[at]?.x1 ?? 0)),
  )
  if (gaps.length === 0) return line.size * BLANK
  return Math.max(0, gaps.toSorted((a, b) => a - b)[gaps.length >> 1] ?? 0)
}

/** Whether a column of text ends on the left in a gap and another begins on the right, and none runs across. */
function isGutter(gap: Rect, line: TextLine, other: TextLine, columns: readonly ColumnPiece[]): boolean {
  const near = columns.filter((it) => it.y0 < line.y1 + line.size * 14 && it.y1 > line.y0 - line.size * 3)
  const isAt = (x: number): boolean => {
    if (near.some((it) => it.x0 < x - line.size && it.x1 > x + line.size)) return false
    const left = near.some((it) => it.x1 <= x + 2 && overlapX(it, line) > 0)
    return left && near.some((it) => it.x0 >= x - 2 && overlapX(it, other) > 0)
  }
  // The gutter need not lie in the middle: the title on the left may end early.
  const ends = near.map((it) => it.x1).filter((x) => x > gap.x0 && x < gap.x1)
  return [(gap.x0 + gap.x1) / 2, ...ends].some(isAt)
}

/** Whether the column below goes on from another one, on a page that indents its paragraphs: then it has no title. */
function goesOnBelow(other: TextLine, columns: readonly ColumnPiece[]): boolean {
  if (!hasIndents(columns)) return false
  const below = columns
    .filter((it) => it.y0 > other.y0 && it.y0 < other.y1 + other.size * 3 && isFirstUnder(it, other))
    .toSorted((a, b) => a.y0 - b.y0)[0]
  return below !== undefined && readPiece(below, true).start === 'middle'
}

/** Whether a column stands under the beginning of a title: where that is a picture, what goes on beside it tells nothing. */
const isFirstUnder = (it: Rect, title: TextLine): boolean =>
  overlapX(it, title) > 0 && it.x0 < title.x0 + title.size * 2

/** Whether a neighbouring line of the same title runs across a gap. */
const runsAcross = (it: TextLine, line: TextLine, gap: Rect): boolean =>
  it !== line &&
  Math.abs(it.size - line.size) < line.size * 0.06 &&
  it.x0 < gap.x0 - 1 &&
  it.x1 > gap.x1 + 1 &&
  Math.abs(it.y0 - line.y0) < line.size * 1.8
