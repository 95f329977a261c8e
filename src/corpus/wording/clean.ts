import { foldLookAlikes } from './look-alikes.ts'

// oxlint-disable-next-line eslint/no-control-regex -- text layers hold stray control characters
const INVISIBLE = /[\0-\x08\x0b-\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb]/g
/** Fonts draw the Chinese dash, two signs wide, as one. */
const LONG_DASH = /\u2e3a/g
const BLANKS = /[\s\u3000]+/gu
const WIDE = /[\p{Script=Han}\u2010-\u2027\u2030-\u205e\u2e3a\u2e3b\u3000-\u303f\uff00-\uff60\u00b7]/u

/**
 * Cleans one printed line: look-alike characters become ordinary ones, letter-spacing goes, and so do blanks that
 * only justified the line (around numbers and marks). A blank between two Han words stays: the paper printed it.
 */
export function cleanLine(raw: string): string {
  let text = foldLookAlikes(raw).replace(LONG_DASH, '——').replace(INVISIBLE, '').replace(BLANKS, ' ').trim()
  if (!text.includes(' ')) return undouble(text)
  if (isLetterSpaced(text)) text = closeUp(text)
  return undouble(closeAroundMarksAndNumbers(text))
}

const WIDE_SIGN = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]|(?<=[\uff10-\uff19])．(?=[\uff10-\uff19])/g

/** Figures and Latin letters that were set as wide as Han characters (２０２４年, ＧＤＰ) become ordinary ones. */
export const foldWideSigns = (text: string): string =>
  text.replace(WIDE_SIGN, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))

/** Names of two characters are spread out to stand under those of three: that is no letter-spacing. */
const SIGNED = /^\p{Script=Han}{0,12}(?:记者|通讯员|实习生) /u

/**
 * Whether most parts between the blanks are single wide characters, as in a line stretched to its column: 全 市 大 宗 商
 * 品.
 */
export function isLetterSpaced(text: string): boolean {
  if (!text.includes(' ')) return false
  const parts = text.split(' ')
  if (parts.length < 4 || SIGNED.test(text)) return false
  const single = parts.filter((part) => part.length === 1 && WIDE.test(part)).length
  return single * 2 >= parts.length
}

/** Takes out every blank but those between two ASCII words. */
const closeUp = (text: string): string =>
  text.replace(/ /g, (_blank, at: number) =>
    isAscii(text.charAt(at - 1)) && isAscii(text.charAt(at + 1)) ? ' ' : '',
  )

const isAscii = (sign: string): boolean => sign !== '' && sign < '\u0080'

const HAN = /\p{Script=Han}/u
const MARK = /[\p{P}\p{S}]/u

function closeAroundMarksAndNumbers(text: string): string {
  return text.replace(/ /g, (_blank, at: number) => {
    const before = text.charAt(at - 1)
    const after = text.charAt(at + 1)
    if (isWideMark(before) || isWideMark(after)) return ''
    if (HAN.test(before) && /[\d+\-.%]/.test(after)) return ''
    if (/[\d%]/.test(before) && HAN.test(after)) return ''
    return ' '
  })
}

const isWideMark = (sign: string): boolean => !isAscii(sign) && MARK.test(sign)

const SHORTEST_DOUBLE = 8

/**
 * A caption printed over itself comes twice, whole or piece by piece: 西部西部（（成都成都））. Where the whole line
 * consists of such pairs, one of each is kept.
 */
function undouble(text: string): string {
  const size = text.length
  if (size < SHORTEST_DOUBLE || size % 2 === 1) return text
  const half = size / 2
  if (text.slice(0, half) === text.slice(half)) return text.slice(0, half)
  let single = ''
  let at = 0
  while (at < size) {
    const piece = pairAt(text, at)
    if (piece === 0) return text
    single += text.slice(at, at + piece)
    at += piece * 2
  }
  return single
}

/** Length of the shortest piece that stands twice in a row at `at`; 0 where there is none. */
function pairAt(text: string, at: number): number {
  for (let piece = 1; at + piece * 2 <= text.length; piece++)
    if (text.startsWith(text.slice(at, at + piece), at + piece)) return piece
  return 0
}
