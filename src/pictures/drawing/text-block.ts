import type { SKRSContext2D } from '@napi-rs/canvas'
import { breakLines, type Line } from '../typesetting/break-lines.ts'
import type { Pen } from './pen.ts'
import type { TextStyle } from './text-style.ts'

/** A range of a text, in UTF-16 units, that is marked as with a highlighter. */
export type Mark = readonly [from: number, to: number]

/** A paragraph to set. */
export interface Paragraph {
  readonly text: string
  readonly marks?: readonly Mark[]
}

interface BlockOptions {
  readonly width: number
  /** Of each paragraph, in characters. */
  readonly indent?: number
  readonly isJustified?: boolean
  /** Between paragraphs, in pixels. */
  readonly gap?: number
  /** What does not fit into so many lines ends in an ellipsis. */
  readonly maxLines?: number
  readonly markColour?: string
}

/** Text that is set, and knows its height. */
export interface TextBlock {
  readonly height: number
  readonly lines: number
  readonly isCut: boolean
  draw(context: SKRSContext2D, x: number, y: number): void
}

/** A line with what it needs to be drawn. */
interface SetLine {
  readonly line: Line
  readonly marks: readonly Mark[]
  /** Of its top edge. */
  readonly top: number
}

/** Before an ellipsis. */
const LAST_MARKS = /[\s\p{P}]+$/u

/** Of the size: from the top of a line's characters to the base line. */
const ASCENT = 0.88

/** Sets paragraphs in lines, one below the other. */
export function setText(
  pen: Pen,
  paragraphs: readonly Paragraph[],
  style: TextStyle,
  { width, indent = 0, isJustified = false, gap = 0, maxLines = 10_000, markColour = '' }: BlockOptions,
): TextBlock {
  const { size } = style
  const pitch = size * style.leading
  const set: SetLine[] = []
  let top = 0
  let isCut = false
  for (const [at, { text, marks = [] }] of paragraphs.entries()) {
    if (at > 0) top += gap
    const setting = {
      width,
      em: size,
      indent: indent * size,
      isJustified,
      measure: (it: string) => pen.measure(it, style),
    }
    const room = maxLines - set.length
    const whole = breakLines(text, setting)
    const lines = whole.length > room ? breakLines(shortened(text, whole, room), setting) : whole
    isCut ||= whole.length > room
    for (const line of lines.slice(0, room)) {
      set.push({ line, marks, top })
      top += pitch
    }
    if (isCut) break
  }
  const height = set.length === 0 ? 0 : top - (pitch - size)
  return {
    height,
    lines: set.length,
    isCut,
    draw: (context, x, y) => {
      for (const { line, marks, top: at } of set) {
        for (const [from, to] of markedParts(line, marks)) {
          context.fillStyle = markColour
          context.fillRect(x + from - size * 0.04, y + at - size * 0.06, to - from + size * 0.08, size * 1.18)
        }
        for (const piece of line.pieces)
          pen.write(context, piece.text, x + piece.x, y + at + size * ASCENT, style)
      }
    },
  }
}

/** The text up to where the last line begins to be too long for an ellipsis. */
function shortened(text: string, lines: readonly Line[], room: number): string {
  const pieces = lines[room - 1]?.pieces ?? []
  const end = pieces.at(-3)?.from ?? pieces[0]?.from ?? 0
  const kept = text.slice(0, end).replace(LAST_MARKS, '')
  return `${kept}…`
}

/** From and to of what is marked in a line, in pixels. Words count as marked where some of them are. */
function markedParts(line: Line, marks: readonly Mark[]): readonly (readonly [number, number])[] {
  const parts: [number, number][] = []
  for (const piece of line.pieces) {
    const end = piece.from + piece.text.length
    if (piece.text === ' ' || !marks.some(([from, to]) => from < end && piece.from < to)) continue
    const last = parts.at(-1)
    if (last && Math.abs(last[1] - piece.x) < 1) last[1] = piece.x + piece.advance
    else parts.push([piece.x, piece.x + piece.advance])
  }
  return parts
}
