import type { Rect } from '../../sources/index.ts'
import { heightOf, isLying, overlapX, widthOf } from './rects.ts'

/** Whether a rule or an edge of a box runs between two lines, one above the other. */
export const isRuledBetween = (above: Rect, below: Rect, rules: readonly Rect[]): boolean =>
  rules.some(
    (it) =>
      isLying(it) &&
      heightOf(it) < 8 &&
      (it.y0 + it.y1) / 2 > (above.y0 + above.y1) / 2 &&
      (it.y0 + it.y1) / 2 < (below.y0 + below.y1) / 2 &&
      overlapX(it, above) > widthOf(above) * 0.5 &&
      overlapX(it, below) > widthOf(below) * 0.3,
  )
