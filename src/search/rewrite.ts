import { normalise, runsOf, type Tokeniser } from '../language/index.ts'
import { type Correction, correctionsOf } from './correct.ts'
import { holdersOf } from './holders.ts'
import { literalOf } from './literal.ts'
import type { Phrase, UnderstoodQuery } from './query.ts'
import { piecesOf } from './query-plan.ts'
import { readPinyin } from './read-pinyin.ts'
import type { Relaxation } from './search-engine.ts'
import type { TermIndex } from './term-index.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Another reading of a query that found too little as it was written. */
export interface Rewriting {
  /** undefined where nothing is sure enough to be searched for unasked. */
  readonly query: UnderstoodQuery | undefined
  readonly relaxed: readonly Relaxation[]
  /** What may have been meant, best first: whole queries. */
  readonly suggestions: readonly string[]
}

/** Homophones that are searched for at once where pinyin could mean several words. */
const MOST_READINGS = 3
const MOST_SUGGESTIONS = 3

/** Reads Latin words that occur nowhere as pinyin, and takes Chinese ones that occur nowhere for slips. */
export function rewrite(
  query: UnderstoodQuery,
  {
    index,
    vocabulary,
    tokeniser,
  }: { readonly index: TermIndex; readonly vocabulary: Vocabulary; readonly tokeniser: Tokeniser },
): Rewriting {
  const countOf = (text: string) => {
    const literal = literalOf(text)
    return literal === undefined ? 0 : holdersOf(index, { literal, field: undefined }).length
  }
  const wanted: (readonly Phrase[])[] = []
  const relaxed: Relaxation[] = []
  const suggestions: string[] = []
  const groups = joinSyllables(query.wanted, vocabulary, countOf)
  const suggest = (at: number, from: string, to: string) =>
    suggestions.push(groups.map((it, i) => textOf(it, i === at ? [from, to] : undefined)).join(' '))
  for (const [i, alternatives] of groups.entries()) {
    const [phrase] = alternatives
    wanted.push(alternatives)
    if (phrase === undefined || alternatives.length > 1) continue
    if (isLatin(phrase.text)) {
      if (countOf(phrase.text) > 0) continue
      const readings = readPinyin(phrase.text, vocabulary, (text) => countOf(text) > 0)
      const chosen = readings.slice(0, MOST_READINGS)
      for (const to of readings.slice(MOST_READINGS)) suggest(i, phrase.text, to)
      if (chosen.length === 0) continue
      wanted[i] = chosen.map((text) => ({ ...phrase, text, exact: true }))
      relaxed.push({ kind: 'pinyin', from: phrase.text, to: chosen })
      continue
    }
    const slip = slipOf(phrase.text, tokeniser, vocabulary, countOf)
    if (slip.sure && phrase.exact) suggest(i, ...slip.sure)
    for (const [from, to] of slip.guesses) suggest(i, from, to)
    if (slip.sure === undefined || phrase.exact) continue
    const [from, to] = slip.sure
    wanted[i] = [{ ...phrase, text: phrase.text.replace(from, () => to) }]
    relaxed.push({ kind: 'corrected', from, to })
  }
  return {
    query: relaxed.length > 0 ? { ...query, wanted } : undefined,
    relaxed,
    suggestions: [...new Set(suggestions)].slice(0, MOST_SUGGESTIONS),
  }
}

const isLatin = (text: string) => /^[\p{sc=Latin}\p{M}'’]+$/u.test(text)

const textOf = (alternatives: readonly Phrase[], change?: readonly [from: string, to: string]) =>
  alternatives
    .map(({ text }) => (change === undefined ? text : text.replace(change[0], () => change[1])))
    .join(' OR ')

type Change = readonly [from: string, to: string]

/** Where the slip is: in the whole part, or in one of its words that occurs nowhere. */
function slipOf(
  text: string,
  tokeniser: Tokeniser,
  vocabulary: Vocabulary,
  countOf: (text: string) => number,
): { readonly sure: Change | undefined; readonly guesses: readonly Change[] } {
  const pieces = piecesOf(text, tokeniser)
  const absent = pieces.map((it) => it.text).filter((it) => countOf(it) === 0)
  const runs = Array.from(runsOf(normalise(text)))
  const unspaced = runs.filter((it) => it.unspaced).map((it) => it.text)
  const guesses: Change[] = []
  for (const run of new Set([...unspaced, ...absent.filter((it) => /^\p{sc=Han}+$/u.test(it))])) {
    if (countOf(run) > 0) continue
    const corrections = correctionsOf(run, vocabulary, countOf)
    const sure = corrections.find((it) =>
      isSure(run, it, absent.length > 0 && pieces.length > 1, vocabulary, tokeniser),
    )
    const words = corrections.filter((it) => vocabulary.isWord(it.text) && it !== sure)
    guesses.push(...words.map((it): Change => [run, it.text]))
    if (sure) return { sure: [run, sure.text], guesses }
  }
  return { sure: undefined, guesses }
}

/**
 * Whether a correction may be searched for unasked. Words of the dictionary that stand nowhere in an archive are no
 * slips, and two characters are too few to tell: measured on 600 such words and 21,555 articles, a third of them would
 * bring up other words. What does not sound the same is a slip only where a word has fallen to pieces over it.
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

/** `da yun hui` is one word typed with blanks: syllables in a row that occur nowhere as words. */
function joinSyllables(
  wanted: readonly (readonly Phrase[])[],
  vocabulary: Vocabulary,
  countOf: (text: string) => number,
): readonly (readonly Phrase[])[] {
  const isSyllable = (alternatives: readonly Phrase[] | undefined) => {
    const [only] = alternatives ?? []
    return (
      alternatives?.length === 1 &&
      only !== undefined &&
      !only.exact &&
      vocabulary.isSyllable(only.text.toLowerCase()) &&
      countOf(only.text) === 0
    )
  }
  const joined: (readonly Phrase[])[] = []
  for (const [i, alternatives] of wanted.entries()) {
    const last = joined.at(-1)?.[0]
    const [here] = alternatives
    if (i > 0 && last && here && isSyllable(wanted[i - 1]) && isSyllable(alternatives))
      joined[joined.length - 1] = [{ ...last, text: last.text + here.text }]
    else joined.push(alternatives)
  }
  return joined
}
