import { isUtf8 } from 'node:buffer'
import { UnreadablePageError } from '../../domain/index.ts'

/** The encodings that Chinese pages come in, by their names for `TextDecoder`. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5'

/** Bytes of the start of a file that are enough to tell its encoding. */
export const ENCODING_SAMPLE_BYTES = 65_536

/**
 * Tells the encoding of a Chinese text from its first bytes: byte order mark, then UTF-16 by its line ends and
 * Han halves, then valid UTF-8, then whichever of GB18030 and Big5 gives the more ordinary text.
 * @throws {UnreadablePageError} for an empty file and for well-known binary formats.
 */
export function detectEncoding(bytes: Uint8Array, file: string): Encoding {
  if (bytes.length === 0) throw new UnreadablePageError(file, 'it is empty')
  refuseKnownBinary(bytes, file)
  const sample = bytes.subarray(0, ENCODING_SAMPLE_BYTES)
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le'
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be'
  if (sample[0] === 0xef && sample[1] === 0xbb && sample[2] === 0xbf) return 'utf-8'
  const wide = utf16ByEvidence(sample)
  if (wide !== undefined) return wide
  if (looksLikeUtf8(sample)) return 'utf-8'
  return ordinariness(sample, 'big5') > ordinariness(sample, 'gb18030') ? 'big5' : 'gb18030'
}

const KNOWN_BINARY: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF file, not its text'],
  ['PK\u0003\u0004', 'a ZIP or Office file'],
  ['\u0089PNG', 'a picture'],
  ['\u00ff\u00d8\u00ff', 'a picture'],
  ['\u001f\u008b', 'a gzip file'],
  ['\u00d0\u00cf\u0011\u00e0', 'an Office file'],
]

function refuseKnownBinary(bytes: Uint8Array, file: string): void {
  const start = String.fromCharCode(...bytes.subarray(0, 8))
  const known = KNOWN_BINARY.find(([magic]) => start.startsWith(magic))
  if (known) throw new UnreadablePageError(file, `it is ${known[1]}`, 0)
}

/**
 * Line ends and ASCII signs have a zero half in UTF-16, on one side only, and Chinese text in UTF-16 is hardly ever
 * valid UTF-8.
 */
function utf16ByEvidence(sample: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (!sample.includes(0)) return undefined
  const zeros = [0, 0]
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (even + odd === 0) return undefined
  if (damageOf(sample).bad === 0 && (even + odd) * 3 < sample.length) return undefined
  const encoding = odd > even ? 'utf-16le' : 'utf-16be'
  return Math.max(even, odd) > Math.min(even, odd) * 4 && ordinariness(sample, encoding) >= 0
    ? encoding
    : undefined
}

/** Valid throughout, or so nearly that a few bytes must have been damaged: GBK text is never nearly UTF-8. */
function looksLikeUtf8(sample: Uint8Array): boolean {
  if (isUtf8(sample)) return true
  const { bad, wide } = damageOf(sample)
  return bad === 0 || bad * 20 < wide
}

function damageOf(sample: Uint8Array): { readonly bad: number; readonly wide: number } {
  const text = new TextDecoder('utf-8').decode(sample, { stream: true })
  let bad = 0
  let wide = 0
  for (const sign of text) {
    if (sign === '\ufffd') bad++
    else if (sign >= '\u0080') wide++
  }
  return { bad, wide }
}

const EVERYDAY = new Set(
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经市新日月记者報會國這來個們發學經產對時後動過說開關問題，。、：；“”（）《》',
)

/** Share of everyday signs in the text that the bytes would be; -1 if they are not in this encoding at all. */
function ordinariness(sample: Uint8Array, encoding: Encoding): number {
  let everyday = 0
  let wide = 0
  let bad = 0
  for (const sign of new TextDecoder(encoding).decode(sample, { stream: true })) {
    if (sign === '\ufffd') bad++
    else if (sign >= '\u0080') wide++
    if (EVERYDAY.has(sign)) everyday++
  }
  return wide === 0 ? -1 : (everyday - bad * 4) / wide
}
