import type { Glyph, Rect } from '../printed-page.ts'

/** A recognised word, or a part of one: Chinese is cut anywhere. */
export interface ScannedWord extends Rect {
  readonly text: string
  readonly isBold: boolean
}

/** A recognised line with the box around its ink. */
export interface ScannedLine extends Rect {
  readonly words: readonly ScannedWord[]
  /** Height of its type; undefined if it is to be told from the box. */
  readonly size?: number
}

/** The ink of a line of Han characters is so much lower than its type. */
const INK = 0.92
/** Sizes that differ by less are one: boxes are measured on ink, and 一 has less of it than 国. */
const SAME_SIZE = 1.17
/** A line that is so much higher than wide, with more than one character, runs downwards. */
const VERTICAL = 1.6
/** Boxes of words that overlap by more than this, in sizes of the type, are guesses. */
const OVERLAP = 0.3
/** A gap between Han words that is as wide as this, in sizes of the type, is a blank. */
const BLANK = 1
const NARROW = /^[\u0020-\u024f]$/u
const WIDE = /^[\p{Script=Han}\u3000-\u30ff\uff00-\uffef]$/u

/**
 * Gives lines whose types are about as large the same size: the one that most characters of them have. A page is set
 * in few sizes, and what was measured on ink varies.
 */
export function withCommonSizes(lines: readonly ScannedLine[]): readonly Required<ScannedLine>[] {
  const measured = lines
    .map((line) => Object.assign({}, line, { size: line.size ?? sizeOf(line), length: textOf(line).length }))
    .filter((it) => it.length > 0 && it.size > 0)
  const left = new Set(measured)
  const sized: (typeof measured)[number][] = []
  while (left.size > 0) {
    const size = medianSize([...left])
    const alike = [...left].filter((it) => Math.max(it.size, size) < Math.min(it.size, size) * SAME_SIZE)
    for (const line of alike) {
      left.delete(line)
      sized.push(Object.assign(line, { size }))
    }
  }
  return measured.filter((it) => sized.includes(it))
}

/** Of all characters: the size that half of them do not reach. */
function medianSize(lines: readonly { readonly size: number; readonly length: number }[]): number {
  const sorted = lines.toSorted((a, b) => a.size - b.size)
  const half = sorted.reduce((sum, { length }) => sum + length, 0) / 2
  let before = 0
  return sorted.find(({ length }) => (before += length) >= half)?.size ?? 0
}

const textOf = (line: ScannedLine): string => line.words.map(({ text }) => text).join('')
const isVertical = (line: ScannedLine): boolean =>
  Array.from(textOf(line)).length > 1 && line.y1 - line.y0 > (line.x1 - line.x0) * VERTICAL
const sizeOf = (line: ScannedLine): number => (isVertical(line) ? line.x1 - line.x0 : line.y1 - line.y0) / INK

/** The characters of a line, each on the square of its type: all stand on one base line, however much ink they have. */
export function glyphsOfLine(line: Required<ScannedLine>): Glyph[] {
  const vertical = isVertical(line)
  const [from, to] = vertical ? ([line.y0, line.y1] as const) : ([line.x0, line.x1] as const)
  const across = vertical ? (line.x0 + line.x1) / 2 : (line.y0 + line.y1) / 2
  const parts = areTrusted(line, vertical)
    ? line.words.map((word) => ({
        words: [word],
        from: vertical ? word.y0 : word.x0,
        to: vertical ? word.y1 : word.x1,
      }))
    : [{ words: line.words, from, to }]
  const glyphs: Glyph[] = []
  let end = -Infinity
  for (const part of parts) {
    const characters = part.words.flatMap((word) =>
      Array.from(word.text, (text, at) => ({ text, isBold: word.isBold, startsWord: at === 0 })),
    )
    const advance = (part.to - part.from) / characters.reduce((sum, { text }) => sum + widthOf(text), 0)
    let at = part.from
    for (const { text, isBold, startsWord } of characters) {
      const next = at + widthOf(text) * advance
      const before = glyphs.at(-1)?.text ?? ''
      glyphs.push({
        text,
        ...(vertical
          ? { x0: across - line.size / 2, x1: across + line.size / 2, y0: at, y1: next }
          : { x0: at, x1: next, y0: across - line.size / 2, y1: across + line.size / 2 }),
        size: line.size,
        font: '',
        isBold,
        isVertical: vertical,
        // Between Han characters every word is said to have a blank before it; only a gap tells of one.
        afterBlank:
          startsWord &&
          before !== '' &&
          (at - end > line.size * BLANK || (!WIDE.test(before) && !WIDE.test(text))),
      })
      at = next
      end = next
    }
  }
  return glyphs
}

/** Whether the words stand one behind the other: recognition by whole lines often only guesses where they stand. */
function areTrusted({ words, size }: Required<ScannedLine>, vertical: boolean): boolean {
  let end = -Infinity
  return words.every((word) => {
    const isBehind = (vertical ? word.y0 : word.x0) > end - size * OVERLAP
    end = vertical ? word.y1 : word.x1
    return isBehind
  })
}

const widthOf = (character: string): number => (NARROW.test(character) ? 0.55 : 1)
