import { openWordVectors, type Tokeniser } from '../../language/index.ts'
import type { ParsedQuery } from '../query/query.ts'

/** What a query means, and how much alike a headline must be to be a hit by that alone. */
export interface QueryMeaning {
  /** Of length 1. */
  readonly vector: Float32Array
  /** A cosine; above 1 if none is to be. */
  readonly least: number
}

/**
 * Of two words and more. Of 200 pairs of words that stand nowhere in the archive 1 finds a headline so much alike, and 5 at 0.6.
 */
const LEAST = 0.65
/** Of one word: what shares a character with it is somewhat alike (台风, 屏风), and none of 400 that stand nowhere finds so much. */
const LEAST_OF_ONE = 0.75
/** More than any is alike. */
const NEVER = 2

/** What a headline means, as a vector of length 1; undefined if none of its words is known. */
export const headlineVectorOf = (headline: string, tokeniser: Tokeniser): Float32Array | undefined =>
  openWordVectors().vectorOf(wordsOf(headline, tokeniser))

const wordsOf = (text: string, tokeniser: Tokeniser) => tokeniser.wordsOf(text).map((it) => it.text)

/**
 * What a query means; undefined if it wants something just so, in one field, or without something, or if nothing is known
 * of its words. Single characters and what is no word, as most names, never find anything by what they mean.
 */
export function meaningOfQuery(
  { wanted, excluded }: ParsedQuery,
  tokeniser: Tokeniser,
): QueryMeaning | undefined {
  const isPlain = wanted.every(
    ([it, ...others]) => it !== undefined && others.length === 0 && !it.exact && it.field === undefined,
  )
  if (!isPlain || excluded.length > 0) return undefined
  const words = wanted.flatMap((it) => it.flatMap(({ text }) => wordsOf(text, tokeniser)))
  const vectors = openWordVectors()
  const vector = vectors.vectorOf(words)
  if (vector === undefined) return undefined
  const whole = new Set(words.filter((it) => it.length > 1))
  const isKnown = [...whole].some((it) => vectors.has(it))
  return { vector, least: !isKnown ? NEVER : whole.size === 1 ? LEAST_OF_ONE : LEAST }
}
