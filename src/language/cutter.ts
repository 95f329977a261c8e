import { openJieba } from './jieba/open-jieba.ts'

/** Cuts runs of Chinese characters into words. */
export interface Cutter {
  /** Names the dictionary, its version and the rules. Text and query must be cut by cutters of the same identity. */
  readonly identity: string
  /**
   * Cuts runs, one a line. @returns where each word ends, in UTF-16 units, ascending; a line break is a word of its own
   */
  cut(runs: string): readonly number[]
  /** True of words of the dictionary and of single characters; false of what is only taken for a word, as most names. */
  knows(word: string): boolean
  /** Gives the dictionary words of two and three characters inside the word that stands in `text` from `from` to `to`. */
  eachPart(text: string, from: number, to: number, take: (from: number, to: number) => void): void
}

/** The best cutter that is installed: jieba's, else `Intl.Segmenter`, which knows fewer names and no parts of words. */
export const openCutter = async (): Promise<Cutter> => (await openJieba()) ?? createSegmenterCutter()

/** Needs nothing but Node; which words it knows depends on the ICU that Node was built with. */
export function createSegmenterCutter(): Cutter {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
  const cut = (runs: string) =>
    Array.from(segmenter.segment(runs), ({ segment, index }) => index + segment.length)
  return {
    identity: `segmenter icu ${process.versions['icu'] ?? 'none'}`,
    cut,
    knows: (word) => cut(word).length === 1,
    eachPart: () => {},
  }
}
