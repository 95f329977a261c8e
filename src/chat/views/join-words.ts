import type { Texts } from '../texts/index.ts'

/** Words or names in a row, with the mark that the language puts between them. */
export const joinWords = (words: readonly string[], { language }: Pick<Texts, 'language'>): string =>
  words.join(language === 'en' ? ', ' : '、')
