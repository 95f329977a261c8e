import type { Rect } from '../../sources/index.ts'

/** From the left edge to the right. */
export const widthOf = (it: Pick<Rect, 'x0' | 'x1'>): number => it.x1 - it.x0
/** From the top edge to the bottom. */
export const heightOf = (it: Rect): number => it.y1 - it.y0
/** Width times height; 0 for a rectangle that is turned inside out. */
export const areaOf = (it: Rect): number => Math.max(0, widthOf(it)) * Math.max(0, heightOf(it))

/** How far two rectangles lie over the same stretch from left to right; negative for the gap between them. */
export const overlapX = (a: Rect, b: Rect): number => Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0)
/** The same from top to bottom. */
export const overlapY = (a: Rect, b: Rect): number => Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0)

/** Whether the first rectangle lies in the second, give or take `slack` on each side. */
export const isInside = (a: Rect, b: Rect, slack = 1): boolean =>
  a.x0 >= b.x0 - slack && a.x1 <= b.x1 + slack && a.y0 >= b.y0 - slack && a.y1 <= b.y1 + slack

/** Whether a rule runs from left to right, not from top to bottom. */
export const isLying = (rule: Rect): boolean => widthOf(rule) >= heightOf(rule)
