import type { Line } from '../layout/line.ts'

/** A letter and the marks behind it, in UTF-16 units: a paragraph is not looked through anew for each line. */
const LONGEST_END = 16

/** Joins printed lines to running text: no blank but between words of another script. */
export const reflow = (lines: readonly Line[]): string => reflowTexts(lines.map(({ text }) => text))

/** The same for the texts of lines. */
export function reflowTexts(lines: readonly string[]): string {
  let text = ''
  for (const line of lines) {
    const end = text.slice(-LONGEST_END)
    const ascii =
      (/[A-Za-z]$/.test(end) && /^[A-Za-z]/.test(line)) ||
      (/[a-z][.,;:!?'"”)\]]*$/.test(end) && /^['"“([]?[A-Za-z0-9]/.test(line))
    text += ascii ? ` ${line}` : line
  }
  return text
}
