/** Text → its one normal form → words. The same rules for what is indexed and for what is asked. */

export { openJieba } from './jieba/open-jieba.ts'
export { hasLetters, lettersOnly } from './letters-only.ts'
export { type NormalText, normalise, normaliseWithPositions } from './normalise.ts'
export { createIcuSegmenter, openSegmenter } from './open-segmenter.ts'
export { loadPinyin, type Pinyin } from './pinyin.ts'
export { IDEOGRAPH_OF_RADICAL } from './radicals.ts'
export { type Run, runsOf } from './runs.ts'
export { loadScriptConverter, type ScriptConverter } from './scripts.ts'
export type { Segmenter } from './segmenter.ts'
export { sentencesOf } from './sentences.ts'
export { mergeRanges, type TextRange, wholeCharacter } from './text-range.ts'
export {
  createTokeniser,
  type EmitTerm,
  isWordTerm,
  type Tokeniser,
  termGroupsOf,
  type Word,
} from './tokeniser.ts'
export {
  DIMENSIONS,
  dotProduct,
  openWordVectors,
  WORD_VECTORS,
  type WordVectors,
} from './word-vectors/word-vectors.ts'
