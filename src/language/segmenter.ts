/** Cuts runs of Chinese characters into words. */
export interface Segmenter {
  /** Names the dictionary, its version and the rules. Text and query must be cut by segmenters of the same identity. */
  readonly identity: string
  /**
   * Cuts runs, one a line. @returns where each word ends, in UTF-16 units, ascending; a line break is a word of its own
   */
  cut(runs: string): readonly number[]
  /** True of words of the dictionary and of single characters; false of what is only taken for a word, as most names. */
  knows(word: string): boolean
  /** Gives the dictionary words of two and three characters inside the word that stands in `text` from `from` to `to`. */
  eachSubword(text: string, from: number, to: number, take: (from: number, to: number) => void): void
}
