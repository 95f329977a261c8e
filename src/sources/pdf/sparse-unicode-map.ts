/**
 * The Unicode map of a font whose codes lie far apart, such that pdf.js walks through the codes that it holds. It walks through all numbers up to the
 * largest code otherwise, tens of thousands for each font of Han characters, where a page uses some hundred; above two bytes it
 * does not. So a code of more than two bytes is added, which no text of the font can have.
 * @param content of a stream, unpacked
 * @returns undefined if it is no such map
 */
export function withCodeBeyond(content: Uint8Array): Uint8Array | undefined {
  // Asked of every stream of a file: most begin otherwise.
  if (content[0] !== START.charCodeAt(0) || content.length > LONGEST) return undefined
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  if (bytes.toString('latin1', 0, START.length) !== START) return undefined
  const map = bytes.toString('latin1')
  const end = map.lastIndexOf('endcmap')
  // Maps of codes to glyphs, and such as go on from another map, are left as they are.
  if (end < 0 || OTHER_MAP.test(map) || !FAR_CODE.test(map)) return undefined
  return Buffer.from(`${map.slice(0, end)}\n${BEYOND}\n${map.slice(end)}`, 'latin1')
}

const START = '/CIDInit'
/** In bytes: of all codes of two bytes. */
const LONGEST = 2 ** 20
const BEYOND = '1 beginbfchar <00010000> <0020> endbfchar'
const OTHER_MAP = /cid(?:char|range)|usecmap/u
/** A code of two bytes from 0x1000 on, at the start of a line. */
const FAR_CODE = /[\r\n]<[1-9A-F][0-9A-F]{3}>/iu
