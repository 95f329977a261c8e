import { openJieba } from './jieba/open-jieba.ts'
import type { Segmenter } from './segmenter.ts'

/** The best segmenter that is installed: jieba's, else `Intl.Segmenter`, which knows fewer names and no parts of words. */
export const openSegmenter = async (): Promise<Segmenter> => (await openJieba()) ?? createIcuSegmenter()

/** Needs nothing but Node; which words it knows depends on the ICU that Node was built with. */
export function createIcuSegmenter(): Segmenter {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
  const cut = (runs: string) =>
    Array.from(segmenter.segment(runs), ({ segment, index }) => index + segment.length)
  return {
    identity: `segmenter icu ${process.versions['icu'] ?? 'none'}`,
    cut,
    knows: (word) => cut(word).length === 1,
    eachSubword: () => {},
  }
}
