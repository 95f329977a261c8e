/**
 * What a glyph of a Type 3 font is wide, without how it is drawn: the glyph is a small page of its own, and begins with its width
 * (`d0`, or `d1` with its box; ISO 32000, 9.6.4), which no other content does. pdf.js reads each glyph of a page before the page itself.
 * @param content of a stream, unpacked
 * @returns undefined if it is no such glyph
 */
export function withoutType3Outline(content: Uint8Array): Uint8Array | undefined {
  // Asked of every stream of a file: most begin otherwise.
  if (!STARTS.has(content[0] ?? 0)) return undefined
  const head = Buffer.from(content.buffer, content.byteOffset, Math.min(content.length, LONGEST)).toString(
    'latin1',
  )
  const [width] = WIDTH.exec(head) ?? []
  return width === undefined ? undefined : content.subarray(0, width.length)
}

/** In bytes: six numbers and the blanks between them. */
const LONGEST = 256
const STARTS: ReadonlySet<number> = new Set(Buffer.from('+-.0123456789 \t\r\n'))
const WIDTH = /^\s{0,9}(?:[-+.\d]{1,20}\s{1,9}){2}(?:d0|(?:[-+.\d]{1,20}\s{1,9}){4}d1)(?=\s)/u
