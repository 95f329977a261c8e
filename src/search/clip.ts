import type { TextRange } from '../language/index.ts'

const ELLIPSIS = '…'
const CLAUSE_END = /[，、；：,;:]/u

/**
 * Cuts a sentence that is too long down to `length` UTF-16 units around as many of its highlights as will go in,
 * at the ends of clauses where they allow it, else between characters; never inside a number, a Latin word, a
 * highlight that fits, or a surrogate pair. `…` marks each cut.
 */
export function clipAround(sentence: string, highlights: readonly TextRange[], length: number): string {
  const room = Math.max(1, length - 2 * ELLIPSIS.length)
  const [from, to] = densest(highlights, room)
  const starts = clauseStarts(sentence)
  let start = starts.findLast((it) => it <= from && to - it <= room) ?? from
  // Without a clause that fits, show what stands before the words too: half of the room that they leave.
  if (start === from && !starts.includes(from))
    start = Math.max(0, from - Math.floor((room - (to - from)) / 2))
  start = wordBoundary(sentence, start, 1)
  const limit = start + room
  const clauseEnd = starts.findLast((it) => it <= limit && it >= to && it - start > room / 2)
  const end = limit >= sentence.length ? sentence.length : (clauseEnd ?? wordBoundary(sentence, limit, -1))
  return `${start > 0 ? ELLIPSIS : ''}${sentence.slice(start, end)}${end < sentence.length ? ELLIPSIS : ''}`
}

/** The stretch that holds most highlights of those not longer than `room`; the first of equals. */
function densest(highlights: readonly TextRange[], room: number): TextRange {
  let best: TextRange = [0, 0]
  let most = 0
  for (const [i, [from]] of highlights.entries()) {
    const within = highlights.slice(i).filter(([, to]) => to - from <= room)
    if (within.length > most) {
      most = within.length
      best = [from, within.at(-1)?.[1] ?? from]
    }
  }
  return most === 0 && highlights[0] !== undefined ? [highlights[0][0], highlights[0][0]] : best
}

function clauseStarts(sentence: string): readonly number[] {
  const starts = [0]
  for (let i = 0; i < sentence.length; i++) if (CLAUSE_END.test(sentence.charAt(i))) starts.push(i + 1)
  return starts
}

/** The next place in the direction of `step` where a cut halves no pair, number or Latin word. */
function wordBoundary(text: string, at: number, step: 1 | -1): number {
  let place = at
  while (place > 0 && place < text.length && joined(text, place)) place += step
  // A word longer than all the room: halve it rather than show nothing, but never halve a surrogate pair.
  if (place > 0 || at <= 0) return place
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at
}

const joined = (text: string, at: number) =>
  /^(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[A-Za-z0-9.,%][A-Za-z0-9.%])/.test(text.slice(at - 1, at + 1)) ||
  /^\p{M}/u.test(text.slice(at))
