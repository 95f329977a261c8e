import type { Glyph, Rect } from '../../sources/index.ts'
import { cleanLine } from '../wording/clean.ts'
import { linkGlyphs } from './link-glyphs.ts'
import { mostBy } from './most-by.ts'

/** Glyphs that were set on one line, as far as no gap or rule parts them. */
export interface TextLine extends Rect {
  /** Place among the lines of the page, for reports and as a key. */
  readonly number: number
  /** Cleaned. */
  readonly text: string
  /** Size of the type that most of it is set in. */
  readonly size: number
  /** Name of the font that most of it is set in. */
  readonly font: string
  /** Whether most of it is bold. */
  readonly isBold: boolean
  readonly isVertical: boolean
  readonly glyphs: readonly Glyph[]
}

/** Puts the glyphs of a page into lines. The order of painting does not matter. */
export function toTextLines(glyphs: readonly Glyph[], barriers: readonly Rect[]): readonly TextLine[] {
  return linkGlyphs(withoutDoubles(glyphs), barriers).map(({ glyphs: chain, isVertical }, number) =>
    toTextLine(chain, isVertical, number),
  )
}

/** Text painted over itself, to look bold or to have a shadow, is there once. */
function withoutDoubles(glyphs: readonly Glyph[]): readonly Glyph[] {
  const numbers = new Map<string, number>()
  /** For each text and band of the page the place of the last glyph there, and for each glyph that of the one before it. */
  const last = new Map<number, number>()
  const before = new Int32Array(glyphs.length)
  return glyphs.filter((it, at) => {
    let number = numbers.get(it.text)
    if (number === undefined) numbers.set(it.text, (number = numbers.size))
    const key = number * BANDS + (Math.round(it.y0 / Math.max(1, it.size * 4)) % BANDS)
    const reach = it.size * 0.2
    const first = last.get(key) ?? -1
    for (let place = first; place >= 0; place = before[place] ?? -1) {
      const other = glyphs[place]
      if (
        other &&
        Math.abs(other.x0 - it.x0) < reach &&
        Math.abs(other.y0 - it.y0) < reach &&
        Math.abs(other.size - it.size) < reach
      )
        return false
    }
    before[at] = first
    last.set(key, at)
    return true
  })
}

/** More than any page has; bands that are so many apart may be taken for one. */
const BANDS = 2 ** 24

/** Joins glyphs in the order of their line. */
export function toTextLine(glyphs: readonly Glyph[], isVertical: boolean, number: number): TextLine {
  const size = mostBy(glyphs, (it) => Math.round(it.size * 8) / 8) ?? 0
  const font = mostBy(glyphs, (it) => it.font) ?? ''
  let bold = 0
  for (let at = 0; at < glyphs.length; at++) if (glyphs[at]?.isBold === true) bold++
  const { x0, y0, x1, y1 } = boundsOf(glyphs)
  return {
    x0,
    y0,
    x1,
    y1,
    number,
    text: cleanLine(joinGlyphs(glyphs, isVertical)),
    size,
    font,
    isBold: bold * 2 > glyphs.length,
    isVertical,
    glyphs,
  }
}

/** A gap of this many em more than between the other glyphs of the line is a blank. */
const BLANK = 0.42

function joinGlyphs(glyphs: readonly Glyph[], isVertical: boolean): string {
  const gaps = new Float64Array(Math.max(0, glyphs.length - 1))
  for (let at = 0; at < gaps.length; at++) gaps[at] = gapOf(glyphs[at], glyphs[at + 1], isVertical)
  const usual = Math.max(0, gaps.toSorted()[gaps.length >> 1] ?? 0)
  let text = glyphs[0]?.text ?? ''
  for (let at = 0; at < gaps.length; at++) {
    const gap = gaps[at] ?? 0
    const glyph = glyphs[at + 1]
    if (!glyph) break
    const isBlank = gap > usual + BLANK * glyph.size || (glyph.afterBlank && gap > usual + 0.1 * glyph.size)
    text += isBlank ? ` ${glyph.text}` : glyph.text
  }
  return text
}

const gapOf = (before: Glyph | undefined, after: Glyph | undefined, isVertical: boolean): number =>
  !before || !after ? 0 : isVertical ? after.y0 - before.y1 : after.x0 - before.x1

/** The rectangle around some; empty for none. */
export function boundsOf(rects: readonly Rect[]): Rect {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity]
  // By place: a walk through a list makes something new at each step before it is optimised, and this is done for each line.
  for (let at = 0; at < rects.length; at++) {
    const it = rects[at]
    if (!it) continue
    x0 = Math.min(x0, it.x0)
    y0 = Math.min(y0, it.y0)
    x1 = Math.max(x1, it.x1)
    y1 = Math.max(y1, it.y1)
  }
  return { x0, y0, x1, y1 }
}
