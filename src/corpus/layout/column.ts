import type { Group } from './group.ts'
import type { Line } from './line.ts'

/**
 * The width of a column, in Han characters, is the fingerprint of the lines that were printed in it: all
 * lines but the first and the last of a paragraph are as wide. Justification makes it vary by a half or so.
 */
const SLACK = 1.1
/** A paragraph's first line is indented by two characters. */
const INDENT = 2

/** Whether a line reaches the end of its column. */
export const fills = (line: Line, width: number): boolean => line.stretched || line.width >= width - SLACK

/** Whether a line reaches the end of its column and not beyond it. */
export const fits = (line: Line, width: number): boolean => fills(line, width) && line.width <= width + SLACK

/** Whether a line is as short as the indented first line of a paragraph. */
export const isFirstLine = (line: Line, width: number): boolean =>
  !line.stretched && line.width >= width - INDENT - 1.2 && line.width <= width - INDENT + 0.9

const SURE_LINES = 4

/** Width of the lines of one group; 0 where it has too few to tell. */
function ownWidth(group: Group): number {
  const inner = group.lines.slice(0, -1).filter((line) => !line.stretched)
  if (group.lone || inner.length < SURE_LINES - 1) return 0
  const widths = inner.map((line) => line.width).toSorted((a, b) => b - a)
  return widths[Math.floor(widths.length * 0.4)] ?? 0
}

/**
 * For each group the width of the column that it would stand in as running text: its own where it has lines enough,
 * else that of the nearer of the sure groups before and behind it that fits it better.
 */
export function columnWidths(
  groups: readonly Group[],
  isRunning: (group: Group) => boolean,
): readonly number[] {
  const running = new Set(groups.filter(isRunning))
  const usual = usualWidths([...running])
  const own = groups.map((group) => (running.has(group) ? snap(ownWidth(group), usual) : 0))
  const before = lastKnown(own)
  const behind = lastKnown(own.toReversed()).toReversed()
  return groups.map((group, at) => {
    const width = own[at] ?? 0
    if (width > 0) return width
    const [left = 0, right = 0] = [before[at], behind[at]]
    if (left === 0 || right === 0) return left || right
    return misfit(group, right) < misfit(group, left) ? right : left
  })
}

/** How often each width, in halves, stands among the lines of running text. */
function usualWidths(groups: readonly Group[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const { lines } of groups)
    for (const { width, stretched } of lines.slice(0, -1)) {
      const halves = Math.round(width * 2)
      if (!stretched) counts.set(halves, (counts.get(halves) ?? 0) + 1)
    }
  return counts
}

/** The most usual width next to one measured: a page has few columns, and one group tells little. */
function snap(width: number, usual: ReadonlyMap<number, number>): number {
  if (width === 0) return 0
  const measured = Math.round(width * 2)
  let best = measured
  for (let halves = measured - 2; halves <= measured + 2; halves++)
    if ((usual.get(halves) ?? 0) > (usual.get(best) ?? 0)) best = halves
  return best / 2
}

function lastKnown(widths: readonly number[]): number[] {
  let known = 0
  return widths.map((width) => {
    if (width > 0) known = width
    return known
  })
}

/** How far the widest line of a group is from filling a column of that width. */
function misfit(group: Group, width: number): number {
  const widest = Math.max(...group.lines.map((line) => line.width))
  return widest > width ? (widest - width) * 2 : width - widest
}
