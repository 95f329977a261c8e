import { normalise, runsOf, type Tokeniser } from '../../language/index.ts'
import { otherNamesOf } from '../names/other-names.ts'
import { writtenWordsOf } from '../names/spoken-words.ts'
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
  /** How many articles hold all of these texts. */
  readonly countTogether: (texts: readonly string[]) => number
  /** Articles of the archive. */
  readonly documentCount: number
  /** True if the query has found something: then only a word of the dictionary that sounds just so was meant. */
  readonly hasFound: boolean
}

const HAN = /^\p{sc=Han}+$/u
const lengthOf = (text: string) => Array.from(text).length

/**
 * Where the misspelling is: in the whole part, or in one of its words that occurs nowhere.
 * @param beside the other parts of the query: what is meant stands in articles with them
 */
export function findMisspelling(
  text: string,
  beside: readonly string[],
  sources: SpellingSources,
): Misspelling {
  const { vocabulary, tokeniser, countOf, countTogether, hasFound } = sources
  const pieces = piecesOf(tokeniser.wordsOf(text))
  const absent = pieces.map((it) => it.text).filter((it) => countOf(it) === 0)
  const present = pieces.map((it) => it.text).filter((it) => lengthOf(it) > 1 && countOf(it) > 0)
  const runs = Array.from(runsOf(normalise(text)))
  const unspaced = runs.filter((it) => it.unspaced).map((it) => it.text)
  const guesses: Change[] = []
  for (const run of new Set([...unspaced, ...absent.filter((it) => HAN.test(it))])) {
    if ((hasFound && !mayBeWord(run)) || countOf(run) > 0 || endsInParticle(run)) continue
    // 高速费 is told by 通行费: it is no slip for 高速路.
    if (writtenWordsOf(run).some((it) => countOf(it) > 0)) continue
    const isWord = exists(run, tokeniser)
    // A word beside others was meant: 适合 is no 时隔. By itself another word of the dictionary may have been.
    if (isWord && (beside.length > 0 || pieces.length > 1)) continue
    const mayBeMeant = (it: string) => (isWord ? tokeniser.knows(it) : vocabulary.isWord(it))
    const corrections = correctionsOf(run, vocabulary, countOf)
    const sure = isWord
      ? undefined
      : lengthOf(run) === 2
        ? surePair(run, corrections, [...beside.filter((it) => countOf(it) > 0), ...present], sources)
        : corrections.find((it) => isSure(run, it, absent.length > 0 && pieces.length > 1, sources))
    // Beside other words, what stands with them in no article is no word that was meant: 马斯克的兴建 for 马斯克的星舰.
    const others = pieces.length > 1 ? [...beside.filter((it) => countOf(it) > 0), ...present] : []
    const standsWith = (it: string) =>
      others.length === 0 || others.includes(it) || countTogether([it, ...others]) > 0
    const words = corrections.filter((it) => it !== sure && mayBeMeant(it.text) && standsWith(it.text))
    guesses.push(...words.map((it): Change => [run, it.text]))
    if (sure) return { sure: [run, sure.text], guesses }
  }
  if (absent.length > 0 && !hasFound) guesses.push(...present.map((it): Change => [normalise(text), it]))
  return { sure: undefined, guesses }
}

/** 去的 is a verb and what holds it together with a noun. */
const endsInParticle = (run: string): boolean => lengthOf(run) === 2 && /[的了着过得地]$/u.test(run)

/** A word of the dictionary, or of the table of names, is none the less one where it stands nowhere in the archive. */
const exists = (run: string, tokeniser: Tokeniser): boolean =>
  tokeniser.knows(run) || otherNamesOf(run).length > 0

/** Whether a run is as long as a word that may have fallen into other words: 人工只能 for 人工智能. */
export const mayBeWord = (run: string): boolean => MAY_BE_WORD.test(run)
const MAY_BE_WORD = /^\p{sc=Han}{3,6}$/u

/**
 * Whether a correction of three characters or more may be searched for unasked. Words of the dictionary that stand nowhere in
 * an archive are no misspellings: measured on 600 such words and 21,555 articles, a third of them would bring up other
 * words. What does not sound the same is a misspelling only if a word has fallen to pieces over it. And what was changed
 * must make a word: 和污水 for 核污水 are letters across two.
 * @param broken whether the run has several pieces, one of which occurs nowhere
 */
function isSure(
  run: string,
  { text, likeness }: Correction,
  broken: boolean,
  { vocabulary, tokeniser, hasFound }: SpellingSources,
): boolean {
  if (hasFound) return likeness === 'same' && tokeniser.knows(text)
  const length = lengthOf(run)
  if (!changesWord(run, text, tokeniser)) return false
  return likeness !== undefined || (broken && (length > 4 || (length === 4 && vocabulary.isWord(text))))
}

function changesWord(from: string, to: string, tokeniser: Tokeniser): boolean {
  let at = 0
  while (at < to.length - 1 && from.charAt(at) === to.charAt(at)) at++
  return tokeniser.wordsOf(to).some((it) => it.start <= at && at < it.end && lengthOf(it.text) > 1)
}

/** The best correction must be so many times as likely as the next. */
const DOMINANCE = 4
/** Share of all articles that must hold it together with the rest of the query. */
const LEAST_TOGETHER = 0.0001
/** Share of all articles that must hold it where it is all that is asked for: a slip is one of a common word. */
const LEAST_SHARE = 0.005
const LEAST_ALONE = 3
/** How likely it is that somebody slips so, beside 1 for one character of the same sound. */
const BOTH_WRONG = 0.2
const ALIKE_ONLY = 0.3

/**
 * Two characters tell little by themselves: what is meant is a word of the dictionary that stands with the other words of
 * the query, and far oftener than what else sounds like it.
 */
function surePair(
  run: string,
  corrections: readonly Correction[],
  companions: readonly string[],
  { tokeniser, countTogether, documentCount }: SpellingSources,
): Correction | undefined {
  const isAlone = companions.length === 0
  const sharesOne = ({ text }: Correction) =>
    text.charAt(0) === run.charAt(0) || text.charAt(1) === run.charAt(1)
  const weighed = corrections
    .filter((it) => tokeniser.knows(it.text))
    .map((it) => {
      const count = isAlone ? it.count : countTogether([it.text, ...companions])
      const likelihood = (sharesOne(it) ? 1 : BOTH_WRONG) * (it.likeness === 'same' ? 1 : ALIKE_ONLY)
      return { correction: it, count, weight: count * likelihood }
    })
    .toSorted((a, b) => b.weight - a.weight)
  const [best, next] = weighed
  if (best === undefined || best.weight < DOMINANCE * (next?.weight ?? 0)) return undefined
  if (!isAlone) return best.count > LEAST_TOGETHER * documentCount ? best.correction : undefined
  const isCommon = best.count >= Math.max(LEAST_ALONE, LEAST_SHARE * documentCount)
  return isCommon && sharesOne(best.correction) ? best.correction : undefined
}
