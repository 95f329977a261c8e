import type { Line } from './line.ts'

/** Joins printed lines to running text: no blank but between words of another script. */
export function reflow(lines: readonly Line[]): string {
  let text = ''
  for (const line of lines) {
    const ascii =
      (/[A-Za-z]$/.test(text) && /^[A-Za-z]/.test(line.text)) ||
      (/[a-z][.,;:!?'"”)\]]*$/.test(text) && /^['"“([]?[A-Za-z0-9]/.test(line.text))
    text += ascii ? ` ${line.text}` : line.text
  }
  return text
}
