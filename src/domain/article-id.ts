import { createHash } from 'node:crypto'
import type { ArticleId } from './article.ts'

/** What makes an article this article and no other. */
export interface ArticleIdentity {
  readonly paper?: string | undefined
  /** Only if it is printed or given: a date from a path or a guess would change the id with the file's place. */
  readonly printedDate?: string | undefined
  readonly headline: string
  readonly body: string
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'
const ID_LENGTH = 10
const BODY_START = 80

/**
 * Makes the id that deep links, buttons and bookmarks hold: 50 bits of SHA-256 in the base32 alphabet of
 * RFC 4648, in lower case. Blanks do not count, so a change of spacing keeps the id. Two of a million
 * articles share an id by chance with a probability of 0.04 %.
 */
export function createArticleId({
  paper = '',
  printedDate = '',
  headline,
  body,
}: ArticleIdentity): ArticleId {
  const identity = [...[paper, printedDate, headline].map(bare), startOf(body)]
  const start = identity.with(
    3,
    // Characters of 80 and no fewer are within twice as many units.
    Array.from((identity[3] ?? '').slice(0, 2 * BODY_START))
      .slice(0, BODY_START)
      .join(''),
  )
  const digest = createHash('sha256').update(start.join('\n')).digest()
  return Array.from({ length: ID_LENGTH }, (_, place) => ALPHABET.charAt(fiveBits(digest, place))).join('')
}

/**
 * The text without blanks and in its normal form, or the start of it. Forms of characters depend on those beside them alone, so
 * what stands far before the end of a part is the same as in the whole.
 */
function startOf(body: string): string {
  const start = bare(body.slice(0, ENOUGH))
  return body.length <= ENOUGH || start.length < ENOUGH / 2 ? bare(body) : start
}
const ENOUGH = 16 * BODY_START

/** True of any text that may be an article's id; whether there is such an article is another question. */
export const isArticleId = (text: string): text is ArticleId => /^[a-z2-7]{10}$/.test(text)

/** Normalising takes time squared in the length of a row of combining marks; no text needs so many. */
const MARKS = /(\p{M}{30})\p{M}+/gu

const bare = (text: string): string => text.replace(MARKS, '$1').normalize('NFKC').replace(/\s+/gu, '')

function fiveBits(bytes: Buffer, place: number): number {
  const bit = place * 5
  return (bytes.readUInt16BE(bit >> 3) >> (11 - (bit & 7))) & 31
}
