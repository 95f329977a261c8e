import type { Line } from './line.ts'

/** Something that goes on in another. */
export interface Chained {
  readonly first: Line
  readonly last: Line
  /** Of its widest line, in Han characters. */
  readonly width: number
  /** Whether it stands apart from all columns. */
  readonly isApart: boolean
}

/** How many rows later a row may go on, and what that costs for each distance from 1. */
const COSTS = [0, 0, 0.4, 0.8, 1.6, 2]
/** What it costs to begin a column, and what it gains if a row goes on as many rows later as the one before did. */
const NEW_COLUMN = 1
const STEADY = 1
/** Ways to read the rows so far that are kept. */
const BEAM = 24

/** A way to read the rows up to one. */
interface Reading {
  readonly score: number
  /** Rows that may still be gone on from: a bit for each, by how many rows before the last one they stand. */
  readonly open: number
  /** How many rows before the last one the row stands that it goes on from. */
  readonly gap: number
  readonly from: number | undefined
  readonly before: Reading | undefined
}

/** How many rows before the last one a row may stand that is gone on from, and the bits of all of these. */
const FARTHEST = COSTS.length
const IN_REACH = (1 << (FARTHEST + 1)) - 2

/**
 * For each row the one before it that it goes on from, all decided at once by a beam search; each is gone on from once
 * at most.
 * @param seam log-odds that one text goes on in another
 */
export function likeliestChains(
  rows: readonly Chained[],
  seam: (left: string, right: string) => number,
): readonly (number | undefined)[] {
  let readings: readonly Reading[] = [{ score: 0, open: 0, gap: 0, from: undefined, before: undefined }]
  for (const [at, row] of rows.entries()) {
    // The best reading of each state, in the order in which the states were found first.
    const found = new Map<number, Reading>()
    const add = (reading: Reading) => {
      const key = reading.open * (FARTHEST + 1) + reading.gap
      const known = found.get(key)
      if (!known || known.score < reading.score) found.set(key, reading)
    }
    const fits: (number | undefined)[] = []
    for (const before of readings) {
      const open = (before.open << 1) & IN_REACH
      if (row.isApart) {
        add({ score: before.score, open, gap: before.gap, from: undefined, before })
        continue
      }
      add({ score: before.score - NEW_COLUMN, open: open | 1, gap: before.gap, from: undefined, before })
      for (let gap = FARTHEST; gap > 0; gap--) {
        const left = (open & (1 << gap)) === 0 ? undefined : rows[at - gap]
        if (!left) continue
        const fit =
          fits[gap] ?? seam(left.last.text, row.first.text) - misfit(left, row) - (COSTS[gap - 1] ?? 0)
        fits[gap] = fit
        const own = fit + (gap === before.gap ? STEADY : 0)
        add({ score: before.score + own, open: (open & ~(1 << gap)) | 1, gap, from: at - gap, before })
      }
    }
    readings = [...found.values()].toSorted((a, b) => b.score - a.score).slice(0, BEAM)
  }
  const before: (number | undefined)[] = []
  for (let it = readings[0]; it?.before; it = it.before) before.push(it.from)
  return before.toReversed()
}

const SLACK = 1.1
/** By how much an indented first line is short, at most. */
const INDENTED = 3.2
const MISFIT = { expected: 0.5, width: 3, indented: 1, short: 3 }

/** What speaks against two rows in one column: their widths, and a line that stops where running text does not. */
function misfit(left: Chained, right: Chained): number {
  const width = Math.max(left.width, right.width)
  let cost = 0
  if (Math.abs(left.width - right.width) > SLACK) {
    const short = left.width < right.width ? left : right
    const isEnd = short === right && right.last.endsText
    const isStart = short === left && left.width >= width - INDENTED
    cost += isEnd || isStart || short.last.stretched ? MISFIT.expected : MISFIT.width
  }
  const { last } = left
  if (last.width < width - SLACK && !last.endsText && !last.stretched)
    cost += last.width >= width - INDENTED ? MISFIT.indented : MISFIT.short
  return cost
}
