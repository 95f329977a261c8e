import { normalise } from '../../language/index.ts'
import type { ParsedQuery, Phrase } from '../query/query.ts'
import type { Relaxation } from '../query/relaxation.ts'
import { renderQuery } from '../query/render-query.ts'
import { type Change, findMisspelling, type SpellingSources } from './find-misspelling.ts'
import { joinSyllables } from './join-syllables.ts'
import { readInitials, readPinyin } from './read-pinyin.ts'

/** Another reading of a query that found too little as it was written. */
export interface Rewriting {
  /** undefined if nothing is sure enough to be searched for unasked. */
  readonly query: ParsedQuery | undefined
  readonly relaxed: readonly Relaxation[]
  /** What may have been meant, best first: whole queries. */
  readonly suggestions: readonly string[]
}

/** Homophones that are searched for at once where pinyin could mean several words. */
const MOST_READINGS = 3
const MOST_SUGGESTIONS = 3

/** Reads Latin words that occur nowhere as pinyin, and takes Chinese ones that occur nowhere for misspellings. */
export function rewriteQuery(query: ParsedQuery, sources: SpellingSources): Rewriting {
  const groups = joinSyllables(query.wanted, sources)
  const readLatin = latinReader(groups, sources)
  const rewritten = groups.map((alternatives, group) => {
    const beside = groups.flatMap(([first], i) => (i === group || first === undefined ? [] : first.text))
    return alternatives.map((phrase) => rewritePhrase(phrase, beside, readLatin, sources))
  })
  const relaxed = rewritten.flat().flatMap((it) => it.relaxed ?? [])
  const suggestions = rewritten.flatMap((alternatives, group) =>
    alternatives.flatMap(({ guesses }, place) =>
      guesses.map((guess) => {
        const changed = groups.map((phrases, i) => (i === group ? phrases.with(place, guess) : phrases))
        return renderQuery({ ...query, wanted: changed })
      }),
    ),
  )
  const wanted = rewritten.map((alternatives) => alternatives.flatMap((it) => it.phrases))
  return {
    query: relaxed.length > 0 ? { ...query, wanted } : undefined,
    relaxed,
    suggestions: [...new Set(suggestions)].slice(0, MOST_SUGGESTIONS),
  }
}

interface RewrittenPhrase {
  /** What is searched for in its place; itself if nothing is sure. */
  readonly phrases: readonly Phrase[]
  readonly relaxed: Relaxation | undefined
  readonly guesses: readonly Phrase[]
}

const LATIN = /^[\p{sc=Latin}\p{M}'’]+$/u
const isLatin = (text: string) => LATIN.test(text)

/** What a Latin word may mean, the likeliest first. */
type ReadLatin = (text: string) => readonly string[]

/** Share of the articles that hold a name which is known in other languages, too. */
const OFTEN = 0.005

/**
 * Reads Latin words that stand nowhere as pinyin, or else as initials. Where one of a query is neither, the query is in that
 * word's language, and others are no initials: “alert me about typhoons” does not ask for 名额.
 */
function latinReader(
  groups: readonly (readonly Phrase[])[],
  { vocabulary, countOf, documentCount }: SpellingSources,
): ReadLatin {
  const exists = (text: string) => countOf(text) > 0
  const readings = new Map<
    string,
    { readonly spelled: readonly string[]; readonly initials: readonly string[] }
  >()
  for (const { text } of groups.flat())
    if (isLatin(text) && !exists(text)) {
      const spelled = readPinyin(text, vocabulary, exists)
      // The first look for initials goes through all words of the archive.
      readings.set(text, { spelled, initials: spelled.length > 0 ? [] : readInitials(text, vocabulary) })
    }
  const read = [...readings.values()]
  const foreign = read.filter(({ spelled, initials }) => spelled.length === 0 && initials.length === 0).length
  const isForeign = foreign > 0
  // “Gaza hospital attack” is no pinyin, though Gaza could be; of chengdu and one word that is neither the first one is.
  // What the archive speaks of often is a name in any language: “who donated things to the Chengdu museum”.
  const isText = foreign > read.filter(({ spelled }) => spelled.length > 0).length
  return (text) => {
    const { spelled = [], initials = [] } = readings.get(text) ?? {}
    // The likeliest alone: in such a sentence Chengdu is 成都, and no 程度.
    if (isText) return spelled.filter((it) => countOf(it) >= OFTEN * documentCount).slice(0, 1)
    return spelled.length > 0 || isForeign ? spelled : initials
  }
}

function rewritePhrase(
  phrase: Phrase,
  beside: readonly string[],
  readLatin: ReadLatin,
  sources: SpellingSources,
): RewrittenPhrase {
  const as = (text: string, exact = phrase.exact): Phrase => ({ ...phrase, text, exact })
  const exists = (text: string) => sources.countOf(text) > 0
  const longer =
    phrase.exact || exists(phrase.text) ? [] : sources.vocabulary.longerThan(normalise(phrase.text))
  if (isLatin(phrase.text)) {
    const readings = readLatin(phrase.text)
    if (readings.length === 0 && longer.length > 0) return longerReading(phrase, longer)
    const [to, others] = [readings.slice(0, MOST_READINGS), readings.slice(MOST_READINGS)]
    return {
      phrases: to.length > 0 ? to.map((it) => as(it, true)) : [phrase],
      relaxed: to.length > 0 ? { kind: 'pinyin', from: phrase.text, to } : undefined,
      guesses: others.map((it) => as(it)),
    }
  }
  if (longer.length > 0) return longerReading(phrase, longer)
  const { sure, guesses } = findMisspelling(phrase.text, beside, sources)
  const changed = ([from, to]: Change) => as(normalise(phrase.text).replace(from, () => to))
  // Who puts a phrase in quotation marks means it: corrections are offered only.
  if (sure === undefined || phrase.exact)
    return {
      phrases: [phrase],
      relaxed: undefined,
      guesses: [...(sure ? [sure] : []), ...guesses].map(changed),
    }
  const [from, to] = sure
  return { phrases: [changed(sure)], relaxed: { kind: 'corrected', from, to }, guesses: guesses.map(changed) }
}

/** `chengdu` stands in GoChengdu only: the words that hold it are looked for, the most frequent of them is told. */
function longerReading(phrase: Phrase, longer: readonly string[]): RewrittenPhrase {
  const [first = ''] = longer
  return {
    phrases: longer.slice(0, MOST_READINGS).map((text): Phrase => Object.assign({}, phrase, { text })),
    relaxed: { kind: 'corrected', from: phrase.text, to: first },
    guesses: [],
  }
}
