import type { Rect } from '../../sources/index.ts'
import { createRectGrid } from './rect-grid.ts'
import { isLying, overlapX, overlapY } from './rects.ts'
import { type TextLine, toTextLine } from './text-line.ts'

/** Parts of one line of text stand at most so far apart, in their size. */
const WIDEST = 2
/** How far the next lines above and below are, in the same. */
const NEXT = 1.9

/**
 * Joins the parts of lines of text that justified setting has torn apart: the lines right above and below run across the gap,
 * so that it is no gutter.
 */
export function joinGaps(lines: readonly TextLine[], rules: readonly Rect[]): readonly TextLine[] {
  const grid = createRectGrid(lines)
  const touching = (rect: Rect) => grid.touching(rect).flatMap((at) => lines[at] ?? [])
  const next = new Map<TextLine, TextLine>()
  for (const line of lines) {
    const [other] = touching({ ...line, x0: line.x1, x1: line.x1 + line.size * WIDEST })
      .filter((it) => isBehind(line, it))
      .toSorted((a, b) => a.x0 - b.x0)
    if (!other) continue
    const gap = { x0: line.x1, x1: other.x0, y0: line.y0, y1: line.y1 }
    const isRuled = rules.some((it) => !isLying(it) && overlapX(it, gap) >= 0 && overlapY(it, gap) > 0)
    if (!isRuled && isBridged(gap, line.size, touching)) next.set(line, other)
  }
  if (next.size === 0) return lines
  const behind = new Set(next.values())
  return lines
    .filter((it) => !behind.has(it))
    .map((line) => {
      const parts = [line]
      for (let at = next.get(line); at; at = next.get(at)) parts.push(at)
      return parts.length === 1
        ? line
        : toTextLine(
            parts.flatMap((it) => it.glyphs),
            false,
            line.number,
          )
    })
}

const isBehind = (line: TextLine, it: TextLine): boolean =>
  it !== line &&
  !line.isVertical &&
  !it.isVertical &&
  it.x0 >= line.x1 &&
  Math.abs(line.y1 - it.y1) < line.size * 0.2 &&
  Math.abs(line.size - it.size) < line.size * 0.06

/** Whether lines run across a gap on each side where there are any. */
function isBridged(gap: Rect, size: number, touching: (rect: Rect) => readonly TextLine[]): boolean {
  const near = { x0: gap.x0 - size, x1: gap.x1 + size }
  const sides = [
    touching({ ...near, y0: gap.y0 - size * (NEXT - 1), y1: gap.y0 - size * 0.3 }),
    touching({ ...near, y0: gap.y1 + size * 0.3, y1: gap.y1 + size * (NEXT - 1) }),
  ].filter((it) => it.length > 0)
  return (
    sides.length > 0 &&
    sides.every((side) => side.some((it) => it.x0 < gap.x0 - size / 2 && it.x1 > gap.x1 + size / 2))
  )
}
