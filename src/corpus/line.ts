import { cleanLine } from './clean.ts'

/** A printed line that is not blank. */
export interface Line {
  /** From 1, blank lines counted. */
  readonly number: number
  /** Cleaned. */
  readonly text: string
  /** As wide as this many Han characters; blanks, which justification stretches, do not count. */
  readonly width: number
  /** Whether a blank line, or the start of the page, stands before it. */
  readonly afterBlank: boolean
  /** Whether it was printed with the indentation of a paragraph. */
  readonly indented: boolean
}

/** The lines of a page, cleaned, blank ones left out. Lines end with LF, CR LF, CR or a form feed. */
export function toLines(text: string, linesBefore = 0): readonly Line[] {
  const lines: Line[] = []
  let afterBlank = true
  for (const [index, raw] of text.split(/\r\n|[\n\r\f\u2028\u2029]/).entries()) {
    const cleaned = cleanLine(raw)
    if (cleaned === '') {
      afterBlank = true
      continue
    }
    const indented = /^(?:\u3000{2}| {4}|\t)/.test(raw)
    lines.push({
      number: linesBefore + index + 1,
      text: cleaned,
      width: widthOf(cleaned),
      afterBlank,
      indented,
    })
    afterBlank = false
  }
  return lines
}

/** Width in Han characters: ASCII signs count half, blanks nothing. */
export function widthOf(text: string): number {
  let halves = 0
  for (const sign of text) if (sign !== ' ') halves += sign < '\u0100' ? 1 : 2
  return halves / 2
}
