import type { Box, Rect } from '../../sources/index.ts'
import { smallestBox } from './column-piece.ts'
import { overlapX, overlapY, widthOf } from './rects.ts'
import { isRuledBetween } from './ruled-between.ts'
import { boundsOf, type TextLine } from './text-line.ts'

/** Lines of a title that are set alike and stand together. */
export interface TitleRows extends Rect {
  readonly lines: readonly TextLine[]
  readonly size: number
  readonly isVertical: boolean
  readonly box: Box | undefined
}

/** How far apart the lines of one title stand, in their size. */
const WIDEST_GAP = 0.75

/** Groups title lines that are set alike and stand one below another; vertical ones, from right to left. */
export function toTitleRows(
  lines: readonly TextLine[],
  rules: readonly Rect[],
  boxes: readonly Box[],
): readonly TitleRows[] {
  const groups: TextLine[][] = []
  for (const line of lines.toSorted((a, b) => (a.isVertical ? b.x0 - a.x0 : a.y0 - b.y0))) {
    const group = groups.find((it) => {
      const last = it.at(-1)
      return last !== undefined && isSameTitle(last, line, rules, boxes)
    })
    if (group) group.push(line)
    else groups.push([line])
  }
  return groups.map((group) => {
    const { x0, y0, x1, y1 } = boundsOf(group)
    const [first] = group
    return {
      x0,
      y0,
      x1,
      y1,
      lines: group,
      size: first?.size ?? 0,
      isVertical: first?.isVertical ?? false,
      box: smallestBox({ x0, y0, x1, y1 }, boxes),
    }
  })
}

function isSameTitle(last: TextLine, line: TextLine, rules: readonly Rect[], boxes: readonly Box[]): boolean {
  const size = Math.max(last.size, line.size)
  if (last.isVertical !== line.isVertical || size > Math.min(last.size, line.size) * 1.06) return false
  if (last.isBold !== line.isBold || last.font !== line.font) return false
  if (smallestBox(last, boxes) !== smallestBox(line, boxes)) return false
  if (line.isVertical)
    return last.x0 - line.x1 < size * WIDEST_GAP && last.x0 > line.x0 && overlapY(last, line) > size
  const gap = line.y0 - last.y1
  if (gap > size * WIDEST_GAP || gap < -size * 0.5) return false
  return (
    overlapX(last, line) > Math.min(widthOf(last), widthOf(line)) * 0.4 && !isRuledBetween(last, line, rules)
  )
}
