import type { Glyph, Rect } from '../../sources/index.ts'
import { mostBy } from './most-by.ts'
import { createRectGrid } from './rect-grid.ts'

/** Glyphs of one line, in the order of reading. */
export interface GlyphChain {
  readonly glyphs: readonly Glyph[]
  readonly isVertical: boolean
}

/**
 * Glyphs further apart than this many em are not of one line: of text, which is justified, and of titles, which stand
 * so close to the next column, for their size, that their parts are joined later.
 */
const WIDEST_GAP = 0.8
const WIDEST_TITLE_GAP = 0.42
/** Marks that leave the right half of their place empty: at the end of a line they hang out into the gutter by it. */
const CLOSES = /^[，。、；：！？》」』）】〉”’]$/u
const WIDEST_AFTER_MARK = 0.4
/** Across a blank that was painted, text may go on after this many em. */
const WIDEST_BLANK = 1.7
/** From this many sizes of the text on, type is a title's. */
const TITLE = 1.16
/** Type of a line may differ by this much: figures and letters are set smaller or larger. */
const SIZES_DIFFER = 1.35
/** How far base lines of one line lie apart, in em. */
const BASE_LINES_DIFFER = 0.22

/** Parts all glyphs of a page into lines: each is followed by its nearest neighbour to the right, or below. */
export function linkGlyphs(glyphs: readonly Glyph[], barriers: readonly Rect[]): readonly GlyphChain[] {
  const bodySize = mostBy(glyphs, (it) => Math.round(it.size * 8) / 8) ?? 0
  const page = { glyphs, bodySize, grid: createRectGrid(glyphs), barriers: createRectGrid(barriers) }
  const right = nextOf(page, false)
  const below = nextOf(page, true)
  const vertical = verticalGlyphs(glyphs, right, below)
  return [
    ...chainsOf(glyphs, right, (at) => !vertical.has(at), false),
    ...chainsOf(glyphs, below, (at) => vertical.has(at), true),
  ]
}

interface LinkedPage {
  readonly glyphs: readonly Glyph[]
  readonly bodySize: number
  readonly grid: ReturnType<typeof createRectGrid>
  readonly barriers: ReturnType<typeof createRectGrid>
}

/** For each glyph the place of the one that follows it to the right, or downwards; no glyph follows two. */
function nextOf(
  { glyphs, bodySize, grid, barriers }: LinkedPage,
  downwards: boolean,
): (number | undefined)[] {
  /** For each glyph the nearest of those whose nearest it is. */
  const nearest: ({ readonly from: number; readonly gap: number } | undefined)[] = []
  for (const [from, glyph] of glyphs.entries()) {
    const isTitle = glyph.size > bodySize * TITLE
    // Running text has no title that runs downwards, and is most of the page.
    if (downwards && !isTitle && !glyph.isVertical) continue
    const closes = !downwards && CLOSES.test(glyph.text)
    const reach = glyph.size * (isTitle ? WIDEST_TITLE_GAP : WIDEST_GAP)
    const farthest = glyph.size * (isTitle ? WIDEST_TITLE_GAP : WIDEST_BLANK)
    const near = downwards
      ? { x0: glyph.x0, x1: glyph.x1, y0: glyph.y0, y1: glyph.y1 + reach }
      : { x0: glyph.x1 - glyph.size * 0.4, x1: glyph.x1 + farthest, y0: glyph.y0, y1: glyph.y1 }
    let best: { to: number; gap: number } | undefined
    for (const to of grid.touching(near)) {
      const other = glyphs[to]
      if (to === from || !other) continue
      const gap = downwards ? other.y0 - glyph.y1 : other.x0 - glyph.x1
      if ((best !== undefined && gap >= best.gap) || !isInLine(glyph, other, downwards)) continue
      const most =
        closes && !other.afterBlank
          ? Math.min(reach, glyph.size * WIDEST_AFTER_MARK)
          : other.afterBlank && !downwards
            ? farthest
            : reach
      if (gap <= most) best = { to, gap }
    }
    const next = best && glyphs[best.to]
    if (!best || !next || isBarred(glyph, next, barriers, downwards)) continue
    const other = nearest[best.to]
    if (other === undefined || best.gap < other.gap) nearest[best.to] = { from, gap: best.gap }
  }
  const next: (number | undefined)[] = glyphs.map(() => undefined)
  for (const [to, it] of nearest.entries()) if (it) next[it.from] = to
  return next
}

/** Whether the second glyph stands behind the first on one line. */
function isInLine(a: Glyph, b: Glyph, downwards: boolean): boolean {
  if (Math.max(a.size, b.size) > Math.min(a.size, b.size) * SIZES_DIFFER) return false
  const size = Math.min(a.size, b.size)
  if (downwards)
    return (
      Math.abs(a.x0 + a.x1 - b.x0 - b.x1) / 2 < size * BASE_LINES_DIFFER &&
      b.y0 > a.y0 + size * 0.1 &&
      Math.abs(a.size - b.size) < size * 0.05
    )
  return (
    Math.abs(baseOf(a) - baseOf(b)) < size * BASE_LINES_DIFFER &&
    (b.x0 + b.x1) / 2 > (a.x0 + a.x1) / 2 + 0.05 * size
  )
}

const baseOf = (glyph: Glyph): number => glyph.y1 - glyph.size * 0.12

function isBarred(a: Glyph, b: Glyph, barriers: LinkedPage['barriers'], downwards: boolean): boolean {
  const between = downwards
    ? { x0: a.x0, x1: a.x1, y0: Math.min(a.y1, b.y0) - 0.3, y1: Math.max(a.y1, b.y0) + 0.3 }
    : { x0: Math.min(a.x1, b.x0) - 0.3, x1: Math.max(a.x1, b.x0) + 0.3, y0: a.y0, y1: a.y1 }
  const middle = { x: (a.x1 + b.x0) / 2, y: (a.y1 + b.y0) / 2 }
  for (const at of barriers.touching(between)) {
    const rule = barriers.rects[at]
    if (!rule) continue
    const crosses = downwards
      ? rule.x1 - rule.x0 > rule.y1 - rule.y0 && Math.abs((rule.y0 + rule.y1) / 2 - middle.y) < a.size
      : rule.y1 - rule.y0 > rule.x1 - rule.x0 && Math.abs((rule.x0 + rule.x1) / 2 - middle.x) < a.size
    if (crosses) return true
  }
  return false
}

/** Glyphs of lines that run downwards: nearer to what stands above and below than to what stands beside them. */
function verticalGlyphs(
  glyphs: readonly Glyph[],
  right: readonly (number | undefined)[],
  below: readonly (number | undefined)[],
): ReadonlySet<number> {
  const sideGap = gapsOf(glyphs, right, false)
  const downGap = gapsOf(glyphs, below, true)
  const vertical = new Set<number>()
  for (const chain of placesOf(below, (_at) => true)) {
    if (chain.length < 3) {
      for (const at of chain) if (glyphs[at]?.isVertical && chain.length > 1) vertical.add(at)
      continue
    }
    const closer = chain.filter((at) => (downGap[at] ?? Infinity) < (sideGap[at] ?? Infinity) - 0.02).length
    const set = chain.filter((at) => glyphs[at]?.isVertical).length
    if (closer * 3 >= chain.length * 2 || set * 2 > chain.length) for (const at of chain) vertical.add(at)
  }
  return vertical
}

/** The gap to the nearer neighbour before or behind, in em. */
function gapsOf(
  glyphs: readonly Glyph[],
  next: readonly (number | undefined)[],
  downwards: boolean,
): readonly (number | undefined)[] {
  const gaps: (number | undefined)[] = glyphs.map(() => undefined)
  for (const [from, to] of next.entries()) {
    const [a, b] = [glyphs[from], glyphs[to ?? -1]]
    if (!a || !b || to === undefined) continue
    const gap = (downwards ? b.y0 - a.y1 : b.x0 - a.x1) / Math.min(a.size, b.size)
    gaps[from] = Math.min(gaps[from] ?? Infinity, gap)
    gaps[to] = Math.min(gaps[to] ?? Infinity, gap)
  }
  return gaps
}

function chainsOf(
  glyphs: readonly Glyph[],
  next: readonly (number | undefined)[],
  isOf: (at: number) => boolean,
  isVertical: boolean,
): GlyphChain[] {
  return placesOf(next, isOf).map((places) => ({
    glyphs: places.map((at) => glyphs[at]).filter((it) => it !== undefined),
    isVertical,
  }))
}

/** Follows the links from each glyph that follows none. */
function placesOf(next: readonly (number | undefined)[], isOf: (at: number) => boolean): number[][] {
  const follows = new Uint8Array(next.length)
  for (const [from, to] of next.entries()) if (to !== undefined && isOf(from) && isOf(to)) follows[to] = 1
  const chains: number[][] = []
  const seen = new Uint8Array(next.length)
  for (let start = 0; start < next.length; start++) {
    if (follows[start] === 1 || !isOf(start)) continue
    const chain: number[] = []
    for (let at: number | undefined = start; at !== undefined && isOf(at) && seen[at] === 0; at = next[at]) {
      chain.push(at)
      seen[at] = 1
    }
    if (chain.length > 0) chains.push(chain)
  }
  return chains
}
