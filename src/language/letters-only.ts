const NO_LETTER = /[^\p{L}\p{N}]/gu

/** A text without what is neither letter nor digit: two that differ in blanks and punctuation are the same then. */
export const lettersOnly = (text: string): string => text.replace(NO_LETTER, '')
