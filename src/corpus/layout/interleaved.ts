import { idfOfSeam } from '../wording/bigram-idf.ts'
import { readByline } from '../wording/byline.ts'
import { isCaption } from '../wording/caption.ts'
import { isFurniture } from '../wording/furniture.ts'
import { type Chained, likeliestChains } from './likeliest-chains.ts'
import type { Line } from './line.ts'

/** Lines that no blank line parts. */
interface Row extends Chained {
  readonly lines: readonly Line[]
}

/** Lines that a row of interleaved columns has at most, and how narrow it may be, in Han characters. */
const MOST_LINES = 2
const NARROWEST = 7
/** Rows on end, all of widths that as many others have, from which on columns are taken for interleaved. */
const FEWEST_ROWS = 6
/** Units of another shape that may stand between such rows, and that may belong to them before and behind. */
const MOST_BETWEEN = 2
const EDGE = 2
/** Rows that go on elsewhere than in the next one, below which the order of the file stays. */
const FEWEST_MOVED = 3
const SLACK = 1.1

/**
 * Puts lines back in order that an extraction took by turns from columns beside one another, each parted from the next
 * by a blank line, as pdfminer and Poppler do with justified text: each row goes on in the one behind it that
 * completes it best, all rows of a stretch decided at once. A page without such a stretch stays as it is.
 * @returns the same lines, the rows of one column without blank lines between
 */
export function untangle(lines: readonly Line[]): readonly Line[] {
  const rows = toRows(lines)
  const stretches = stretchesOf(rows)
  if (stretches.length === 0) return lines
  const seam = seamOf(lines)
  const sorted: Line[] = []
  let done = 0
  for (const [from, to] of stretches) {
    sorted.push(...linesOf(rows.slice(done, from)), ...inColumns(rows.slice(from, to), seam))
    done = to
  }
  return [...sorted, ...linesOf(rows.slice(done))]
}

const linesOf = (rows: readonly Row[]): readonly Line[] => rows.flatMap(({ lines }) => lines)

function toRows(lines: readonly Line[]): readonly Row[] {
  const groups: Line[][] = []
  for (const line of lines) {
    const last = groups.at(-1)
    if (last && !line.afterBlank) last.push(line)
    else groups.push([line])
  }
  return groups.flatMap((own): Row[] => {
    const [first, last] = [own[0], own.at(-1)]
    if (!first || !last) return []
    const width = Math.max(...own.map((line) => line.width))
    return [{ lines: own, first, last, width, isApart: own.length <= MOST_LINES && isApart(first.text) }]
  })
}

/** What its wording says to be no running text. */
const isApart = (text: string): boolean =>
  isFurniture(text) || readByline(text) !== undefined || isCaption(text)

/** Where lines of interleaved columns stand: from one place to before another. */
function stretchesOf(rows: readonly Row[]): readonly (readonly [from: number, to: number])[] {
  const isShort = rows.map(
    ({ lines, first, isApart: apart }) => !apart && lines.length <= MOST_LINES && first.width >= NARROWEST,
  )
  const widths = linesOf(rows.filter((_, at) => isShort[at])).map(({ width }) => width)
  const isRow = rows.map(
    ({ first }, at) =>
      isShort[at] === true &&
      widths.filter((width) => Math.abs(width - first.width) <= SLACK).length >= FEWEST_ROWS,
  )
  const reach = (from: number, step: 1 | -1): number => {
    let it = from
    for (let gap = 1; gap <= MOST_BETWEEN + 1; gap++)
      if (isRow[it + step * gap] === true) [it, gap] = [it + step * gap, 0]
    return Math.min(rows.length - 1, Math.max(0, it + step * EDGE))
  }
  const stretches: [from: number, to: number][] = []
  for (let at = 0; at < rows.length; at++) {
    let end = at
    while (isRow[end] === true) end++
    const last = stretches.at(-1)
    if (end - at >= FEWEST_ROWS) {
      const [from, to] = [reach(at, -1), reach(end - 1, 1) + 1]
      if (last && from < last[1]) last[1] = Math.max(last[1], to)
      else stretches.push([from, to])
    }
    at = end
  }
  return stretches
}

function inColumns(rows: readonly Row[], seam: (left: string, right: string) => number): readonly Line[] {
  const before = likeliestChains(rows, seam)
  const moved = before.filter((from, at) => from !== undefined && at - from > 1)
  if (moved.length < FEWEST_MOVED) return linesOf(rows)
  const behind = new Map(before.map((from, at) => [from ?? -1, at] as const))
  return rows.flatMap((row, at) => {
    if (before[at] !== undefined) return []
    const column: Line[] = [...row.lines]
    for (let it = behind.get(at); it !== undefined; it = behind.get(it)) {
      const [first, ...others] = rows[it]?.lines ?? []
      if (first) column.push({ ...first, afterBlank: false }, ...others)
    }
    return column
  })
}

/**
 * Weights of a logistic regression on 16,000 seams of printed lines, each against five wrong ones: how rare the pair of
 * characters at the seam is in a corpus, and how often the page has it, and it with the character before or behind.
 */
const SEAM = { bias: 1, idf: -0.31, pair: 0.88, before: 1.74, behind: 0.47 }
/** Log-odds that a line goes on in another, by what stands at the seam. */
function seamOf(lines: readonly Line[]): (left: string, right: string) => number {
  const counts = new Map<string, number>()
  const count = (run: string) => counts.set(run, (counts.get(run) ?? 0) + 1)
  for (const { text } of lines)
    for (let at = 0; at + 2 <= text.length; at++) {
      count(text.slice(at, at + 2))
      if (at + 3 <= text.length) count(text.slice(at, at + 3))
    }
  const seen = (run: string) => Math.log1p(counts.get(run) ?? 0)
  return (left, right) => {
    const pair = left.slice(-1) + right.slice(0, 1)
    return (
      SEAM.bias +
      SEAM.idf * idfOfSeam(left, right) +
      SEAM.pair * seen(pair) +
      SEAM.before * seen(left.slice(-2) + right.slice(0, 1)) +
      SEAM.behind * seen(left.slice(-1) + right.slice(0, 2))
    )
  }
}
