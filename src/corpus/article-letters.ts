import type { Article } from '../domain/index.ts'
import { lettersOnly } from '../language/index.ts'

/** The letters of a text, without signs and spaces: those are what forms of one page differ in. */
export const lettersOf = (text: string): string => lettersOnly(text.normalize('NFKC'))

/** The letters of an article's body; of one without a body, those of its captions. */
export const bodyLetters = ({ paragraphs, captions }: Article): string =>
  lettersOf(paragraphs.length > 0 ? paragraphs.join('') : captions.join(''))
