import type { Line } from './line.ts'
import { endsSentence, opensArticle, opensWithMark } from './wording.ts'

/** Lines of one printed paragraph, or of the part of it that stands in one place. */
export interface Paragraph {
  readonly lines: readonly Line[]
}

const LONG_LINE = 40
/** An indentation is two characters; half a character is lost to compressed marks. */
const INDENT = 1.4

/** Cuts lines of body text, in file order, into paragraphs: indentation and short last lines tell, blank lines hint. */
export function toParagraphs(lines: readonly Line[], width: number): readonly Paragraph[] {
  const paragraphs: Line[][] = []
  for (const [at, line] of lines.entries()) {
    const current = paragraphs.at(-1)
    const before = lines[at - 1]
    if (!current || !before || breaksBefore(before, line, lines[at + 1], width)) paragraphs.push([line])
    else current.push(line)
  }
  return paragraphs.map((group) => ({ lines: group }))
}

function breaksBefore(before: Line, line: Line, next: Line | undefined, width: number): boolean {
  if (line.indented || opensArticle(line.text)) return true
  if (!endsSentence(before.text)) return isShort(before, width) && /[：:—]$/u.test(before.text)
  if (before.width > LONG_LINE || line.width > LONG_LINE) return true
  const torn = opensWithMark(line.text) || opensWithMark(before.text)
  const full = !isShort(before, width)
  if (line.afterBlank) return !(torn && full && line.width > width - 0.9)
  if (!full) return true
  return isShort(line, width) && next !== undefined && !next.afterBlank
}

const isShort = (line: Line, width: number): boolean => line.width < width - INDENT

const HAN_END = /[\p{Script=Han}\p{P}]$/u

/** Joins printed lines to running text: no blank but between two ASCII words. */
export function reflow(lines: readonly Line[]): string {
  let text = ''
  for (const line of lines) {
    const ascii = /[A-Za-z]$/.test(text) && /^[A-Za-z]/.test(line.text)
    text += ascii && !HAN_END.test(text) ? ` ${line.text}` : line.text
  }
  return text
}
