/** A stretch of normal text that is either characters of a script without blanks, or one number or Latin word. */
export interface Run {
  readonly text: string
  /** Offset in the normal text, in UTF-16 units. */
  readonly start: number
  readonly unspaced: boolean
}

/**
 * Scripts that put no blanks between words | numbers with their points and thousands commas, and words of all
 * other scripts, but for those that a share was printed right behind (GDP15%) (`883.6`, `1,100`, `5g`, `gdp`): those stay whole, for the segmenter would break them into digits.
 */
const RUN =
  /([\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]+)|\d+(?:[.,]\d+)+(?![a-z\d])|[a-z]{2,12}(?=\d{1,4}(?:\.\d{1,4})?%)|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}])[\p{L}\p{N}\p{M}])+/gu

/** The runs of a text that `normalise` has been over, in order. What stands between them is punctuation. */
export function* runsOf(normalText: string): Generator<Run> {
  for (const match of normalText.matchAll(RUN))
    yield { text: match[0], start: match.index, unspaced: match[1] !== undefined }
}
