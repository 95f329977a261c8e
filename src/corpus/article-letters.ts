import { type Article, hashUnits } from '../domain/index.ts'
import { lettersOnly } from '../language/index.ts'

/** The letters of a text, without signs and spaces: those are what forms of one page differ in. */
export const lettersOf = (text: string): string => lettersOnly(text.normalize('NFKC'))

/** The letters of an article's body; of one without a body, those of its captions. */
export const bodyLetters = ({ paragraphs, captions }: Article): string =>
  lettersOf(paragraphs.length > 0 ? paragraphs.join('') : captions.join(''))

/** The hashes of a text's runs of so many letters, in their order (Broder 1997): what two texts are compared by. */
export function hashRuns(letters: string, length: number): Int32Array {
  const hashes = new Int32Array(Math.max(0, letters.length - length + 1))
  for (let from = 0; from < hashes.length; from++) hashes[from] = hashUnits(letters, from, from + length)
  return hashes
}
