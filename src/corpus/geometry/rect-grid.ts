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

/** Sorts rectangles into the cells of a grid. Each of ten thousand characters of a page asks twice: nothing is made on the way. */
export function createRectGrid(rects: readonly Rect[]): RectGrid {
  const cells = new Map<number, number[]>()
  const everywhere: number[] = []
  for (const [at, { x0, y0, x1, y1 }] of rects.entries()) {
    const [left, right, top, bottom] = [cellOf(x0), cellOf(x1), cellOf(y0), cellOf(y1)]
    if (!isSmall(left, right, top, bottom)) everywhere.push(at)
    else
      for (let row = top; row <= bottom; row++)
        for (let column = left; column <= right; column++) {
          const known = cells.get(keyOf(row, column))
          if (known) known.push(at)
          else cells.set(keyOf(row, column), [at])
        }
  }
  const seen = new Uint32Array(rects.length)
  let search = 0
  const look = (those: Iterable<number>, area: Rect, found: number[]) => {
    for (const at of those) {
      if (seen[at] === search) continue
      seen[at] = search
      const rect = rects[at]
      if (rect && rect.x0 <= area.x1 && rect.x1 >= area.x0 && rect.y0 <= area.y1 && rect.y1 >= area.y0)
        found.push(at)
    }
  }
  return {
    rects,
    touching: (area) => {
      const found: number[] = []
      search++
      const [left, right, top, bottom] = [cellOf(area.x0), cellOf(area.x1), cellOf(area.y0), cellOf(area.y1)]
      if (!isSmall(left, right, top, bottom)) {
        look(rects.keys(), area, found)
        return found
      }
      for (let row = top; row <= bottom; row++)
        for (let column = left; column <= right; column++) {
          const those = cells.get(keyOf(row, column))
          if (those) look(those, area, found)
        }
      look(everywhere, area, found)
      return found
    },
  }
}

const cellOf = (place: number): number => Math.floor(place / CELL)
const keyOf = (row: number, column: number): number => row * 100_003 + column
/** Not so if a place is no number. */
const isSmall = (left: number, right: number, top: number, bottom: number): boolean =>
  (right - left + 1) * (bottom - top + 1) <= MOST_CELLS
