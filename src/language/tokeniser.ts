import type { Cutter } from './cutter.ts'
import { identityOfNormalForm, normalise, normaliseWithPositions } from './normalise.ts'
import { runsOf } from './runs.ts'

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
 * text is among its terms, once, whatever the cutter thought of it.
 */
export interface Tokeniser {
  /** Changes whenever the same text may give other terms. */
  readonly identity: string
  /** Gives all terms of a text, each as often as it occurs, in no particular order, and makes strings of none. */
  eachTerm(text: string, take: TermSink): void
  /** All terms of a text, each as often as it occurs, in no particular order. */
  termsOf(text: string): string[]
  /** The words of a text, in order; joined they leave out punctuation only. */
  wordsOf(text: string): readonly Word[]
  /** True of words of the dictionary, in normal form. */
  knows(word: string): boolean
}

/** Takes a term: `mark`, and behind it the stretch of `source` from `from` to `to`. */
export type TermSink = (mark: string, source: string, from: number, to: number) => void

/** Marks grams, so that a pair of characters that is no word (和服 in 产品和服务) is another term than the word. */
const GRAM = '~'
const RULES = 'terms 1'

export function createTokeniser(cutter: Cutter): Tokeniser {
  const partsOf = rememberParts(cutter)
  const eachTerm = (text: string, take: TermSink) => {
    const unspaced: string[] = []
    for (const run of runsOf(normalise(text)))
      if (run.unspaced) unspaced.push(run.text)
      else {
        const term = withoutCommas(run.text)
        take('', term, 0, term.length)
      }
    if (unspaced.length === 0) return
    // All at once: each call of the cutter costs as much as cutting ten characters.
    const lines = `${unspaced.join('\n')}\n`
    giveTerms(lines, cutter.cut(lines), partsOf, take)
  }
  return {
    identity: `${cutter.identity}, ${RULES}, normal form ${identityOfNormalForm()}`,
    knows: (word) => cutter.knows(word),
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
        let from = run.start
        for (const piece of run.unspaced ? cutter.cut(run.text) : [run.text]) {
          const [start, end] = normal.toOriginal(from, from + piece.length)
          words.push({ text: run.unspaced ? piece : withoutCommas(piece), start, end })
          from += piece.length
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

/** @param pieces of `lines`, which are runs; the ends of the lines are pieces of their own */
function giveTerms(
  lines: string,
  pieces: readonly string[],
  partsOf: (word: string) => readonly Part[],
  take: TermSink,
): void {
  // By UTF-16 unit: the cutter cuts no character of two units in half.
  const words = new Uint8Array(lines.length)
  let at = 0
  for (const piece of pieces) {
    const end = at + piece.length
    if (piece !== '\n') take('', lines, at, end)
    if (piece.length === 1) words[at] = SINGLE
    else {
      const length = charactersIn(piece)
      if (length <= 2) words[at] = length
      else
        for (const { text, start } of partsOf(piece)) {
          take('', text, 0, text.length)
          if (text.length === 2) words[at + start] = PAIR
        }
    }
    at = end
  }
  giveGrams(lines, words, take)
}

/** Every character and every pair of neighbours that is no word where it stands. */
function giveGrams(lines: string, words: Uint8Array, take: TermSink): void {
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

function charactersIn(piece: string): number {
  let count = 0
  for (let at = 0; at < piece.length; at += widthAt(piece, at)) count++
  return count
}

/** A dictionary word inside a longer one. */
interface Part {
  readonly text: string
  readonly start: number
}

/** Longer words are few and recur: asking the cutter once for each spares a second cut of the whole text. */
function rememberParts(cutter: Cutter): (word: string) => readonly Part[] {
  const LIMIT = 50_000
  const known = new Map<string, readonly Part[]>()
  return (word) => {
    let parts = known.get(word)
    if (parts === undefined) {
      parts = cutter.partsOf(word).map((text) => ({ text, start: word.indexOf(text) }))
      if (known.size >= LIMIT) known.clear()
      known.set(word, parts)
    }
    return parts
  }
}
