import type { Tokeniser } from '../../../src/language/index.ts'

/**
 * The words of a text and their parts that are words, as jieba's search mode gives them. Pairs and characters, which
 * only ours indexes, are passed over before a string is made of them.
 */
export function wordsOf(tokeniser: Tokeniser, text: string): string[] {
  const words: string[] = []
  tokeniser.eachTerm(text, (mark, source, from, to) => {
    if (mark === '') words.push(source.slice(from, to))
  })
  return words
}
