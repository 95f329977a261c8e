import type { Rect } from '../../sources/index.ts'

/** Finds rectangles by place. */
export interface RectGrid {
  readonly rects: readonly Rect[]
  /** Places of the rectangles that touch an area, each once. */
  touching(area: Rect): readonly number[]
}

/** Side of a cell, in the units of the page: a few lines of text. */
const CELL = 24
/** A rectangle over more cells than this is looked at in every search. */
const MOST_CELLS = 400
/** So is one that lies as far out as this, in cells: steps of one are lost in larger numbers. */
const FARTHEST = 2 ** 31
/** Enough for a sheet of 6,000 points each way; on a larger one cells share a bucket. */
const MOST_BUCKETS = 2 ** 16

/** Sorts rectangles into the cells of a grid. Each of ten thousand characters of a page asks twice: nothing is made on the way. */
export function createRectGrid(rects: readonly Rect[]): RectGrid {
  const spans = rects.map(cellsOf)
  const small = spans.filter(isSmall)
  const first = {
    column: small.reduce((least, it) => Math.min(least, it.left), Infinity),
    row: small.reduce((least, it) => Math.min(least, it.top), Infinity),
  }
  const last = {
    column: small.reduce((most, it) => Math.max(most, it.right), -Infinity),
    row: small.reduce((most, it) => Math.max(most, it.bottom), -Infinity),
  }
  const width = last.column - first.column + 1
  const bucketOf = (row: number, column: number) =>
    ((row - first.row) * width + column - first.column) % MOST_BUCKETS
  const buckets: number[][] = []
  const everywhere: number[] = []
  for (const [at, span] of spans.entries()) {
    if (!isSmall(span)) {
      everywhere.push(at)
      continue
    }
    for (let row = span.top; row <= span.bottom; row++)
      for (let column = span.left; column <= span.right; column++) {
        const bucket = bucketOf(row, column)
        const known = buckets[bucket]
        if (known) known.push(at)
        else buckets[bucket] = [at]
      }
  }
  const seen = new Uint32Array(rects.length)
  let search = 0
  const look = (those: readonly number[], area: Rect, found: number[]) => {
    for (const at of those) {
      if (seen[at] === search) continue
      seen[at] = search
      const rect = rects[at]
      if (rect && rect.x0 <= area.x1 && rect.x1 >= area.x0 && rect.y0 <= area.y1 && rect.y1 >= area.y0)
        found.push(at)
    }
  }
  const all = [...rects.keys()]
  return {
    rects,
    touching: (area) => {
      const found: number[] = []
      search++
      const span = cellsOf(area)
      if (!isSmall(span)) {
        look(all, area, found)
        return found
      }
      const [left, right] = [Math.max(span.left, first.column), Math.min(span.right, last.column)]
      const [top, bottom] = [Math.max(span.top, first.row), Math.min(span.bottom, last.row)]
      for (let row = top; row <= bottom; row++)
        for (let column = left; column <= right; column++) {
          const those = buckets[bucketOf(row, column)]
          if (those) look(those, area, found)
        }
      if (everywhere.length > 0) look(everywhere, area, found)
      return found
    },
  }
}

interface Cells {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const cellsOf = ({ x0, y0, x1, y1 }: Rect): Cells => ({
  left: Math.floor(x0 / CELL),
  right: Math.floor(x1 / CELL),
  top: Math.floor(y0 / CELL),
  bottom: Math.floor(y1 / CELL),
})

/** Not so if a place is no number. */
const isSmall = ({ left, right, top, bottom }: Cells): boolean =>
  (right - left + 1) * (bottom - top + 1) <= MOST_CELLS &&
  Math.min(left, top) > -FARTHEST &&
  Math.max(right, bottom) < FARTHEST
