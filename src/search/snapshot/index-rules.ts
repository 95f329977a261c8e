import type { Tokeniser } from '../../language/index.ts'
import { hashSource } from '../../ops/index.ts'

/** Whose source decides what of an article becomes terms and facts. */
const SOURCES = ['../../language/', '../term-index/fields.ts', '../term-index/document-values.ts']

/**
 * Names the rules by which articles become an index: the segmenter, the normal form, what Node knows of characters, and
 * the source. What other rules made cannot be searched by these.
 */
export function readIndexRules(tokeniser: Tokeniser): string {
  const source = hashSource(SOURCES.map((place) => new URL(place, import.meta.url)))
  return `${tokeniser.identity}, unicode ${process.versions['unicode']}, source ${source}`
}
