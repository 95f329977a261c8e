import { TABLE } from './bigram-idf-table.ts'
import { type Bigrams, bigramsOf } from './bigrams.ts'

/** Pairs of characters share buckets, so that the table stays small. */
export const BUCKETS = 65_536
/** What one step of the table stands for. */
export const STEP = 0.65

/** The bucket of a pair: the upper half of its product with the golden ratio (Knuth's multiplicative hashing). */
export const bucketOf = (bigram: number): number => Math.imul(bigram, 0x9e3779b1) >>> 16

let table: Uint8Array | undefined

/**
 * Inverse document frequency of a pair of characters in a corpus of news (Spärck Jones 1972), 0 to about 10. A page
 * holds too few texts to tell the words of its topics from those of any news; a corpus does.
 */
export function corpusIdf(bigram: number): number {
  table ??= Buffer.from(TABLE, 'base64')
  const bucket = bucketOf(bigram)
  return (((table[bucket >> 1] ?? 0) >> (bucket % 2 === 0 ? 0 : 4)) & 15) * STEP
}

/** For pairs that are no words, marks among them. */
const NO_WORD_IDF = 5

/** The {@link corpusIdf} of the two characters where one text would go on in another. */
export function idfOfSeam(left: string, right: string): number {
  const [bigram] = bigramsOf(left.slice(-1) + right.slice(0, 1))
  return bigram === undefined ? NO_WORD_IDF : corpusIdf(bigram)
}

/** The length of a text as a vector of the weights of its pairs. */
export function corpusNorm(bigrams: Bigrams): number {
  let squares = 0
  for (const bigram of bigrams) squares += corpusIdf(bigram) ** 2
  return Math.sqrt(squares)
}

/**
 * Cosine of two texts, pairs of characters weighed by a corpus: 0 to 1.
 * @param norms the product of their {@link corpusNorm}s.
 */
export function corpusCosine(a: Bigrams, b: Bigrams, norms: number): number {
  const [less, more] = a.size < b.size ? [a, b] : [b, a]
  let product = 0
  for (const bigram of less) if (more.has(bigram)) product += corpusIdf(bigram) ** 2
  return norms > 0 ? product / norms : 0
}
