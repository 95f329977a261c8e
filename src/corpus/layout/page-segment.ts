import type { Line } from './line.ts'

/**
 * Longest text that is arranged as a whole, in UTF-16 units: half as much again as the fullest broadsheet page holds.
 */
const LONGEST_SEGMENT = 15_000
/**
 * A longer text is cut after about as much as one page holds, so that the work grows with its length and no faster.
 */
const SHORTEST_CUT = 5_000
const LONGEST_CUT = 8_000
/** A line makes work of its own, however short it is. */
const LEAST_LINE = 8

const sizeOf = (line: Line | undefined): number => Math.max(LEAST_LINE, line?.text.length ?? 0)

/**
 * Cuts the lines of an overlong text (several pages in one file) into parts that are arranged one by one: at the
 * widest gap between two lines where a part is about one page long.
 */
export function cutPageSegments(lines: readonly Line[]): readonly (readonly Line[])[] {
  const total = lines.reduce((sum, line) => sum + sizeOf(line), 0)
  if (total <= LONGEST_SEGMENT) return [lines]
  const segments: (readonly Line[])[] = []
  let start = 0
  while (start < lines.length) {
    const end = cutBehind(lines, start)
    segments.push(lines.slice(start, end))
    start = end
  }
  return segments
}

function cutBehind(lines: readonly Line[], start: number): number {
  let size = 0
  let cut = lines.length
  let widest = 0
  for (let at = start; at < lines.length; at++) {
    const gap = (lines[at]?.number ?? 0) - (lines[at - 1]?.number ?? 0)
    if (size >= SHORTEST_CUT && gap > widest) [cut, widest] = [at, gap]
    size += sizeOf(lines[at])
    if (size > LONGEST_CUT && widest > 0) return cut
  }
  return lines.length
}
