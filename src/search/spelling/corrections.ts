import type { Vocabulary } from './vocabulary.ts'

/** A text that differs from what was asked by one misspelling, and stands in the archive. */
export interface Correction {
  readonly text: string
  /** True if it sounds the same: the misspelling of who types pinyin and picks the wrong characters. */
  readonly soundsSame: boolean
  /** Articles that hold it, more or less. */
  readonly count: number
}

/**
 * Corrections of a run of Chinese characters within edit distance 1: another character, two changed about, one too
 * many, one missing. Those that sound the same come first, then the frequent. For two characters only words that
 * sound the same: everything else would be a guess.
 * @param countOf how many articles hold all pairs of neighbours of a text; 0 rules it out
 */
export function correctionsOf(
  run: string,
  vocabulary: Vocabulary,
  countOf: (text: string) => number,
): readonly Correction[] {
  const characters = Array.from(run)
  if (characters.length < 2 || characters.length > LONGEST_RUN) return []
  const texts =
    characters.length === 2
      ? vocabulary.homophonesOf(run)
      : [...new Set(editsOf(characters, vocabulary, countOf))]
  return texts
    .filter((it) => it !== run)
    .map((text) => ({
      text,
      soundsSame: soundsSame(characters, Array.from(text), vocabulary),
      count: countOf(text),
    }))
    .filter((it) => it.count > 0)
    .toSorted(
      (a, b) =>
        Number(b.soundsSame) - Number(a.soundsSame) || b.count - a.count || (a.text < b.text ? -1 : 1),
    )
}

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

function soundsSame(a: readonly string[], b: readonly string[], vocabulary: Vocabulary): boolean {
  return (
    a.length === b.length &&
    a.every((character, i) => {
      const other = b[i] ?? ''
      const readings = vocabulary.readingsOf(other)
      return character === other || vocabulary.readingsOf(character).some((it) => readings.includes(it))
    })
  )
}
