import type { Rect } from '../../sources/index.ts'

/** Finds rectangles by place. */
export interface RectGrid {
  readonly rects: readonly Rect[]
  /** Places of the rectangles that touch an area, each once. */
  touching(area: Rect): readonly number[]
  /**
   * The same for who asks ten thousand times: nothing is made.
   * @returns how many were found; their places stand at the head of `found`, until the next search
   */
  search(area: Rect): number
  readonly found: Uint32Array
}

/** Side of a cell, in the units of the page: a few lines of text. */
const CELL = 24
/** A rectangle over more cells than this is looked at in every search. */
const MOST_CELLS = 400
/** So is one that lies as far out as this, in cells: steps of one are lost in larger numbers. */
const FARTHEST = 2 ** 31
/** Enough for a sheet of 6,000 points each way; on a larger one cells share a bucket. */
const MOST_BUCKETS = 2 ** 16

/** Sorts rectangles into the cells of a grid, as plain numbers: each of ten thousand characters of a page asks twice. */
export function createRectGrid(rects: readonly Rect[]): RectGrid {
  const count = rects.length
  const edges = new Float64Array(count * 4)
  // Whole numbers tell of most that they are too far off, and cost nothing to look at: each other number that code reads before it is
  // optimised is made anew.
  const whole = new Int32Array(count * 4)
  const everywhere: number[] = []
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let at = 0; at < count; at++) {
    const { x0, y0, x1, y1 } = rects[at] ?? NOWHERE
    edges[at * 4] = x0
    edges[at * 4 + 1] = y0
    edges[at * 4 + 2] = x1
    edges[at * 4 + 3] = y1
    whole[at * 4] = toWhole(x0)
    whole[at * 4 + 1] = toWhole(y0)
    whole[at * 4 + 2] = toWhole(x1)
    whole[at * 4 + 3] = toWhole(y1)
    if (!isSmall(x0, y0, x1, y1)) {
      everywhere.push(at)
      continue
    }
    left = Math.min(left, cellOf(x0))
    top = Math.min(top, cellOf(y0))
    right = Math.max(right, cellOf(x1))
    bottom = Math.max(bottom, cellOf(y1))
  }
  const width = right - left + 1
  const cells = right < left || bottom < top ? 0 : width * (bottom - top + 1)
  const buckets = Math.min(cells, MOST_BUCKETS)
  const eachBucket = (visit: (bucket: number, at: number) => void) => {
    for (let at = 0; at < count; at++) {
      const x0 = edges[at * 4] ?? 0
      const y0 = edges[at * 4 + 1] ?? 0
      const x1 = edges[at * 4 + 2] ?? 0
      const y1 = edges[at * 4 + 3] ?? 0
      if (!isSmall(x0, y0, x1, y1)) continue
      const lastRow = cellOf(y1)
      const lastColumn = cellOf(x1)
      for (let row = cellOf(y0); row <= lastRow; row++)
        for (let column = cellOf(x0); column <= lastColumn; column++)
          visit(((row - top) * width + column - left) % MOST_BUCKETS, at)
    }
  }
  /** Where the rectangles of each bucket begin in `held`. */
  const starts = new Uint32Array(buckets + 2)
  eachBucket((bucket) => void (starts[bucket + 2] = (starts[bucket + 2] ?? 0) + 1))
  for (let bucket = 2; bucket < starts.length; bucket++)
    starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0)
  const held = new Uint32Array(starts[buckets + 1] ?? 0)
  // A bucket's start moves on to its end, which is where the next one begins.
  eachBucket((bucket, at) => {
    const place = starts[bucket + 1] ?? 0
    held[place] = at
    starts[bucket + 1] = place + 1
  })
  const far = Uint32Array.from(everywhere)

  const seen = new Uint32Array(count)
  const found = new Uint32Array(count)
  let turn = 0
  let all: Uint32Array | undefined
  /** The area that is looked for, in whole numbers. */
  let [wholeX0, wholeY0, wholeX1, wholeY1] = [0, 0, 0, 0]
  /** Adds those of a stretch of places that touch the area to the `size` that were found. */
  const look = (places: Uint32Array, from: number, to: number, area: Rect, size: number): number => {
    let more = size
    for (let place = from; place < to; place++) {
      const at = places[place] ?? 0
      if (seen[at] === turn) continue
      seen[at] = turn
      const edge = at * 4
      if ((whole[edge] ?? 0) > wholeX1 || (whole[edge + 2] ?? 0) < wholeX0) continue
      if ((whole[edge + 1] ?? 0) > wholeY1 || (whole[edge + 3] ?? 0) < wholeY0) continue
      if ((edges[edge] ?? 0) > area.x1 || (edges[edge + 2] ?? 0) < area.x0) continue
      if ((edges[edge + 1] ?? 0) <= area.y1 && (edges[edge + 3] ?? 0) >= area.y0) found[more++] = at
    }
    return more
  }
  const search = (area: Rect): number => {
    turn++
    wholeX0 = toWhole(area.x0)
    wholeY0 = toWhole(area.y0)
    wholeX1 = toWhole(area.x1)
    wholeY1 = toWhole(area.y1)
    if (!isSmall(area.x0, area.y0, area.x1, area.y1)) {
      all ??= Uint32Array.from(rects.keys())
      return look(all, 0, count, area, 0)
    }
    const firstColumn = Math.max(cellOf(area.x0), left)
    const lastRow = Math.min(cellOf(area.y1), bottom)
    const lastColumn = Math.min(cellOf(area.x1), right)
    let size = 0
    for (let row = Math.max(cellOf(area.y0), top); row <= lastRow; row++)
      for (let column = firstColumn; column <= lastColumn; column++) {
        const bucket = ((row - top) * width + column - left) % MOST_BUCKETS
        size = look(held, starts[bucket] ?? 0, starts[bucket + 1] ?? 0, area, size)
      }
    return look(far, 0, far.length, area, size)
  }
  return { found, search, rects, touching: (area) => Array.from(found.subarray(0, search(area))) }
}

const NOWHERE: Rect = { x0: 0, y0: 0, x1: 0, y1: 0 }

/** Never in another order than the numbers themselves; those that are too large, or none, are made equal. */
const toWhole = (place: number): number => Math.max(-LARGEST, Math.min(LARGEST, Math.floor(place))) | 0
const LARGEST = 2 ** 30

const cellOf = (place: number): number => Math.floor(place / CELL)

/** Not so if a place is no number. */
const isSmall = (x0: number, y0: number, x1: number, y1: number): boolean => {
  const left = cellOf(x0)
  const right = cellOf(x1)
  const top = cellOf(y0)
  const bottom = cellOf(y1)
  return (
    (right - left + 1) * (bottom - top + 1) <= MOST_CELLS &&
    Math.min(left, top) > -FARTHEST &&
    Math.max(right, bottom) < FARTHEST
  )
}
