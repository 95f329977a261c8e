const NO_LETTER = /[^\p{L}\p{N}]/gu

/** A text without what is neither letter nor digit: two that differ in blanks and punctuation are the same then. */
export const lettersOnly = (text: string): string => text.replace(NO_LETTER, '')

const LETTER = /[\p{L}\p{N}]/u

/**
 * Whether {@link lettersOnly} of a text is `letters`, told without making it: most texts differ in their first letter.
 * @param letters letters and digits only
 */
export function hasLetters(text: string, letters: string): boolean {
  if (text.length < letters.length) return false
  let matched = 0
  for (const character of text)
    if (letters.startsWith(character, matched)) matched += character.length
    else if (LETTER.test(character)) return false
  return matched === letters.length
}
