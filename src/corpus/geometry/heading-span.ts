import type { Rect } from '../../sources/index.ts'
import type { Heading } from './heading.ts'
import { isLying, overlapX, overlapY, widthOf } from './rects.ts'
import { boundsOf } from './text-line.ts'

/** What stands on a page beside and below its titles. */
interface Standing {
  readonly pieces: readonly Rect[]
  readonly headings: readonly Rect[]
  readonly rules: readonly Rect[]
  readonly pictures: readonly Rect[]
  /** Size of the text. */
  readonly size: number
}

/** How far below a title its columns begin, in sizes of the text. */
const REACH = 4
/** How far from the middle of its columns a centred title may be set. */
const OFF_CENTRE = 1.2
/** No more columns on one side are tried. */
const MOST_COLUMNS = 6

/**
 * What a title stands over: a centred one over all columns that it is set in the middle of, though it be narrower than they are, as
 * far as nothing stands beside it; any other over what is right below it.
 */
export function spanOfHeading(heading: Heading, parts: Standing): Rect {
  const { size } = parts
  if (heading.title.isVertical) return heading
  const below = [...parts.pieces, ...parts.pictures].filter(
    (it) => it.y0 > heading.y1 - size && it.y0 < heading.y1 + size * REACH,
  )
  const under = below.filter((it) => overlapX(it, heading) > 0)
  const isFree = (it: Rect): boolean => isOpen(heading, it, parts)
  const left = below
    .filter((it) => it.x1 <= heading.x0 && isFree(it))
    .toSorted((a, b) => b.x1 - a.x1)
    .slice(0, MOST_COLUMNS)
  const right = below
    .filter((it) => it.x0 >= heading.x1 && isFree(it))
    .toSorted((a, b) => a.x0 - b.x0)
    .slice(0, MOST_COLUMNS)
  let best: Rect = heading
  for (let before = 0; before <= left.length; before++)
    for (let behind = 0; behind <= right.length; behind++) {
      const columns = boundsOf([...left.slice(0, before), ...under, ...right.slice(0, behind)])
      const offCentre = Math.abs(columns.x0 + columns.x1 - heading.x0 - heading.x1) / 2
      if (offCentre > size * OFF_CENTRE || widthOf(columns) <= widthOf(best)) continue
      best = { ...heading, x0: Math.min(heading.x0, columns.x0), x1: Math.max(heading.x1, columns.x1) }
    }
  return best
}

/** Whether nothing stands beside a title, from its edge to the far edge of a column below it. */
function isOpen(heading: Heading, column: Rect, parts: Standing): boolean {
  const isLeft = column.x1 <= heading.x0
  const beside: Rect = {
    x0: isLeft ? column.x0 : heading.x1,
    x1: isLeft ? heading.x0 : column.x1,
    y0: heading.y0,
    y1: heading.y1,
  }
  const isIn = (it: Rect) => it !== heading && overlapX(it, beside) > 1 && overlapY(it, beside) > 1
  const { box } = heading.title
  if (box && (column.x0 < box.x0 - 1 || column.x1 > box.x1 + 1)) return false
  return (
    ![...parts.headings, ...parts.pieces, ...parts.pictures].some(isIn) &&
    !parts.rules.some((it) => !isLying(it) && overlapX(it, beside) >= 0 && overlapY(it, beside) > parts.size)
  )
}
