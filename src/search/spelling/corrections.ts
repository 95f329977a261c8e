import { type Likeness, likenessOf } from './sounds.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A text that differs from what was asked by one misspelling, and stands in the archive. */
export interface Correction {
  readonly text: string
  /** How it sounds beside what was typed: the misspelling of who types pinyin and picks the wrong characters sounds the same. */
  readonly likeness: Likeness
  /** Articles that hold it, more or less. */
  readonly count: number
}

/**
 * Corrections of a run of Chinese characters within edit distance 1: another character, two changed about, one too
 * many, one missing. Those that sound the same come first, then the frequent. For two characters only words that
 * sound the same or nearly so: everything else would be a guess.
 * @param countOf how many articles hold all pairs of neighbours of a text; 0 rules it out
 */
export function correctionsOf(
  run: string,
  vocabulary: Vocabulary,
  countOf: (text: string) => number,
): readonly Correction[] {
  const characters = Array.from(run)
  if (characters.length < 2 || characters.length > LONGEST_RUN) return []
  const isPair = characters.length === 2
  const texts = isPair
    ? [...vocabulary.homophonesOf(run), ...characters.flatMap((it) => vocabulary.wordsBeside(it))]
    : editsOf(characters, vocabulary, countOf)
  return Array.from(new Set(texts))
    .filter((it) => it !== run)
    .map((text) => ({ text, likeness: likenessOf(characters, Array.from(text), vocabulary) }))
    .filter(({ likeness }) => !isPair || likeness !== undefined)
    .map(({ text, likeness }): Correction => ({ text, likeness, count: countOf(text) }))
    .filter((it) => it.count > 0)
    .toSorted(
      (a, b) =>
        WORTH[b.likeness ?? 'none'] - WORTH[a.likeness ?? 'none'] ||
        b.count - a.count ||
        (a.text < b.text ? -1 : 1),
    )
}

const WORTH = { same: 2, alike: 1, none: 0 } as const

/** A misspelling further on is found in the word that it spoils. */
const LONGEST_RUN = 12

function* editsOf(
  characters: readonly string[],
  vocabulary: Vocabulary,
  countOf: (text: string) => number,
): Generator<string> {
  const stands = (text: string) => Array.from(text).length < 2 || countOf(text) > 0
  for (let i = 0; i <= characters.length; i++) {
    const left = characters.slice(0, i).join('')
    const rest = characters.slice(i)
    const [here, next] = rest
    // What stays must stand in the archive by itself: that rules out nearly every place before any is tried.
    if (!stands(left)) break
    const afterHere = rest.slice(1).join('')
    const before = characters[i - 1]
    if (here !== undefined && stands(afterHere))
      for (const it of vocabulary.between(before, next)) yield left + it + afterHere
    // One too many at either end is no misspelling to mend: what is left is a part of what was asked.
    if (before !== undefined && next !== undefined && characters.length > 3) yield left + afterHere
    if (here !== undefined && next !== undefined) yield left + next + here + rest.slice(2).join('')
    if (before !== undefined && here !== undefined && stands(rest.join('')))
      for (const it of vocabulary.between(before, here)) yield left + it + rest.join('')
  }
}
