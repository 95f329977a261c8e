import type { Vocabulary } from './vocabulary.ts'

/** Paths of characters that are followed at once; real words have few, nonsense has none. */
const BEAM_WIDTH = 60
const LONGEST_PINYIN = 40
const LONGEST_SYLLABLE = 6
/** Ways to cut letters into syllables that are tried; few words have more than two. */
const MAX_SEGMENTATIONS = 4

/** Characters that stand side by side in the archive, pair by pair. */
interface Path {
  readonly text: string
  readonly last: string
  /** Count of the rarest pair: a chain is as strong as its weakest link. */
  readonly count: number
}

/** Marks of tones, and what parts syllables. */
const TONES = /[\p{M}'’]/gu

/**
 * What a Latin word may mean that is pinyin (`dayunhui`, `xi'an`, with or without tones): characters that stand side by
 * side in the archive, the most frequent first.
 * @param exists tells whether an article may hold the characters; asked of whole readings only
 */
export function readPinyin(
  word: string,
  vocabulary: Vocabulary,
  exists: (text: string) => boolean,
): readonly string[] {
  const letters = lettersOf(word)
  if (letters === '') return []
  const paths = syllablesOf(letters, vocabulary).flatMap((it) => pathsOf(it, vocabulary))
  return (
    [...new Set(paths.toSorted(byCount).map((it) => it.text))]
      // Any two syllables are some two neighbours somewhere: two must make a word.
      .filter((it) => (Array.from(it).length > 2 ? exists(it) : vocabulary.isWord(it)))
  )
}

/** Words of the archive with the initials that a Latin word may be made of (`dyh`), the most frequent first. */
export const readInitials = (word: string, vocabulary: Vocabulary): readonly string[] => {
  const letters = lettersOf(word)
  return letters === '' ? [] : vocabulary.wordsWithInitials(letters)
}

/** The letters of what may be pinyin, without tones; empty for anything else. */
function lettersOf(word: string): string {
  const letters = word
    .normalize('NFD')
    .replaceAll(/ü|u\u0308/gu, 'v')
    .replaceAll(TONES, '')
    .toLowerCase()
  return /^[a-z]{2,}$/.test(letters) && letters.length <= LONGEST_PINYIN ? letters : ''
}

/** All ways to cut letters into syllables: `xian` is xian and xi an. */
function syllablesOf(letters: string, vocabulary: Vocabulary): readonly (readonly string[])[] {
  const ways: (readonly (readonly string[])[])[] = [[[]]]
  for (let end = 1; end <= letters.length; end++) {
    const here: (readonly string[])[] = []
    for (let start = Math.max(0, end - LONGEST_SYLLABLE); start < end; start++) {
      const syllable = letters.slice(start, end)
      if (vocabulary.isSyllable(syllable)) for (const way of ways[start] ?? []) here.push([...way, syllable])
    }
    // Fewer, longer syllables are the likelier reading.
    ways.push(here.toSorted((a, b) => a.length - b.length).slice(0, MAX_SEGMENTATIONS))
  }
  return (ways[letters.length] ?? []).filter((it) => it.length > 1)
}

/** Follows the syllables from character to neighbouring character, the most frequent paths only. */
function pathsOf(syllables: readonly string[], vocabulary: Vocabulary): readonly Path[] {
  const [first = '', ...others] = syllables
  let paths: readonly Path[] = vocabulary
    .charactersRead(first)
    .map((it) => ({ text: it, last: it, count: Number.POSITIVE_INFINITY }))
  for (const syllable of others) {
    const next = vocabulary.charactersRead(syllable)
    const longer = paths.flatMap((path) =>
      next.flatMap((it) => {
        const count = Math.min(path.count, vocabulary.pairCount(path.last + it))
        return count > 0 ? [{ text: path.text + it, last: it, count }] : []
      }),
    )
    paths = longer.toSorted(byCount).slice(0, BEAM_WIDTH)
  }
  return paths
}

const byCount = (a: Path, b: Path) => b.count - a.count || (a.text < b.text ? -1 : 1)
