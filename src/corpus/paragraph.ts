import type { Line } from './line.ts'

/** Joins printed lines to running text: no blank but between two ASCII words. */
export function reflow(lines: readonly Line[]): string {
  let text = ''
  for (const line of lines) {
    const ascii = /[A-Za-z]$/.test(text) && /^[A-Za-z]/.test(line.text)
    text += ascii ? ` ${line.text}` : line.text
  }
  return text
}
