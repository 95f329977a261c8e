const FIRST_WORDS = 24

/** Said of an article whose headline is made by {@link firstWords}. */
export const NO_HEADLINE_FOUND = 'no headline found; the first words stand in for it'

/** What stands in for a headline: a text as it is, if it is short, else its first 24 characters. */
export const firstWords = (text: string): string =>
  text.length <= FIRST_WORDS ? text : `${Array.from(text).slice(0, FIRST_WORDS).join('')}…`
