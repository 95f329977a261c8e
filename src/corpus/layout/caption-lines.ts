// Captions that no blank line sets off, found from their end: the credit of a picture ends a line, hardly anything else does.

import { readByline } from '../wording/byline.ts'
import { opensCaption, pictureCreditAt } from '../wording/caption.ts'
import type { Line } from './line.ts'

/** Lines that the credit itself takes at most, and the whole caption. */
const CREDIT_LINES = 3
const MOST_LINES = 5
/** In UTF-16 units. */
const LONGEST = 110
const SLACK = 1.1

/**
 * Where captions stand whose last line ends with the credit of a picture: the index of their first line, and how many lines they take.
 * A caption is wrapped as its picture is wide, so the full lines of one width before its end belong to it, unless they are a
 * column of running text, which has more of them.
 */
export function captionsByCredit(lines: readonly Line[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  let free = 0
  for (const end of lines.keys()) {
    const credit = creditLine(lines, end, free)
    if (credit === undefined) continue
    const start = startOf(lines, credit, end, free)
    found.set(start, end - start + 1)
    free = end + 1
  }
  return found
}

interface CreditLine {
  readonly line: number
  /** Whether nothing stands before the credit on its first line. */
  readonly isAlone: boolean
}

/** The line in which the credit begins that ends with a line; none where none does. */
function creditLine(lines: readonly Line[], end: number, free: number): CreditLine | undefined {
  const last = lines[end]
  if (!last || !/[摄影图片供）)]/u.test(last.text.slice(-1))) return undefined
  let text = ''
  let known: CreditLine | undefined
  for (let from = end; from > end - CREDIT_LINES && from >= free; from--) {
    const line = lines[from]
    if (!line) break
    // A line end parts 摄 from the name before it as a blank does.
    text = line.text + (BARE.test(text) ? ' ' : '') + text
    const at = pictureCreditAt(text)
    // The line before may hold the start of it: 本报记 / 者 某某 摄.
    if (at !== undefined && at < line.text.length) known = { line: from, isAlone: at === 0 }
    else if (known) return known
    if (line.afterBlank) break
  }
  return known
}

const BARE = /^摄影?$/u

/** A few characters with a full stop are the end of something. */
const ENDS_PHRASE = /^[^。]{1,4}。/u

function startOf(lines: readonly Line[], credit: CreditLine, end: number, free: number): number {
  const { line: at, isAlone } = credit
  const first = lines[at]
  const before = lines[at - 1]
  if (!first || !before || first.afterBlank || at - 1 < free) return at
  const opening = openingOver(lines, credit, end, free)
  if (opening !== undefined) return opening
  if (isAlone) return isPhraseOverCredit(lines, at - 1, free) ? at - 1 : at
  if (ENDS_PHRASE.test(first.text)) return at - 1
  if (at === end) return at
  let start = at
  let length = lines.slice(at, end + 1).reduce((sum, { text }) => sum + text.length, 0)
  while (start > free && lines[start]?.afterBlank === false) {
    const line = lines[start - 1]
    if (!line || line.endsText || readByline(line.text) || Math.abs(line.width - first.width) > SLACK) break
    start--
    length += line.text.length
    if (end - start + 1 > MOST_LINES || length > LONGEST) return at
  }
  return start
}

/** Where a caption opens by its wording (图为…, ▲…) that ends with a credit. */
function openingOver(
  lines: readonly Line[],
  credit: CreditLine,
  end: number,
  free: number,
): number | undefined {
  const closed = credit.isAlone ? credit.line - 1 : credit.line
  for (let at = credit.line; at >= free && end - at < MOST_LINES; at--) {
    const line = lines[at]
    if (!line || (at < closed && line.endsText)) return undefined
    if (opensCaption(line.text)) return at
    if (line.afterBlank) return undefined
  }
  return undefined
}

/** A phrase over the credit that stands apart from the text before it: behind a sentence, or a sentence wider than what is over it. */
function isPhraseOverCredit(lines: readonly Line[], at: number, free: number): boolean {
  const [line, before] = [lines[at], lines[at - 1]]
  if (!line) return false
  if (line.afterBlank || !before || at === free || before.endsText) return true
  return line.text.endsWith('。') && line.width > before.width + SLACK
}
