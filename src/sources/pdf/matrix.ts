import type { Rect } from '../printed-page.ts'

/** An affine map as PDF writes it: `x' = a x + c y + e`, `y' = b x + d y + f`. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

/** The map that leaves everything as it is. */
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** Reads six numbers as a map; anything else leaves everything as it is. */
export function toMatrix(values: ArrayLike<unknown>): Matrix {
  if (values.length < 6) return IDENTITY
  // One by one: a page has such a map for each of its thousands of strings.
  return [
    Number(values[0]),
    Number(values[1]),
    Number(values[2]),
    Number(values[3]),
    Number(values[4]),
    Number(values[5]),
  ]
}

/** The map that applies `inner` first and `outer` then. */
export const compose = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
]

/** The upright rectangle around a mapped one. Its corners may come in any order. */
export function mapRect(matrix: Matrix, x0: number, y0: number, x1: number, y1: number): Rect {
  const [a, b, c, d, e, f] = matrix
  // The extremes of a sum of two terms, each of which depends on one side: this runs for every character.
  return {
    x0: Math.min(a * x0, a * x1) + Math.min(c * y0, c * y1) + e,
    y0: Math.min(b * x0, b * x1) + Math.min(d * y0, d * y1) + f,
    x1: Math.max(a * x0, a * x1) + Math.max(c * y0, c * y1) + e,
    y1: Math.max(b * x0, b * x1) + Math.max(d * y0, d * y1) + f,
  }
}

/** What two rectangles have in common; `undefined` if it is nothing. */
export function intersect(a: Rect, b: Rect): Rect | undefined {
  const common = {
    x0: Math.max(a.x0, b.x0),
    y0: Math.max(a.y0, b.y0),
    x1: Math.min(a.x1, b.x1),
    y1: Math.min(a.y1, b.y1),
  }
  return common.x0 < common.x1 && common.y0 < common.y1 ? common : undefined
}

/** How much larger a map makes things. */
export const scaleOf = ([a, b, c, d]: Matrix): number => Math.sqrt(Math.abs(a * d - b * c))
