import { readByline } from '../wording/byline.ts'
import { endsTextAt } from '../wording/signature.ts'
import type { Line } from './line.ts'
import { joinParagraphTitles } from './paragraph-titles.ts'
import type { Part } from './part.ts'
import { NO_BIAS, type ReadingBias } from './reading-bias.ts'
import { stretchWidths } from './stretch.ts'

/** What a line is in a group that was printed without blank lines: part of a paragraph, of a title, or a byline. */
type Role = 'whole' | 'first' | 'inner' | 'last' | 'title' | 'byline'

const ROLES: readonly Role[] = ['whole', 'first', 'inner', 'last', 'title', 'byline']

/** What a title costs. */
const TITLE = 1.5

/**
 * What may follow what, and at what cost. A title stands behind a paragraph that has ended and before one that
 * begins.
 */
const COSTS: Readonly<Record<Role | 'start', Partial<Record<Role | 'end', number>>>> = {
  start: { whole: 0.3, first: 0, inner: 0.3, last: 0.3, title: TITLE, byline: 0 },
  whole: { whole: 0, first: 0, title: TITLE, byline: 0, end: 0 },
  first: { inner: 0, last: 0, end: 0.5 },
  inner: { inner: 0, last: 0, end: 0 },
  last: { whole: 0, first: 0, title: TITLE, byline: 0, end: 0 },
  title: { title: 0, whole: 0.3, first: 0, byline: 0, inner: 4, last: 4, end: 0.2 },
  byline: { byline: 0, whole: 0, first: 0, title: TITLE, end: 0 },
}

/**
 * Parts a group of running text at the titles and bylines inside it that no blank line sets off: the likeliest way
 * to read its lines as paragraphs, titles and bylines, by the width of the column alone.
 */
export function partTightTitles(
  lines: readonly Line[],
  width: number,
  bias: ReadingBias = NO_BIAS,
): readonly Part[] {
  const widths = stretchWidths(lines, width)
  const wide = lines.filter((line, at) => line.width > (widths[at] ?? 0) + SLACK).length
  const roles =
    width === 0
      ? unwrappedRoles(lines)
      : wide * 3 < lines.length
        ? likeliestRoles(lines, widths, bias)
        : lines.map(() => 'inner' as const)
  const parts: { kind: Part['kind']; lines: Line[]; width: number }[] = []
  for (const [at, line] of lines.entries()) {
    const role = roles[at]
    const own = widths[at] ?? 0
    const kind = role === 'title' || role === 'byline' ? role : 'text'
    const last = parts.at(-1)
    const begins = kind === 'title' ? LABEL.test(line.text) : kind === 'text' && last?.width !== own
    if (last?.kind === kind && !begins) last.lines.push(line)
    else parts.push({ kind, lines: [line], width: own })
  }
  return joinParagraphTitles(parts)
}

/** The label of a series, which a title begins with: 【走进县城】. */
const LABEL = /^【[^】]{2,}/u

/** In UTF-16 units. */
const LONGEST_TITLE = 40

/** Where each line holds a paragraph, a short one without a stop stands over a much longer one, or over an opening. */
function unwrappedRoles(lines: readonly Line[]): readonly Role[] {
  return lines.map((line, at) => {
    const next = lines[at + 1]
    const isTitle =
      next !== undefined &&
      line.text.length <= LONGEST_TITLE &&
      !endsTextAt(lines, at) &&
      !line.opensArticle &&
      !/[；，、：]$/u.test(line.text) &&
      (next.opensArticle || (next.width >= 2 * line.width && endsTextAt(lines, at + 1)))
    return isTitle ? 'title' : 'inner'
  })
}

/** The cheapest sequence of roles, line by line (Viterbi). */
function likeliestRoles(
  lines: readonly Line[],
  widths: readonly number[],
  { text }: ReadingBias,
): readonly Role[] {
  let costs = START
  const back: (readonly number[])[] = []
  for (const at of lines.keys()) {
    const own = costsOf(lines, at, widths[at] ?? 0, text)
    const steps = at === 0 ? FIRST_STEPS : STEPS
    const from = steps.map((into) => cheapest(costs, into))
    const reached = costs
    costs = steps.map((into, to) => {
      const before = from[to] ?? 0
      return (own[to] ?? 0) + (reached[before] ?? 0) + (into[before] ?? 0)
    })
    back.push(from)
  }
  let role = cheapest(costs, LAST_STEPS)
  const roles: Role[] = []
  for (let at = lines.length - 1; at >= 0; at--) {
    roles.unshift(ROLES[role] ?? 'inner')
    role = back[at]?.[role] ?? 0
  }
  return roles
}

const FORBIDDEN = 8
const IMPOSSIBLE = 100
const SLACK = 1.1
const START: readonly number[] = ROLES.map(() => 0)
/** For each role what it costs behind each other one, behind the start, and to end with it. */
const STEPS = ROLES.map((role) => ROLES.map((before) => COSTS[before][role] ?? FORBIDDEN))
const FIRST_STEPS = ROLES.map((role) => ROLES.map(() => COSTS.start[role] ?? FORBIDDEN))
const LAST_STEPS = ROLES.map((role) => COSTS[role].end ?? FORBIDDEN)

/** The role from which a step is the cheapest, all before it counted; the first of equals. */
function cheapest(costs: readonly number[], steps: readonly number[]): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (let role = 0; role < ROLES.length; role++) {
    const cost = (costs[role] ?? 0) + (steps[role] ?? 0)
    if (cost < least) {
      best = role
      least = cost
    }
  }
  return best
}

/** What it costs to take a line for each role, in the order of `ROLES`. */
function costsOf(lines: readonly Line[], at: number, width: number, textBias: number): readonly number[] {
  const [line, next] = [lines[at], lines[at + 1]]
  if (!line) return START
  const over = Math.max(0, line.width - width - SLACK) * 3
  const isFull = line.stretched || (next !== undefined && line.width + next.lead > width + 0.05)
  // How much a line is short of its column; figures and Latin letters are measured roughly.
  const short = isFull ? 0 : Math.max(0, width - SLACK - line.width)
  const indented = line.stretched || line.indented || (line.width >= width - 3.4 && line.width <= width - 1)
  const open = endsTextAt(lines, at) ? 0 : 6
  // What opens right under the head of a group begins a paragraph, indented or not; below, a dispatch may be cited.
  const isOpening = line.opensArticle && at > 0 && at <= MOST_TITLE_LINES
  const amid = isOpening ? AMID_TEXT : 0
  return [
    open + (line.width <= width - 0.9 ? 0 : 3) + over,
    (indented || isOpening ? 0 : short === 0 ? 2.5 : 5) + over,
    Math.min(4, short * 2.5) + over + amid,
    open + over + amid,
    titleCost(line, width) + textBias - (headsOpening(lines, at) ? OVER_OPENING : 0),
    readByline(line.text) ? -1 : IMPOSSIBLE,
  ]
}

/** What a title costs less where an article opens by its wording right under it. */
const OVER_OPENING = 4
const MOST_TITLE_LINES = 3
/** What it costs to read a line that opens an article as one amid a paragraph. */
const AMID_TEXT = 3

/** Whether an article opens by its wording behind a line and those that go on with it. */
function headsOpening(lines: readonly Line[], at: number): boolean {
  for (let next = at; next < at + MOST_TITLE_LINES; next++) {
    const [line, below] = [lines[next], lines[next + 1]]
    if (!line || !below || line.opensArticle || endsTextAt(lines, next)) return false
    if (below.opensArticle) return true
  }
  return false
}

function titleCost({ text, width: own, opensArticle }: Line, width: number): number {
  let cost = 0.6
  if (text.includes('。')) cost += 6
  if (opensArticle) cost += 6
  if (/[；;]$/u.test(text)) cost += 3
  if (text.endsWith('，')) cost += 2
  else if (text.includes('，')) cost += 0.8
  if (/[、：:]$/u.test(text)) cost += 0.8
  if (own >= width - SLACK) cost += 1.5
  return cost
}
