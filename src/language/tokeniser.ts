import { identityOfNormalForm, normalise, normaliseWithPositions } from './normalise.ts'
import { runsOf } from './runs.ts'
import type { Segmenter } from './segmenter.ts'

/** A word as it stands in a text. */
export interface Word {
  /** In normal form. */
  readonly text: string
  /** Range in the original text, in UTF-16 units, end exclusive. */
  readonly start: number
  readonly end: number
}

/**
 * Turns text and query into terms by the same rules. A term is a word (`农业`, `5g`), or a gram: one or two
 * neighbouring characters that are no word where they stand. So every character and every pair of neighbours of a
 * text is among its terms, once, whatever the segmenter thought of it.
 */
export interface Tokeniser {
  /** Changes whenever the same text may give other terms. */
  readonly identity: string
  /** Gives all terms of a text, each as often as it occurs, in no particular order, and makes strings of none. */
  eachTerm(text: string, take: EmitTerm): void
  /** All terms of a text, each as often as it occurs, in no particular order. */
  termsOf(text: string): string[]
  /** The words of a text, in order; joined they leave out punctuation only. */
  wordsOf(text: string): readonly Word[]
  /** True of words of the dictionary, in normal form. */
  knows(word: string): boolean
}

/** Takes a term: `mark`, and behind it the stretch of `source` from `from` to `to`. */
export type EmitTerm = (mark: string, source: string, from: number, to: number) => void

/** Marks grams, so that a pair of characters that is no word (和服 in 产品和服务) is another term than the word. */
const GRAM = '~'
const RULES = 'terms 3'

/**
 * Makes a tokeniser on a segmenter. Runs with spaces between words give one term each; unspaced (Chinese)
 * text gives the words of the segmenter and pairs of characters.
 */
export function createTokeniser(segmenter: Segmenter): Tokeniser {
  const eachTerm = (text: string, take: EmitTerm) => {
    const unspaced: string[] = []
    for (const run of runsOf(normalise(text)))
      if (run.unspaced) unspaced.push(run.text)
      else {
        const term = withoutCommas(run.text)
        take('', term, 0, term.length)
      }
    if (unspaced.length === 0) return
    const lines = `${unspaced.join('\n')}\n`
    giveTerms(lines, segmenter, take)
  }
  return {
    identity: `${segmenter.identity}, ${RULES}, normal form ${identityOfNormalForm()}`,
    knows: (word) => segmenter.knows(word),
    eachTerm,
    termsOf: (text) => {
      const terms: string[] = []
      eachTerm(text, (mark, source, from, to) => terms.push(mark + source.slice(from, to)))
      return terms
    },
    wordsOf: (text) => {
      const normal = normaliseWithPositions(text)
      const words: Word[] = []
      for (const run of runsOf(normal.text)) {
        let from = 0
        for (const to of run.unspaced ? segmenter.cut(run.text) : [run.text.length]) {
          const [start, end] = normal.toOriginal(run.start + from, run.start + to)
          const word = run.text.slice(from, to)
          words.push({ text: run.unspaced ? word : withoutCommas(word), start, end })
          from = to
        }
      }
      return words
    },
  }
}

/**
 * What the terms of a text must hold for the text to hold `literal`: of each group at least one term. Exact for
 * one or two characters and for single numbers and Latin words; for longer ones necessary, not sufficient.
 * @param literal in normal form
 */
export function termGroupsOf(literal: string): readonly (readonly string[])[] {
  const groups: string[][] = []
  for (const run of runsOf(literal)) {
    if (!run.unspaced) {
      groups.push([withoutCommas(run.text)])
      continue
    }
    const characters = Array.from(run.text)
    const grams =
      characters.length === 1 ? characters : characters.slice(1).map((it, i) => `${characters[i]}${it}`)
    for (const gram of grams) groups.push([gram, GRAM + gram])
  }
  return groups
}

/** True of terms that stand for themselves in a text; false of grams. */
export const isWordTerm = (term: string): boolean => !term.startsWith(GRAM)

/** `1,100` and `1100` are one number. */
const withoutCommas = (run: string) => run.replaceAll(',', '')

/** Characters of a run that stand alone as a word, or begin a word of two, give no gram there. */
const SINGLE = 1
const PAIR = 2

/** @param lines runs, one a line */
function giveTerms(lines: string, segmenter: Segmenter, take: EmitTerm): void {
  // By UTF-16 unit: the segmenter cuts no character of two units in half.
  const words = new Uint8Array(lines.length)
  const takePart = (from: number, to: number) => {
    take('', lines, from, to)
    if (to - from === 2) words[from] = PAIR
  }
  let at = 0
  for (const end of segmenter.cut(lines)) {
    if (lines.charCodeAt(at) !== LINE_END) take('', lines, at, end)
    if (end === at + 1) words[at] = SINGLE
    else {
      const length = charactersIn(lines, at, end)
      if (length <= 2) words[at] = length
      else segmenter.eachSubword(lines, at, end, takePart)
    }
    at = end
  }
  giveGrams(lines, words, take)
}

/** Every character and every pair of neighbours that is no word where it stands. */
function giveGrams(lines: string, words: Uint8Array, take: EmitTerm): void {
  let at = 0
  let width = widthAt(lines, at)
  while (at < lines.length) {
    const next = at + width
    const nextWidth = widthAt(lines, next)
    if (lines.charCodeAt(at) !== LINE_END) {
      if (words[at] !== SINGLE) take(GRAM, lines, at, next)
      if (words[at] !== PAIR && lines.charCodeAt(next) !== LINE_END) take(GRAM, lines, at, next + nextWidth)
    }
    at = next
    width = nextWidth
  }
}

const LINE_END = 10

/** Units of the character at `at`. */
const widthAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)

function charactersIn(text: string, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at += widthAt(text, at)) count++
  return count
}
