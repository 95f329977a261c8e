/** A line of a text that comes in pieces. */
export interface TextLine {
  /** From 1. */
  readonly number: number
  /** Without its end; `undefined` if it is longer than the limit. */
  readonly text: string | undefined
  /** What ends it; `''` for the last line of the text. */
  readonly end: string
}

/** What ends a line of a page. */
export const PAGE_LINE_END = /\r\n|[\n\r\f\u2028\u2029]/g
/** What ends a line of a JSON Lines file: the separators of Unicode may stand in a JSON string as they are. */
export const RECORD_END = /\r\n|[\n\r]/g

/**
 * Splits a text into lines as it comes, in bounded memory: of a line that is longer than the limit nothing is kept.
 * @param longest in UTF-16 units
 * @returns the lines that each piece of text completes; the last line is given even if it is empty
 */
export async function* splitLines(
  texts: AsyncIterable<string>,
  lineEnd: RegExp,
  longest: number,
): AsyncGenerator<readonly TextLine[]> {
  let number = 1
  /** The start of a line whose end has not come yet; `undefined` if it is too long already. */
  let open: string | undefined = ''
  const close = (text: string, end: string): TextLine => {
    const whole = open === undefined || open.length + text.length > longest ? undefined : open + text
    open = ''
    return { number: number++, text: whole, end }
  }
  // A CR at the end of a piece may be half of a CR LF.
  let heldBack = ''
  for await (const piece of texts) {
    const text = heldBack + piece
    heldBack = text.endsWith('\r') ? '\r' : ''
    const until = text.length - heldBack.length
    const lines: TextLine[] = []
    let from = 0
    for (const { 0: end, index } of text.slice(0, until).matchAll(lineEnd)) {
      lines.push(close(text.slice(from, index), end))
      from = index + end.length
    }
    if (open !== undefined) {
      const rest: string = open + text.slice(from, until)
      open = rest.length > longest ? undefined : rest
    }
    if (lines.length > 0) yield lines
  }
  yield heldBack === '' ? [close('', '')] : [close('', heldBack), close('', '')]
}
