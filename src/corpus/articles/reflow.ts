import type { Line } from '../layout/line.ts'

/** A letter and the marks behind it, in UTF-16 units: a paragraph is not looked through anew for each line. */
const LONGEST_END = 16

/** Joins printed lines to running text: no blank but between words of another script. */
export function reflow(lines: readonly Line[]): string {
  let text = ''
  for (const line of lines) {
    const end = text.slice(-LONGEST_END)
    const ascii =
      (/[A-Za-z]$/.test(end) && /^[A-Za-z]/.test(line.text)) ||
      (/[a-z][.,;:!?'"”)\]]*$/.test(end) && /^['"“([]?[A-Za-z0-9]/.test(line.text))
    text += ascii ? ` ${line.text}` : line.text
  }
  return text
}
