import { UnreadablePageError } from '../../domain/index.ts'
import { detectEncoding, ENCODING_SAMPLE_BYTES } from './encoding.ts'

/**
 * Gives the text of a page file: UTF-8 or UTF-16 with or without a byte order mark, GB18030 (and so GBK), Big5,
 * told apart by the bytes alone.
 * @param file name for the error.
 * @param onWarning told of a character that is cut off at the end: the text before it is given.
 * @throws {UnreadablePageError} for an empty, binary or damaged file, with the offset of the first bad byte.
 */
export function decodePage(bytes: Uint8Array, file: string, onWarning: (message: string) => void): string {
  const encoding = detectEncoding(bytes, file)
  const text = decodeAs(bytes, encoding, file, onWarning)
  refuseBinary(text, encoding, file)
  if (text.trim() === '') throw new UnreadablePageError(file, 'it holds no text')
  return text
}

function decodeAs(
  bytes: Uint8Array,
  encoding: string,
  file: string,
  onWarning: (message: string) => void,
): string {
  const decoder = new TextDecoder(encoding, { fatal: true })
  let text: string
  try {
    text = decoder.decode(bytes, { stream: true })
  } catch (cause) {
    if (!encoding.startsWith('utf-16') && isBinary(bytes))
      throw new UnreadablePageError(file, BINARY, undefined, { cause, advice: BINARY_ADVICE })
    throw new UnreadablePageError(file, `it is not valid ${encoding}`, firstBadByte(bytes, encoding), {
      cause,
      advice: 'it is damaged, or in an encoding that is not known: get it again, or save it as UTF-8',
    })
  }
  try {
    return text + decoder.decode()
  } catch {
    onWarning(cutOff(encoding))
    return text
  }
}

/** What is said of a file that ends inside a character. */
export const cutOff = (encoding: string): string =>
  `the file ends in the middle of a character (${encoding}); the text before it was read`

/** Offset of the first byte at which no longer start of `bytes` decodes; by halving, as the decoder does not tell. */
function firstBadByte(bytes: Uint8Array, encoding: string): number {
  let good = 0
  let bad = bytes.length + 1
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (decodes(bytes.subarray(0, middle), encoding)) good = middle
    else bad = middle
  }
  // A start that ends inside a character still decodes as a stream: step back to the last whole character.
  while (good > 0 && !decodes(bytes.subarray(0, good), encoding, true)) good--
  return good
}

function decodes(bytes: Uint8Array, encoding: string, whole = false): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !whole })
    return true
  } catch {
    return false
  }
}

// oxlint-disable-next-line eslint/no-control-regex -- control characters are what is looked for
const CONTROL = /[\0-\b\x0b\x0e-\x1a\x1c-\x1f]/g

const BINARY = 'it is a binary file'
const BINARY_ADVICE = 'no text is in it: get it again, or give it the ending of what it is'

/** Bytes by chance hold a tenth of control characters, text next to none. */
function isBinary(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, ENCODING_SAMPLE_BYTES)
  let control = 0
  for (const byte of start) if (byte < 9 || (byte > 13 && byte < 27)) control++
  return control * 50 > start.length
}

/** A page may hold a stray control character; one in a hundred, or any NUL, is no text. */
export function refuseBinary(text: string, encoding: string, file: string, bytesBefore = 0): void {
  const first = text.search(CONTROL)
  if (first < 0) return
  const count = text.match(CONTROL)?.length ?? 0
  const nul = text.indexOf('\0')
  if (nul < 0 && count * 100 < text.length) return
  const at = nul < 0 ? first : nul
  const offset = bytesBefore + byteLength(text.slice(0, at), encoding)
  throw new UnreadablePageError(file, nul < 0 ? BINARY : 'it holds a NUL byte', offset, {
    advice: BINARY_ADVICE,
  })
}

function byteLength(text: string, encoding: string): number {
  if (encoding === 'utf-8') return Buffer.byteLength(text)
  if (encoding.startsWith('utf-16')) return text.length * 2
  return Array.from(text).reduce((sum, sign) => sum + (sign < '\u0080' ? 1 : 2), 0)
}
