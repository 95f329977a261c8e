import type { Glyph } from '../printed-page.ts'
import type { GraphicsState, PdfFont } from './graphics-state.ts'
import { compose, type Matrix, mapRect } from './matrix.ts'

/** A glyph as pdf.js gives it to be painted. */
export interface PdfGlyph {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
  readonly vmetric?: readonly number[] | undefined
}

/** A glyph, and which way its line runs: clockwise from the right, in quarters of a turn. */
export interface PaintedGlyph extends Glyph {
  readonly quarter: 0 | 1 | 2 | 3
  readonly isMapped: boolean
  readonly isTakenAsLatin: boolean
}

/** How far the type stands above and below its base line, in its size: as in fonts of Han characters. */
const ASCENT = 0.88
const DESCENT = 0.12

/**
 * Paints one string of a content stream: the glyphs with their places; moves the text position on. Numbers between the
 * glyphs move it by thousandths of the size. Follows section 9.4 of ISO 32000.
 */
export function paintText(state: GraphicsState, glyphs: readonly (PdfGlyph | number)[]): PaintedGlyph[] {
  const { font, fontSize } = state
  if (!font || fontSize === 0) return []
  const painted: PaintedGlyph[] = []
  const map = textMap(state)
  const direction = font.isVertical ? 1 : -1
  let at = 0
  let afterBlank = false
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') {
      at += (direction * glyph * fontSize) / 1000
      continue
    }
    const placed = place(glyph, font, fontSize, at)
    const spacing = state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0)
    const text = glyph.unicode
    if (text.trim() === '') afterBlank = true
    else {
      painted.push(toGlyph(text, placed, map, font, afterBlank))
      afterBlank = false
    }
    at += placed.advance + (font.isVertical ? -spacing : spacing)
  }
  if (font.isVertical) state.y += at
  else state.x += at * state.hScale
  return painted
}

/** From text space at the present position to the page. */
function textMap(state: GraphicsState): Matrix {
  const { ctm, textMatrix, x, y, rise, hScale } = state
  return compose(compose(ctm, textMatrix), [hScale, 0, 0, 1, x, y + rise])
}

interface Placed {
  readonly x0: number
  readonly x1: number
  /** Top and bottom, with y upwards as in text space. */
  readonly top: number
  readonly bottom: number
  readonly advance: number
  readonly size: number
}

function place(glyph: PdfGlyph, font: PdfFont, fontSize: number, at: number): Placed {
  const unit = fontSize * (font.matrix[0] ?? 0.001)
  // The units of a Type 3 font may be any: its type is taken to be as high as a thousand of the usual ones.
  const size = Math.abs(fontSize * (font.matrix[3] ?? 0.001) * 1000)
  if (!font.isVertical) {
    const advance = glyph.width * unit
    return { x0: at, x1: at + advance, top: size * ASCENT, bottom: -size * DESCENT, advance, size }
  }
  const metrics = glyph.vmetric ?? font.defaultVMetrics
  const advance = -Math.abs((metrics?.[0] ?? -1000) * unit)
  const vx = (glyph.vmetric?.[1] ?? glyph.width / 2) * unit
  const top = at + ((metrics?.[2] ?? 880) - 880) * unit
  return { x0: -vx, x1: glyph.width * unit - vx, top, bottom: top + advance, advance, size }
}

const QUARTERS = [0, 1, 2, 3] as const

function toGlyph(
  text: string,
  { x0, x1, top, bottom, size }: Placed,
  map: Matrix,
  font: PdfFont,
  afterBlank: boolean,
): PaintedGlyph {
  const [a, b, c, d] = map
  const rect = mapRect(map, x0, bottom, x1, top)
  const scale = c === 0 ? Math.abs(d) : Math.hypot(c, d)
  const quarter =
    b === 0 && a > 0 ? 0 : (QUARTERS[(Math.round(Math.atan2(b, a) / (Math.PI / 2)) + 4) % 4] ?? 0)
  return {
    x0: rect.x0,
    y0: rect.y0,
    x1: rect.x1,
    y1: rect.y1,
    text,
    size: size * scale,
    font: font.name,
    isBold: font.isBold,
    isVertical: font.isVertical,
    afterBlank,
    quarter,
    isMapped: !font.isWithoutUnicode,
    isTakenAsLatin: font.isTakenAsLatin,
  }
}
