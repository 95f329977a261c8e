import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

/** Cuts a run of Chinese characters into words. */
export interface Cutter {
  /** Names the program, version and mode. Text and query must be cut by cutters of the same identity. */
  readonly identity: string
  /** The words of `runs` in their order; joined, they are `runs` again. A line break between two runs is one of them. */
  cut(runs: string): readonly string[]
  /** True of words of the dictionary; false of what the cutter only takes for words, such as most names. */
  knows(word: string): boolean
  /** Dictionary words of two and three characters inside `word`, in any order. */
  partsOf(word: string): readonly string[]
}

interface Jieba {
  load(dictionaries: { readonly idfDict: string }): void
  /** @param guess whether characters that the dictionary leaves over may be a word (a hidden Markov model) */
  cut(text: string, guess?: boolean): string[]
  cutForSearch(text: string, guess?: boolean): string[]
}

/**
 * The best cutter that this machine has: nodejieba, else `Intl.Segmenter`, which knows fewer names and no parts of
 * words. Jieba's dictionary is read at the first cut (0.5 s, 230 MB).
 */
export function openCutter(): Cutter {
  return openJieba() ?? createSegmenterCutter()
}

/** The dictionary belongs to the process. */
let isLoaded = false

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
  const loaded = (): Jieba => {
    // Frequencies are for keywords, which nobody asks it for; reading its own is a third of the time of loading.
    if (!isLoaded) jieba.load({ idfDict: fileURLToPath(new URL('no-frequencies.txt', import.meta.url)) })
    isLoaded = true
    return jieba
  }
  return {
    identity: `nodejieba ${version} hmm`,
    cut: (run) => loaded().cut(run, true),
    knows: (word) => loaded().cut(word).length === 1,
    partsOf: (word) =>
      loaded()
        .cutForSearch(word, true)
        .filter((part) => part.length < word.length),
  }
}

/** Needs nothing but Node; which words it knows depends on the ICU that Node was built with. */
export function createSegmenterCutter(): Cutter {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
  const cut = (run: string) => Array.from(segmenter.segment(run), ({ segment }) => segment)
  return {
    identity: `segmenter icu ${process.versions['icu'] ?? 'none'}`,
    cut,
    knows: (word) => cut(word).length === 1,
    partsOf: () => [],
  }
}
