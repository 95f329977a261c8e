import type { Rect } from '../printed-page.ts'

/** What pdf.js writes for each step of a path, and how many numbers follow it. */
const STEPS = [2, 2, 6, 4, 0] as const
const MOVE = 0
const CLOSE = 4

/** A part of a path that was drawn without lifting the pen. */
export interface Subpath extends Rect {
  /** Points that it goes through. */
  readonly points: number
}

/** More parts than this are a drawing, not rules of a page. */
const MOST_SUBPATHS = 2000

/** Takes a path of pdf.js (a step and its numbers in turn) apart into its subpaths. */
export function subpathsOf(data: ArrayLike<number>): Subpath[] {
  const found: Subpath[] = []
  let open: { x0: number; y0: number; x1: number; y1: number; points: number } | undefined
  for (let at = 0; at < data.length; ) {
    const step = data[at] ?? CLOSE
    const count = STEPS[step]
    if (count === undefined) break
    if (step === MOVE) {
      if (open) found.push(open)
      if (found.length > MOST_SUBPATHS) return []
      open = undefined
    }
    for (let point = at + 1; point < at + count; point += 2) {
      const [x = 0, y = 0] = [data[point], data[point + 1]]
      if (open) {
        open.x0 = Math.min(open.x0, x)
        open.y0 = Math.min(open.y0, y)
        open.x1 = Math.max(open.x1, x)
        open.y1 = Math.max(open.y1, y)
        open.points++
      } else open = { x0: x, y0: y, x1: x, y1: y, points: 1 }
    }
    at += 1 + count
  }
  if (open) found.push(open)
  return found
}
