import { type TextRange, type Word, wholeCharacter } from '../../language/index.ts'

const ELLIPSIS = '…'
const CLAUSE_END = /[，、；：,;:]/u

/**
 * Cuts a sentence that is too long down to `length` UTF-16 units around as many of its highlights as will go in,
 * at the ends of clauses where they allow it, else between words; never inside a word, a number, a name with a dot
 * in it, or a surrogate pair. `…` marks each cut.
 * @param words of the sentence
 */
export function clipAround(
  sentence: string,
  highlights: readonly TextRange[],
  words: readonly Word[],
  length: number,
): string {
  const room = Math.max(1, length - 2 * ELLIPSIS.length)
  const whole = placesInside(sentence, words)
  const [from, to] = densest(highlights, room)
  const clauses = clauseStarts(sentence)
  const clause = clauses.findLast((it) => it <= from && to - it <= room)
  // Without a clause that fits, show what stands before the words too: half of the room that they leave.
  const start = nextPlace(whole, clause ?? Math.max(0, from - Math.floor((room - (to - from)) / 2)), 1)
  const limit = start + room
  if (limit >= sentence.length) return `${start > 0 ? ELLIPSIS : ''}${sentence.slice(start)}`
  const clauseEnd = clauses.findLast((it) => it <= limit && it >= to && it - start > room / 2)
  const end = clauseEnd ?? nextPlace(whole, limit, -1)
  // One word may be longer than all the room; half of it is better than nothing.
  const last = end > start ? end : wholeCharacter(sentence, limit)
  return `${start > 0 ? ELLIPSIS : ''}${sentence.slice(start, last)}${ELLIPSIS}`
}

/** The stretch that holds most highlights of those not longer than `room`; the first of equals. */
function densest(highlights: readonly TextRange[], room: number): TextRange {
  let best: TextRange = [highlights[0]?.[0] ?? 0, highlights[0]?.[0] ?? 0]
  let most = 0
  for (const [i, [from]] of highlights.entries()) {
    const within = highlights.slice(i).filter(([, to]) => to - from <= room)
    if (within.length <= most) continue
    most = within.length
    best = [from, within.at(-1)?.[1] ?? from]
  }
  return best
}

function clauseStarts(sentence: string): readonly number[] {
  const starts = [0]
  for (let i = 0; i < sentence.length; i++) if (CLAUSE_END.test(sentence.charAt(i))) starts.push(i + 1)
  return starts
}

const TOGETHER = /^(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|·.|.·|\d[.,%]|[.,]\d|.\p{M})/su

/** 1 for each place where a cut would go through something that belongs together. */
function placesInside(sentence: string, words: readonly Word[]): Uint8Array {
  const inside = new Uint8Array(sentence.length + 1)
  for (const { start, end } of words) inside.fill(1, start + 1, end)
  for (let at = 1; at < sentence.length; at++)
    if (TOGETHER.test(sentence.slice(at - 1, at + 1))) inside[at] = 1
  return inside
}

function nextPlace(inside: Uint8Array, from: number, step: 1 | -1): number {
  let at = from
  while (inside[at] === 1) at += step
  return at
}
