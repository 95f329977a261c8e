import type { Rect } from '../printed-page.ts'
import { IDENTITY, type Matrix } from './matrix.ts'

/** What a glyph is set in. */
export interface PdfFont {
  readonly name: string
  readonly isBold: boolean
  readonly isVertical: boolean
  /** From the font's own units to those of its size. */
  readonly matrix: readonly number[]
  readonly defaultVMetrics?: readonly number[] | undefined
  /** Whether nothing tells which characters its glyphs stand for. */
  readonly isWithoutUnicode: boolean
  /** Whether its codes are taken for those of Latin letters: as they are, or because nothing else is known. */
  readonly isTakenAsLatin: boolean
}

/** The graphics state of PDF, as far as it tells where things stand. */
export interface GraphicsState {
  ctm: Matrix
  clip: Rect | undefined
  fill: string
  lineWidth: number
  font: PdfFont | undefined
  fontSize: number
  charSpacing: number
  wordSpacing: number
  /** 1 is as wide as the font is. */
  hScale: number
  leading: number
  rise: number
  textMatrix: Matrix
  x: number
  y: number
  lineX: number
  lineY: number
}

/** The state that a page begins with. */
export const initialState = (ctm: Matrix, clip: Rect): GraphicsState => ({
  ctm,
  clip,
  fill: '#000000',
  lineWidth: 1,
  font: undefined,
  fontSize: 0,
  charSpacing: 0,
  wordSpacing: 0,
  hScale: 1,
  leading: 0,
  rise: 0,
  textMatrix: IDENTITY,
  x: 0,
  y: 0,
  lineX: 0,
  lineY: 0,
})
