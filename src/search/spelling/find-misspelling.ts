import { normalise, runsOf, type Tokeniser } from '../../language/index.ts'
import { piecesOf } from '../ranking/query-plan.ts'
import { type Correction, correctionsOf } from './corrections.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A stretch of a query in normal form, and what may have been meant by it. */
export type Change = readonly [from: string, to: string]

interface Misspelling {
  /** What may be searched for unasked. */
  readonly sure: Change | undefined
  /** What may be offered, best first. */
  readonly guesses: readonly Change[]
}

/** What misspellings are looked up in. */
export interface SpellingSources {
  readonly vocabulary: Vocabulary
  readonly tokeniser: Tokeniser
  /** How many articles hold a text, or all its pairs of neighbours. */
  readonly countOf: (text: string) => number
}

const HAN = /^\p{sc=Han}+$/u

/** Where the misspelling is: in the whole part, or in one of its words that occurs nowhere. */
export function findMisspelling(
  text: string,
  { vocabulary, tokeniser, countOf }: SpellingSources,
): Misspelling {
  const pieces = piecesOf(tokeniser.wordsOf(text))
  const absent = pieces.map((it) => it.text).filter((it) => countOf(it) === 0)
  const runs = Array.from(runsOf(normalise(text)))
  const unspaced = runs.filter((it) => it.unspaced).map((it) => it.text)
  const guesses: Change[] = []
  for (const run of new Set([...unspaced, ...absent.filter((it) => HAN.test(it))])) {
    if (countOf(run) > 0) continue
    const corrections = correctionsOf(run, vocabulary, countOf)
    const sure = corrections.find((it) =>
      isSure(run, it, absent.length > 0 && pieces.length > 1, vocabulary, tokeniser),
    )
    const words = corrections.filter((it) => vocabulary.isWord(it.text) && it !== sure)
    guesses.push(...words.map((it): Change => [run, it.text]))
    if (sure) return { sure: [run, sure.text], guesses }
  }
  const present = pieces.map((it) => it.text).filter((it) => Array.from(it).length > 1 && countOf(it) > 0)
  if (absent.length > 0) guesses.push(...present.map((it): Change => [normalise(text), it]))
  return { sure: undefined, guesses }
}

/**
 * Whether a correction may be searched for unasked. Words of the dictionary that stand nowhere in an archive are no
 * misspellings, and two characters are too few to tell: measured on 600 such words and 21,555 articles, a third of them would
 * bring up other words. What does not sound the same is a misspelling only if a word has fallen to pieces over it.
 * @param broken whether the run has several pieces, one of which occurs nowhere
 */
function isSure(
  run: string,
  { text, soundsSame }: Correction,
  broken: boolean,
  vocabulary: Vocabulary,
  tokeniser: Tokeniser,
): boolean {
  const length = Array.from(run).length
  if (length < 3 || tokeniser.knows(run)) return false
  return soundsSame || (broken && (length > 4 || (length === 4 && vocabulary.isWord(text))))
}
