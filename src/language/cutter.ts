import { createRequire } from 'node:module'

/** Cuts a run of Chinese characters into words. */
export interface Cutter {
  /** Names the program, version and mode. Text and query must be cut by cutters of the same identity. */
  readonly identity: string
  /** The words of `run` in their order; joined, they are `run` again. */
  cut(run: string): readonly string[]
  /** Dictionary words of two and three characters inside `word`, in any order. */
  partsOf(word: string): readonly string[]
}

interface Jieba {
  cut(text: string): string[]
  cutForSearch(text: string): string[]
}

/**
 * The best cutter that this machine has: nodejieba, else `Intl.Segmenter`, which knows fewer names and no parts of
 * words. Jieba's dictionary is read at the first cut (0.7 s, 240 MB).
 */
export function openCutter(): Cutter {
  return openJieba() ?? createSegmenterCutter()
}

/** @returns undefined where the native part of nodejieba was not built or does not fit this Node. */
export function openJieba(): Cutter | undefined {
  const require = createRequire(import.meta.url)
  try {
    require('nodejieba/build/Release/nodejieba.node')
  } catch {
    return undefined
  }
  const jieba: Jieba = require('nodejieba')
  const { version }: { readonly version: string } = require('nodejieba/package.json')
  return {
    identity: `nodejieba ${version} hmm`,
    cut: (run) => jieba.cut(run),
    partsOf: (word) => jieba.cutForSearch(word).filter((part) => part.length < word.length),
  }
}

/** Needs nothing but Node; which words it knows depends on the ICU that Node was built with. */
export function createSegmenterCutter(): Cutter {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
  return {
    identity: `segmenter icu ${process.versions['icu'] ?? 'none'}`,
    cut: (run) => Array.from(segmenter.segment(run), ({ segment }) => segment),
    partsOf: () => [],
  }
}
