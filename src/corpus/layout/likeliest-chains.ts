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
  /** Rows that may still be gone on from. */
  readonly open: readonly number[]
  /** How many rows before the last one the row stands that it goes on from. */
  readonly gap: number
  readonly from: number | undefined
  readonly before: Reading | undefined
}

/**
 * For each row the one before it that it goes on from, all decided at once by a beam search; each is gone on from once
 * at most.
 * @param seam log-odds that one text goes on in another
 */
export function likeliestChains(
  rows: readonly Chained[],
  seam: (left: string, right: string) => number,
): readonly (number | undefined)[] {
  let readings: readonly Reading[] = [{ score: 0, open: [], gap: 0, from: undefined, before: undefined }]
  for (const [at, row] of rows.entries()) {
    const found = new Map<string, Reading>()
    const add = (reading: Reading) => {
      const key = `${reading.open.join()}:${reading.gap}`
      const known = found.get(key)
      if (!known || known.score < reading.score) found.set(key, reading)
    }
    for (const reading of readings) {
      const open = reading.open.filter((from) => at - from <= COSTS.length)
      const next = { gap: reading.gap, from: undefined, before: reading }
      if (row.isApart) {
        add({ ...next, score: reading.score, open })
        continue
      }
      add({ ...next, score: reading.score - NEW_COLUMN, open: [...open, at] })
      for (const from of open) {
        const left = rows[from]
        const gap = at - from
        if (!left) continue
        const own =
          seam(left.last.text, row.first.text) -
          misfit(left, row) -
          (COSTS[gap - 1] ?? 0) +
          (gap === reading.gap ? STEADY : 0)
        const rest = open.filter((it) => it !== from)
        add({ score: reading.score + own, open: [...rest, at], gap, from, before: reading })
      }
    }
    readings = [...found.values()].toSorted((a, b) => b.score - a.score).slice(0, BEAM)
  }
  const before: (number | undefined)[] = []
  for (let it = readings[0]; it?.before; it = it.before) before.unshift(it.from)
  return before
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
