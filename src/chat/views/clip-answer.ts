import { wholeCharacter } from '../../language/index.ts'
import type { Excerpt } from '../../search/index.ts'

const ELLIPSIS = '…'
const CLAUSE_END = /[，；：。]/u

/**
 * Cuts a long sentence to `limit` UTF-16 units around what answers in it, at the ends of clauses where they allow it; `…`
 * marks each cut.
 */
export function clipAnswer({ text, highlights }: Excerpt, limit: number): Excerpt {
  if (text.length <= limit) return { text, highlights }
  const [first = [0, 0]] = highlights
  const room = limit - 2 * ELLIPSIS.length
  // As much before the answer as there is room for behind it, from the start of a clause.
  const earliest = Math.max(0, Math.min(first[1] - room, text.length - room), first[0] - Math.floor(room / 2))
  let start = first[1] <= room ? 0 : earliest
  for (let at = start; start > 0 && at < first[0]; at++)
    if (CLAUSE_END.test(text.charAt(at))) {
      start = at + 1
      break
    }
  const end = wholeCharacter(text, Math.min(text.length, start + room))
  const from = wholeCharacter(text, start)
  const before = from > 0 ? ELLIPSIS : ''
  const shift = before.length - from
  return {
    text: `${before}${text.slice(from, end)}${end < text.length ? ELLIPSIS : ''}`,
    highlights: highlights
      .map(([a, b]) => [Math.max(a, from), Math.min(b, end)] as const)
      .filter(([a, b]) => a < b)
      .map(([a, b]) => [a + shift, b + shift]),
  }
}
