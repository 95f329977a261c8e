/** What stands somewhere in a line. */
interface Placed {
  readonly text: string
  /** From the left end of the line. */
  readonly x: number
  readonly advance: number
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
/** Stands in a row of words from right to left as they do: blanks, numbers, marks. Letters of other scripts end it. */
const GOES_ALONG = /^[^\p{L}]+$/u

/**
 * Lets rows of words in scripts that run from right to left stand in their order, within a line that runs from left to
 * right: the first word is the rightmost one. Letters of a word, and digits of a number, are in their own order already. Of
 * the bidirectional algorithm (https://www.unicode.org/reports/tr9/) it is what one such row in Chinese text needs.
 * @param pieces of a line, in the order of the text
 * @returns the same in the same order, at other places
 */
export function placeRightToLeft<Piece extends Placed>(pieces: readonly Piece[]): readonly Piece[] {
  if (!pieces.some(({ text }) => RIGHT_TO_LEFT.test(text))) return pieces
  const placed = [...pieces]
  for (let from = 0; from < pieces.length; from++) {
    if (!RIGHT_TO_LEFT.test(pieces[from]?.text ?? '')) continue
    const to = endOfRow(pieces, from)
    const [first, last] = [pieces[from], pieces[to]]
    if (!first || !last) break
    const right = last.x + last.advance
    for (let at = from; at <= to; at++) {
      const piece = pieces[at]
      if (piece) placed[at] = { ...piece, x: first.x + right - piece.x - piece.advance }
    }
    from = to
  }
  return placed
}

/** The last word of the row: what follows it, and is no such word, stands behind the row. */
function endOfRow(pieces: readonly Placed[], from: number): number {
  let end = from
  for (let at = from + 1; at < pieces.length; at++) {
    const text = pieces[at]?.text ?? ''
    if (RIGHT_TO_LEFT.test(text)) end = at
    else if (!GOES_ALONG.test(text)) break
  }
  return end
}
