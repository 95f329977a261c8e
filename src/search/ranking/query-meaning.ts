import { openWordVectors, type Tokeniser } from '../../language/index.ts'
import type { ParsedQuery } from '../query/query.ts'
import { type Likeness, likenessTo } from './likeness.ts'
import { inverseDocumentFrequency, type TermCounts } from './term-counts.ts'

/** What a query means, and how much alike a headline must be to be a hit by that alone. */
export interface QueryMeaning {
  /** Of length 1. */
  readonly vector: Float32Array
  /** How much alike a headline is by its words too. */
  readonly likenessTo: (headline: string, cosine: number) => Likeness
  /** The least cosine that will do where no article holds enough of the query; above 1 if none will. */
  readonly leastCosine: number
  /** The least likeness that will do everywhere; above 1 if none will. */
  readonly leastLikeness: Likeness
}

/**
 * Of two words and more. Of 200 pairs of words that stand nowhere in the archive 1 finds a headline so much alike, and 5 at 0.6.
 */
const LEAST_COSINE = 0.65
/** Of one word: what shares a character with it is somewhat alike (台风, 屏风), and none of 400 that stand nowhere finds so much. */
const LEAST_COSINE_OF_ONE = 0.75
/**
 * Of two words and more, of which a headline says some and something like the others: 加沙地带遭空袭 says too little of
 * a cat in 加沙.
 */
const LEAST_LIKENESS: Likeness = { asWhole: 0.45, said: 0.55 }
/** A text of this length that the dictionary does not know is a long name, or several words. */
const SEVERAL_WORDS = /^\p{sc=Han}{4,}$/u
/** More than any is alike. */
const NEVER = 2
const NEVER_ALIKE: Likeness = { asWhole: NEVER, said: NEVER }

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
  counts: Pick<TermCounts, 'documentCount' | 'documentFrequency'>,
): QueryMeaning | undefined {
  const isPlain = wanted.every(
    ([it, ...others]) => it !== undefined && others.length === 0 && !it.exact && it.field === undefined,
  )
  if (!isPlain || excluded.length > 0) return undefined
  const texts = wanted.flatMap((it) => it.map(({ text }) => text))
  const words = texts.flatMap((text) => wordsOf(text, tokeniser))
  const vectors = openWordVectors()
  const vector = vectors.vectorOf(words)
  if (vector === undefined) return undefined
  const whole = new Set(words.filter((it) => it.length > 1))
  const isKnown = [...whole].some((it) => vectors.has(it))
  const isOne = whole.size === 1
  const [first = ''] = whole
  const saysOne = whole.size === 0 || (new Set(words).size === 1 && (isKnown || !SEVERAL_WORDS.test(first)))
  const rarityOf = (word: string) =>
    inverseDocumentFrequency(counts.documentFrequency(word), counts.documentCount)
  return {
    vector,
    likenessTo: likenessTo(texts, tokeniser, rarityOf),
    leastCosine: !isKnown ? NEVER : isOne ? LEAST_COSINE_OF_ONE : LEAST_COSINE,
    leastLikeness: saysOne ? NEVER_ALIKE : LEAST_LIKENESS,
  }
}
