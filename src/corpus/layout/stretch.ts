import type { Line } from './line.ts'

/** What it costs where a line is short of its column, wider than it, and where one column ends and another begins. */
const SHORT = 1
const WIDE = 3
const CHANGE = 5
const SLACK = 1.1
/** What speaks against a width other than that of the group as a whole. */
const AGAINST = 0.5
/** Lines of one width from which on they may be a column, and how many columns a group may have. */
const FEWEST_LINES = 4
const MOST_COLUMNS = 8

/**
 * The width of the column that each line of a group stands in: text without blank lines holds several columns in
 * one group. The cheapest way to read the widths as a few long stretches (Viterbi).
 * @param width of the group as a whole, which is kept where it explains the lines as well
 */
export function stretchWidths(lines: readonly Line[], width: number): readonly number[] {
  const widths = [width, ...usualWidths(lines, width)]
  if (width === 0 || widths.length === 1) return lines.map(() => width)
  let costs: readonly number[] = widths.map((_, at) => (at === 0 ? 0 : AGAINST))
  const back: (readonly number[])[] = []
  for (const line of lines) {
    const least = Math.min(...costs)
    const cheapest = costs.indexOf(least)
    back.push(costs.map((cost, at) => (cost <= least + CHANGE ? at : cheapest)))
    costs = costs.map((cost, at) => Math.min(cost, least + CHANGE) + misfit(line, widths[at] ?? 0))
  }
  let at = costs.indexOf(Math.min(...costs))
  const found: number[] = []
  for (let line = lines.length - 1; line >= 0; line--) {
    found.unshift(widths[at] ?? width)
    at = back[line]?.[at] ?? 0
  }
  return found
}

function misfit(line: Line, width: number): number {
  if (line.width > width + SLACK) return WIDE
  return line.stretched || line.width >= width - SLACK ? 0 : SHORT
}

/** Widths, in halves, that many lines of a group have, the most usual first, none next to one before. */
function usualWidths(lines: readonly Line[], width: number): readonly number[] {
  const counts = new Map<number, number>()
  for (const line of lines) {
    const halves = Math.round(line.width * 2)
    if (!line.stretched) counts.set(halves, (counts.get(halves) ?? 0) + 1)
  }
  const around = (halves: number) => [-1, 0, 1].reduce((sum, it) => sum + (counts.get(halves + it) ?? 0), 0)
  const found: number[] = []
  for (const halves of [...counts.keys()].toSorted((a, b) => around(b) - around(a))) {
    if (found.length === MOST_COLUMNS || around(halves) < FEWEST_LINES) break
    const own = halves / 2
    if ([width, ...found].every((it) => Math.abs(it - own) > SLACK)) found.push(own)
  }
  return found
}
