import type { Cutter } from './cutter.ts'
import { normalise, normaliseWithPositions } from './normalise.ts'
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
  /** All terms of a text, each as often as it occurs, in no particular order. */
  termsOf(text: string): string[]
  /** The words of a text, in order; joined they leave out punctuation only. */
  wordsOf(text: string): readonly Word[]
  /** True of words of the dictionary, in normal form. */
  knows(word: string): boolean
}

/** Marks grams, so that a pair of characters that is no word (和服 in 产品和服务) is another term than the word. */
const GRAM = '~'
const RULES = 'terms 1'

export function createTokeniser(cutter: Cutter): Tokeniser {
  const partsOf = rememberParts(cutter)
  return {
    identity: `${cutter.identity}, ${RULES}`,
    knows: (word) => cutter.knows(word),
    termsOf: (text) => {
      const terms: string[] = []
      for (const run of runsOf(normalise(text)))
        if (run.unspaced) addTerms(run.text, cutter.cut(run.text), partsOf, terms)
        else terms.push(withoutCommas(run.text))
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

function addTerms(
  run: string,
  pieces: readonly string[],
  partsOf: (word: string) => readonly string[],
  terms: string[],
): void {
  const characters = Array.from(run)
  const singles = new Uint8Array(characters.length)
  const pairs = new Uint8Array(characters.length)
  let at = 0
  for (const piece of pieces) {
    terms.push(piece)
    const length = piece.length === 1 ? 1 : Array.from(piece).length
    if (length === 1) singles[at] = 1
    else if (length === 2) pairs[at] = 1
    else
      for (const part of partsOf(piece)) {
        terms.push(part)
        if (part.length === 2) pairs[at + piece.indexOf(part)] = 1
      }
    at += length
  }
  for (let i = 0; i < characters.length; i++) {
    if (singles[i] === 0) terms.push(`${GRAM}${characters[i]}`)
    if (pairs[i] === 0 && i + 1 < characters.length) terms.push(`${GRAM}${characters[i]}${characters[i + 1]}`)
  }
}

/** Longer words are few and recur: asking the cutter once for each spares a second cut of the whole text. */
function rememberParts(cutter: Cutter): (word: string) => readonly string[] {
  const LIMIT = 50_000
  const known = new Map<string, readonly string[]>()
  return (word) => {
    const parts = known.get(word) ?? cutter.partsOf(word)
    if (known.size >= LIMIT) known.clear()
    known.set(word, parts)
    return parts
  }
}
