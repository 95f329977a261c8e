import { DIMENSIONS, dotProduct, openWordVectors, type WordVectors } from '../../language/index.ts'

/** What a text means: the sum of the vectors of its words, and the length of that; 0 if it holds no known word. */
export interface Meaning {
  readonly sum: Float32Array
  readonly length: number
}

/** Texts whose meaning is kept, since a page is read several times: so many UTF-16 units of them at most. */
const MOST_KEPT = 200_000
const kept = new Map<string, Meaning>()
let keptLength = 0

/** What a text means: its paragraphs, each cut into the longest words of the table of word vectors from the left. */
export function meaningOf(text: string): Meaning {
  if (text.includes('\n')) return meaningOfAll(text.split('\n').map(meaningOf))
  const known = kept.get(text)
  if (known) return known
  const meaning = meaningOfParagraph(text)
  if (keptLength + text.length > MOST_KEPT) {
    kept.clear()
    keptLength = 0
  }
  kept.set(text, meaning)
  keptLength += text.length
  return meaning
}

function meaningOfParagraph(text: string): Meaning {
  const vectors = openWordVectors()
  const sum = new Float32Array(DIMENSIONS)
  vectors.addTo(sum, longestWords(text.toLowerCase(), vectors))
  return measured(sum)
}

/** What texts mean together. */
export function meaningOfAll(meanings: readonly Meaning[]): Meaning {
  const all = new Float32Array(DIMENSIONS)
  for (const { sum } of meanings) for (let i = 0; i < all.length; i++) all[i] = (all[i] ?? 0) + (sum[i] ?? 0)
  return measured(all)
}

/** The cosine of two texts, −1 to 1; 0 if one of them means nothing that is known. */
export const likenessOf = (a: Meaning, b: Meaning): number =>
  a.length * b.length === 0 ? 0 : dotProduct(a.sum, b.sum) / (a.length * b.length)

/** What a text without a known word means. */
export const NO_MEANING: Meaning = { sum: new Float32Array(DIMENSIONS), length: 0 }

const measured = (sum: Float32Array): Meaning => ({ sum, length: Math.sqrt(dotProduct(sum, sum)) })

function longestWords(text: string, vectors: WordVectors): readonly string[] {
  const words: string[] = []
  for (let at = 0; at < text.length; ) {
    let length = Math.min(vectors.longestFrom(text.charCodeAt(at)), text.length - at)
    while (length > 1 && !vectors.has(text.slice(at, at + length))) length--
    if (length > 0) words.push(text.slice(at, at + length))
    at += Math.max(1, length)
  }
  return words
}
