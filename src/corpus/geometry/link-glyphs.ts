import type { Glyph, Rect } from '../../sources/index.ts'
import { mostBy } from './most-by.ts'
import { createRectGrid, type RectGrid } from './rect-grid.ts'

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
const CLOSES: ReadonlySet<string> = new Set('，。、；：！？》」』）】〉”’')
const WIDEST_AFTER_MARK = 0.4
/** Marks that leave the left half empty: at the beginning of a line they hang out into the gutter by it. */
const OPENS: ReadonlySet<string> = new Set('《「『（【〈“‘')
const WIDEST_BETWEEN_MARKS = 0.2
/** Across a blank that was painted, text may go on after this many em. */
const WIDEST_BLANK = 1.7
/** … in one size only: what is smaller is a caption in the next column. */
const BLANK_SIZES_DIFFER = 0.05
/** From this many sizes of the text on, type is a title's. */
const TITLE = 1.16
/** Type of a line may differ by this much: figures and letters are set smaller or larger. */
const SIZES_DIFFER = 1.35
/** How far base lines of one line lie apart, in em. */
const BASE_LINES_DIFFER = 0.22

/** In the place of a glyph: none follows. */
const NONE = -1

/** Parts all glyphs of a page into lines: each is followed by its nearest neighbour to the right, or below. */
export function linkGlyphs(glyphs: readonly Glyph[], barriers: readonly Rect[]): readonly GlyphChain[] {
  const bodySize = mostBy(glyphs, (it) => Math.round(it.size * 8) / 8) ?? 0
  const page = { glyphs, bodySize, grid: createRectGrid(glyphs), barriers: createRectGrid(barriers) }
  const right = nextOf(page, false)
  const below = nextOf(page, true)
  const vertical = verticalGlyphs(glyphs, right, below)
  return [...chainsOf(glyphs, right, vertical, false), ...chainsOf(glyphs, below, vertical, true)]
}

interface LinkedPage {
  readonly glyphs: readonly Glyph[]
  readonly bodySize: number
  readonly grid: RectGrid
  readonly barriers: RectGrid
}

/** For each glyph the place of the one that follows it to the right, or downwards; no glyph follows two. */
function nextOf({ glyphs, bodySize, grid, barriers }: LinkedPage, downwards: boolean): Int32Array {
  /** For each glyph the nearest of those whose nearest it is, and how far off that is. */
  const nearest = new Int32Array(glyphs.length).fill(NONE)
  const gaps = new Float64Array(glyphs.length)
  for (let from = 0; from < glyphs.length; from++) {
    const glyph = glyphs[from]
    if (!glyph) continue
    const { size } = glyph
    const isTitle = size > bodySize * TITLE
    // Running text has no title that runs downwards, and is most of the page.
    if (downwards && !isTitle && !glyph.isVertical) continue
    const closes = !downwards && CLOSES.has(glyph.text)
    const reach = size * (isTitle ? WIDEST_TITLE_GAP : WIDEST_GAP)
    const farthest = size * (isTitle ? WIDEST_TITLE_GAP : WIDEST_BLANK)
    const found = grid.search(
      downwards
        ? { x0: glyph.x0, x1: glyph.x1, y0: glyph.y0, y1: glyph.y1 + reach }
        : { x0: glyph.x1 - size * 0.4, x1: glyph.x1 + farthest, y0: glyph.y0, y1: glyph.y1 },
    )
    let to = NONE
    let least = Infinity
    for (let index = 0; index < found; index++) {
      const at = grid.found[index] ?? 0
      const other = glyphs[at]
      if (at === from || !other) continue
      const gap = downwards ? other.y0 - glyph.y1 : other.x0 - glyph.x1
      if ((to !== NONE && gap >= least) || !isInLine(glyph, other, downwards)) continue
      const most = other.afterBlank
        ? downwards || Math.abs(other.size - size) > size * BLANK_SIZES_DIFFER
          ? reach
          : farthest
        : closes
          ? Math.min(reach, size * (OPENS.has(other.text) ? WIDEST_BETWEEN_MARKS : WIDEST_AFTER_MARK))
          : reach
      if (gap > most) continue
      to = at
      least = gap
    }
    const next = glyphs[to]
    if (!next || isBarred(glyph, next, barriers, downwards)) continue
    if (nearest[to] !== NONE && least >= (gaps[to] ?? 0)) continue
    nearest[to] = from
    gaps[to] = least
  }
  const next = new Int32Array(glyphs.length).fill(NONE)
  for (let to = 0; to < nearest.length; to++) {
    const from = nearest[to] ?? NONE
    if (from !== NONE) next[from] = to
  }
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

function isBarred(a: Glyph, b: Glyph, barriers: RectGrid, downwards: boolean): boolean {
  if (barriers.rects.length === 0) return false
  const found = barriers.search(
    downwards
      ? { x0: a.x0, x1: a.x1, y0: Math.min(a.y1, b.y0) - 0.3, y1: Math.max(a.y1, b.y0) + 0.3 }
      : { x0: Math.min(a.x1, b.x0) - 0.3, x1: Math.max(a.x1, b.x0) + 0.3, y0: a.y0, y1: a.y1 },
  )
  const middle = downwards ? (a.y1 + b.y0) / 2 : (a.x1 + b.x0) / 2
  for (let index = 0; index < found; index++) {
    const rule = barriers.rects[barriers.found[index] ?? 0]
    if (!rule) continue
    const crosses = downwards
      ? rule.x1 - rule.x0 > rule.y1 - rule.y0 && Math.abs((rule.y0 + rule.y1) / 2 - middle) < a.size
      : rule.y1 - rule.y0 > rule.x1 - rule.x0 && Math.abs((rule.x0 + rule.x1) / 2 - middle) < a.size
    if (crosses) return true
  }
  return false
}

/** Glyphs of lines that run downwards, 1 for each: nearer to what stands above and below than to what stands beside them. */
function verticalGlyphs(glyphs: readonly Glyph[], right: Int32Array, below: Int32Array): Uint8Array {
  const vertical = new Uint8Array(glyphs.length)
  if (below.every((it) => it === NONE)) return vertical
  const sideGap = gapsOf(glyphs, right, false)
  const downGap = gapsOf(glyphs, below, true)
  for (const chain of placesOf(below, vertical, 0)) {
    if (chain.length < 3) {
      for (const at of chain) if (glyphs[at]?.isVertical && chain.length > 1) vertical[at] = 1
      continue
    }
    const closer = chain.filter((at) => (downGap[at] ?? 0) < (sideGap[at] ?? 0) - 0.02).length
    const set = chain.filter((at) => glyphs[at]?.isVertical).length
    if (closer * 3 >= chain.length * 2 || set * 2 > chain.length) for (const at of chain) vertical[at] = 1
  }
  return vertical
}

/** The gap to the nearer neighbour before or behind, in em; infinite without one. */
function gapsOf(glyphs: readonly Glyph[], next: Int32Array, downwards: boolean): Float64Array {
  const gaps = new Float64Array(glyphs.length).fill(Infinity)
  for (let from = 0; from < next.length; from++) {
    const to = next[from] ?? NONE
    const a = glyphs[from]
    const b = glyphs[to]
    if (!a || !b) continue
    const gap = (downwards ? b.y0 - a.y1 : b.x0 - a.x1) / Math.min(a.size, b.size)
    gaps[from] = Math.min(gaps[from] ?? Infinity, gap)
    gaps[to] = Math.min(gaps[to] ?? Infinity, gap)
  }
  return gaps
}

function chainsOf(
  glyphs: readonly Glyph[],
  next: Int32Array,
  vertical: Uint8Array,
  isVertical: boolean,
): GlyphChain[] {
  return placesOf(next, vertical, isVertical ? 1 : 0).map((places) => ({
    glyphs: places.map((at) => glyphs[at]).filter((it) => it !== undefined),
    isVertical,
  }))
}

/** Follows the links from each glyph that follows none, among those that are vertical, or that are not. */
function placesOf(next: Int32Array, vertical: Uint8Array, only: 0 | 1): number[][] {
  const follows = new Uint8Array(next.length)
  for (let from = 0; from < next.length; from++) {
    const to = next[from] ?? NONE
    if (to !== NONE && vertical[from] === only && vertical[to] === only) follows[to] = 1
  }
  const chains: number[][] = []
  const seen = new Uint8Array(next.length)
  for (let start = 0; start < next.length; start++) {
    if (follows[start] === 1 || vertical[start] !== only) continue
    const chain: number[] = []
    for (let at = start; at !== NONE && vertical[at] === only && seen[at] === 0; at = next[at] ?? NONE) {
      chain.push(at)
      seen[at] = 1
    }
    if (chain.length > 0) chains.push(chain)
  }
  return chains
}
