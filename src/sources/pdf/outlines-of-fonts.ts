/**
 * The mark of a font whose program holds nothing but the outlines of its glyphs, to be given to pdf.js in place of the program. pdf.js
 * rewrites each font of a file for drawing before it tells what a text says: a tenth of the time of a page, and a quarter of
 * the memory that is taken on the way. Widths and Unicode map stand outside of the program. It may tell characters where the codes of a text
 * are names of glyphs; not so where they are CIDs, by which these fonts number their glyphs. pdf.js goes on without the outlines as it
 * does if a font is damaged.
 * @param head how the program begins
 * @returns undefined if the program may be needed, or is no font
 */
export const markOfOutlines = (head: Uint8Array): Uint8Array | undefined =>
  isCidKeyedCff(head) ? head.subarray(0, MARK) : undefined

const MARK = 4

/** Compact Font Format (Adobe Technical Note 5176): the dictionary of a CID-keyed font begins with `ROS`. */
function isCidKeyedCff(bytes: Uint8Array): boolean {
  const [major, minor, headerSize = 0, offsetSize = 0] = bytes
  if (major !== 1 || minor !== 0 || headerSize < MARK || offsetSize < 1 || offsetSize > 4) return false
  const names = readIndex(bytes, headerSize)
  const dictionaries = names && readIndex(bytes, names.end)
  return (
    dictionaries !== undefined && firstOperator(bytes.subarray(dictionaries.start, dictionaries.end)) === ROS
  )
}

const ROS = 0x0c_1e

/** Where the things of an INDEX begin, and where it ends; undefined if it holds none. */
function readIndex(
  bytes: Uint8Array,
  at: number,
): { readonly start: number; readonly end: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (at + 3 > bytes.length) return undefined
  const count = view.getUint16(at)
  const size = view.getUint8(at + 2)
  const last = at + 3 + count * size
  if (count === 0 || size < 1 || size > 4 || last + size > bytes.length) return undefined
  let offset = 0
  for (let byte = 0; byte < size; byte++) offset = offset * 256 + view.getUint8(last + byte)
  const start = last + size
  return { start, end: start + offset - 1 }
}

/** The operator behind the first operands of a dictionary. */
function firstOperator(dictionary: Uint8Array): number | undefined {
  for (let at = 0; at < dictionary.length; ) {
    const first = dictionary[at] ?? 0
    if (first === ESCAPE) return (first << 8) | (dictionary[at + 1] ?? 0)
    if (first <= LAST_OPERATOR || first === REAL) return first
    at += first === 28 ? 3 : first === 29 ? 5 : first >= 247 ? 2 : 1
  }
  return undefined
}

const LAST_OPERATOR = 21
const ESCAPE = 12
const REAL = 30
