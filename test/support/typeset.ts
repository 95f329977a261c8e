import type { ColumnPiece } from '../../src/corpus/geometry/column-piece.ts'
import type { TextPiece } from '../../src/corpus/geometry/flow-context.ts'
import type { Heading } from '../../src/corpus/geometry/heading.ts'
import { readPiece } from '../../src/corpus/geometry/piece-text.ts'
import type { PrintedDraft } from '../../src/corpus/geometry/printed-draft.ts'
import { boundsOf, type TextLine, toTextLine } from '../../src/corpus/geometry/text-line.ts'
import type { Glyph, Rect } from '../../src/sources/index.ts'

// Pages set by hand, in points: type of ten, lines fifteen apart.

export const SIZE = 10
export const PITCH = 15
export const rect = (x0: number, y0: number, x1: number, y1: number): Rect => ({ x0, y0, x1, y1 })
export interface Type {
  readonly size?: number
  readonly font?: string
  readonly isBold?: boolean
  /** From the start of one sign to that of the next. */
  readonly advance?: number
}
export const glyphsOf = (text: string, x0: number, y0: number, type: Type = {}): Glyph[] => {
  const { size = SIZE, font = 'song', isBold = false, advance = size } = type
  return Array.from(text, (sign, at) => ({
    ...rect(x0 + at * advance, y0, x0 + at * advance + size, y0 + size),
    text: sign,
    size,
    font,
    isBold,
    isVertical: false,
    afterBlank: false,
  }))
}
export const line = (text: string, x0: number, y0: number, type?: Type): TextLine =>
  toTextLine(glyphsOf(text, x0, y0, type), false, y0)
export const linesOf = (texts: readonly string[], x0: number, y0: number, type?: Type) =>
  texts.map((text, at) => {
    const indent = text.length - text.trimStart().length
    return line(text.trim(), x0 + indent * SIZE, y0 + at * PITCH, type)
  })
export const pieceOf = (lines: readonly TextLine[]): ColumnPiece => ({
  ...boundsOf(lines),
  lines,
  size: lines[0]?.size ?? SIZE,
  font: lines[0]?.font ?? 'song',
  pitch: PITCH,
  box: undefined,
})
export const column = (texts: readonly string[], x0: number, y0: number): TextPiece => {
  const piece = pieceOf(linesOf(texts, x0, y0))
  return { ...piece, told: readPiece(piece, true), subhead: undefined }
}
export const heading = (text: string, x0: number, y0: number, size = 20): Heading => {
  const lines = [line(text, x0, y0, { size, font: 'hei', isBold: true })]
  const bounds = boundsOf(lines)
  const title = { ...bounds, lines, size, isVertical: false, box: undefined }
  return { ...bounds, title, kicker: [], deck: [], byline: [] }
}
export const draft = (pieces: readonly TextPiece[], own?: Heading): PrintedDraft => ({
  heading: own,
  pieces,
  packages: [],
  subheads: new Map(),
  captions: [],
  pictures: [],
  tables: [],
})
export const textOf = (lines: readonly TextLine[]) => lines.map(({ text }) => text).join('')
