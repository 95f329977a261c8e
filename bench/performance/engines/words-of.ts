import { isWordTerm, type Tokeniser } from '../../../src/language/index.ts'

/** The words of a text and their parts that are words, as jieba's search mode gives them: without pairs and characters. */
export const wordsOf = (tokeniser: Tokeniser, text: string): string[] =>
  tokeniser.termsOf(text).filter(isWordTerm)
