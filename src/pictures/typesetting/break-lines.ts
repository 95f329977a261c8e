import { type Measured, placeUnits, type Slice } from './place-units.ts'
import { placeRightToLeft } from './right-to-left.ts'
import { charactersOf, type Unit, unitsOf } from './units.ts'

/** How a paragraph is set. Lengths are pixels. */
export interface Setting {
  /** Of a full line. */
  readonly width: number
  /** Of a Chinese character. */
  readonly em: number
  /** Blank before the first line. */
  readonly indent: number
  /** Lines are stretched to the full width, but for the last one. */
  readonly isJustified: boolean
  /** The advance of a text that is set as one. */
  readonly measure: (text: string) => number
}

/** Something to draw: where a unit stands in its line and in the text. */
export interface Piece {
  readonly text: string
  /** In UTF-16 units of the paragraph. */
  readonly from: number
  /** From the left end of the line. */
  readonly x: number
  /** Up to the next piece. */
  readonly advance: number
}

/** One line of a paragraph. */
export interface Line {
  readonly pieces: readonly Piece[]
  /** Up to the right edge of what is drawn. */
  readonly width: number
}

/** Rounding of many widths. */
const TOLERANCE = 0.01

/**
 * Breaks a paragraph into lines as Chinese is printed: no line begins with a mark that closes or ends with one that
 * opens, words and numbers stay whole, marks give up their blank halves at the ends of lines and beside other marks, and
 * what nearly fits is pushed in. Words and rows of marks that are wider than a line are cut where it is full.
 */
export function breakLines(text: string, setting: Setting): readonly Line[] {
  const units = unitsOf(text).flatMap((it) => cutToWidth(it, setting))
  const chunks = chunksOf(units, setting)
  const lines: Line[] = []
  for (let at = 0; at < chunks.length; ) {
    const indent = lines.length === 0 ? setting.indent : 0
    const width = setting.width - indent
    let end = at + 1
    let slice = placeUnits(flat(chunks, at, end), setting.em, indent > 0)
    while (end < chunks.length) {
      const longer = placeUnits(flat(chunks, at, end + 1), setting.em, indent > 0)
      if (longer.width - longer.slack > width + TOLERANCE) break
      slice = longer
      end += 1
      if (longer.width > width) break
    }
    lines.push(lineOf(slice, { indent, width, isLast: end === chunks.length, setting }))
    at = end
  }
  return lines
}

const flat = (chunks: readonly (readonly Measured[])[], from: number, to: number) =>
  chunks.slice(from, to).flat()

function cutToWidth(unit: Unit, { width, indent, measure }: Setting): readonly Measured[] {
  const measured = { ...unit, width: measure(unit.text) }
  return measured.width <= width - indent ? [measured] : measuredCharactersOf(unit, measure)
}

const measuredCharactersOf = (unit: Unit, measure: Setting['measure']): Measured[] =>
  charactersOf(unit).map((it) => Object.assign({}, it, { width: measure(it.text) }))

/** Groups that no line may be broken in, each as wide as a line at most. */
function chunksOf(units: readonly Measured[], setting: Setting): readonly (readonly Measured[])[] {
  const chunks: Measured[][] = []
  const room = setting.width - setting.indent + TOLERANCE
  const fits = (chunk: readonly Measured[]) => placeUnits(chunk, setting.em, true).width <= room
  let solid: Measured | undefined
  const add = (unit: Measured) => {
    const chunk = chunks.at(-1)
    const isGlued = unit.kind === 'space' || unit.noStart || solid?.noEnd === true
    if (isGlued && chunk) {
      if (fits([...chunk, unit])) chunk.push(unit)
      else {
        // A long word before the marks: it is cut, so that they keep some of it.
        const [whole, ...marks] = chunk.splice(chunk.findLastIndex((it) => !it.noStart))
        const cut = whole ? measuredCharactersOf(whole, setting.measure) : []
        if (chunk.at(-1)?.noEnd === true) chunk.push(...cut.splice(0, 1))
        if (chunk.length === 0) chunks.pop()
        const last = cut.pop()
        chunks.push(...cut.map((it) => [it]))
        if (last) chunks.push([last, ...marks, unit])
        else chunks.at(-1)?.push(...marks, unit)
      }
    } else if (unit.kind !== 'space') chunks.push([unit])
    if (unit.kind !== 'space') solid = unit
  }
  for (const unit of units) add(unit)
  return chunks
}

interface LineSetting {
  readonly indent: number
  readonly width: number
  readonly isLast: boolean
  readonly setting: Setting
}

/** The widest gap that a line is stretched by, in ems: wider ones look like blanks. */
const WIDEST_GAP = 0.3

function lineOf(slice: Slice, { indent, width, isLast, setting }: LineSetting): Line {
  const { units, gaps } = slice
  const excess = slice.width - width
  const share = excess > 0 && slice.slack > 0 ? Math.min(1, excess / slice.slack) : 0
  const wide = gaps.length > 1 ? -excess / (gaps.length - 1) : 0
  const isStretched = setting.isJustified && !isLast && wide > 0 && wide <= WIDEST_GAP * setting.em
  let x = indent
  const pieces = units.map(({ text, from }, at): Piece => {
    const { shift = 0, advance = 0, slack = 0 } = gaps[at] ?? {}
    const isEnd = at === units.length - 1
    const piece = {
      text,
      from,
      x: x + shift,
      advance: advance - slack * share + (isStretched && !isEnd ? wide : 0),
    }
    x += piece.advance
    return piece
  })
  return { pieces: placeRightToLeft(pieces), width: x }
}
