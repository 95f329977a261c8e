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

/** Sorts rectangles into the cells of a grid. */
export function createRectGrid(rects: readonly Rect[]): RectGrid {
  const cells = new Map<number, number[]>()
  const everywhere: number[] = []
  for (const [at, rect] of rects.entries()) {
    const keys = cellsOf(rect)
    if (keys === undefined) everywhere.push(at)
    for (const key of keys ?? []) {
      const known = cells.get(key)
      if (known) known.push(at)
      else cells.set(key, [at])
    }
  }
  const touches = (area: Rect, at: number) => {
    const rect = rects[at]
    return (
      rect !== undefined &&
      rect.x0 <= area.x1 &&
      rect.x1 >= area.x0 &&
      rect.y0 <= area.y1 &&
      rect.y1 >= area.y0
    )
  }
  const seen = new Uint32Array(rects.length)
  let search = 0
  return {
    rects,
    touching: (area) => {
      const keys = cellsOf(area)
      const found: number[] = []
      search++
      const look = (at: number) => {
        if (seen[at] === search) return
        seen[at] = search
        if (touches(area, at)) found.push(at)
      }
      for (const key of keys ?? []) for (const at of cells.get(key) ?? []) look(at)
      if (keys === undefined) for (const at of rects.keys()) look(at)
      else for (const at of everywhere) look(at)
      return found
    },
  }
}

function cellsOf({ x0, y0, x1, y1 }: Rect): number[] | undefined {
  const [left, right] = [Math.floor(x0 / CELL), Math.floor(x1 / CELL)]
  const [top, bottom] = [Math.floor(y0 / CELL), Math.floor(y1 / CELL)]
  if (!((right - left + 1) * (bottom - top + 1) <= MOST_CELLS)) return undefined
  const keys: number[] = []
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) keys.push(row * 100_003 + column)
  return keys
}
