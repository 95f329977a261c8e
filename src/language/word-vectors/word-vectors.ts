// What words mean, as vectors: words that news and readers use alike point the same way (房价 and 楼市). The table was
// distilled from bge-small-zh-v1.5 (BAAI, MIT licence) by bench/word-vectors: docs/adr/0008-word-vectors.md.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Numbers of a vector. */
export const DIMENSIONS = 64

/** A table of vectors for words. */
export interface WordVectors {
  /**
   * What words mean together: the sum of their vectors, of length 1, so that the dot product of two is their cosine. Rare
   * words count for more. A word that the table does not hold counts as its characters; a number as any number.
   * @param words in normal form, as a tokeniser cuts them; marks and what is unknown count for nothing
   * @returns {@link DIMENSIONS} numbers; undefined if nothing of the words is known
   */
  vectorOf(words: Iterable<string>): Float32Array | undefined
  /** Adds the vectors of words to a sum of {@link DIMENSIONS} numbers, as {@link vectorOf} does. */
  addTo(sum: Float32Array, words: Iterable<string>): void
  /** True of words that have a vector of their own. */
  has(word: string): boolean
  /** UTF-16 units of the longest word that begins with a unit; 0 if there is none. */
  longestFrom(unit: number): number
}

const WORDS = join(import.meta.dirname, 'words.txt')
const VECTORS = join(import.meta.dirname, 'vectors.bin')
/** Changes whenever the same words may give another vector. */
export const WORD_VECTORS = 'word vectors 1'
/** Stands in the table for every number that it does not hold. */
const ANY_NUMBER = '#'
const NUMBER = /^\d[\d.,]*%?$/

let opened: WordVectors | undefined

/** Opens the table at the first call (3.8 MB, a few hundredths of a second): few processes need it. */
export function openWordVectors(): WordVectors {
  opened ??= readWordVectors()
  return opened
}

/** Of two vectors of one length. @returns -1 to 1 if both are of length 1: their cosine */
export function dotProduct(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}

/**
 * `vectors.bin` holds, in the order of `words.txt`, a scale for each word (32-bit floats, little-endian), and then
 * {@link DIMENSIONS} signed bytes for each, to be multiplied by it.
 */
function readWordVectors(): WordVectors {
  const words = readFileSync(WORDS, 'utf8').trimEnd().split('\n')
  const bytes = readFileSync(VECTORS)
  if (bytes.length !== words.length * (4 + DIMENSIONS))
    throw new Error(`${VECTORS} does not fit ${WORDS}: install the package again`)
  const rowOf = new Map(words.map((word, row) => [word, row]))
  // Floats begin at a multiple of four: what Node has put behind something else is copied.
  const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes)
  const scales = new Float32Array(buffer, byteOffset, words.length)
  const values = new Int8Array(buffer, byteOffset + words.length * 4, words.length * DIMENSIONS)

  const addRow = (sum: Float32Array, row: number) => {
    const scale = scales[row] ?? 0
    for (let i = 0, at = row * DIMENSIONS; i < DIMENSIONS; i++, at++)
      sum[i] = (sum[i] ?? 0) + scale * (values[at] ?? 0)
  }
  const addWord = (sum: Float32Array, word: string) => {
    const row = rowOf.get(word) ?? (NUMBER.test(word) ? rowOf.get(ANY_NUMBER) : undefined)
    if (row !== undefined) {
      addRow(sum, row)
      return
    }
    for (const character of word) {
      const rowOfCharacter = rowOf.get(character)
      if (rowOfCharacter !== undefined) addRow(sum, rowOfCharacter)
    }
  }
  let longest: Uint8Array | undefined
  const addTo = (sum: Float32Array, given: Iterable<string>) => {
    for (const word of given) addWord(sum, word)
  }
  return {
    addTo,
    has: (word) => word !== ANY_NUMBER && rowOf.has(word),
    longestFrom: (unit) => (longest ??= longestByUnit(words))[unit] ?? 0,
    vectorOf: (given) => {
      const sum = new Float32Array(DIMENSIONS)
      addTo(sum, given)
      return toLengthOne(sum)
    },
  }
}

function longestByUnit(words: readonly string[]): Uint8Array {
  const longest = new Uint8Array(2 ** 16)
  for (const word of words) {
    const unit = word.charCodeAt(0)
    longest[unit] = Math.max(longest[unit] ?? 0, word.length)
  }
  return longest
}

function toLengthOne(vector: Float32Array): Float32Array | undefined {
  const length = Math.sqrt(dotProduct(vector, vector))
  return length === 0 ? undefined : vector.map((it) => it / length)
}
