import type { Vocabulary } from './vocabulary.ts'

/** Spellings that are followed at once; real words have few, nonsense has none. */
const WIDTH = 60
const LONGEST = 40

/**
 * What a Latin word may mean that is pinyin (`dayunhui`, `xi'an`, with or without tones) or the initials of a word
 * (`dyh`): characters that stand side by side in the archive, the most frequent first.
 * @param exists tells whether an article may hold the characters; asked of whole readings only
 */
export function readPinyin(
  word: string,
  vocabulary: Vocabulary,
  exists: (text: string) => boolean,
): readonly string[] {
  const letters = word
    .normalize('NFD')
    .replaceAll(/ü|u\u0308/gu, 'v')
    .replaceAll(/[\p{M}'’]/gu, '')
    .toLowerCase()
  if (!/^[a-z]{2,}$/.test(letters) || letters.length > LONGEST) return []
  const spelled = [...new Set(syllablesOf(letters, vocabulary).flatMap((it) => charactersOf(it, vocabulary)))]
    .toSorted((a, b) => frequency(b, vocabulary) - frequency(a, vocabulary) || (a < b ? -1 : 1))
    // Any two syllables are some two neighbours somewhere: two must make a word.
    .filter((it) => (Array.from(it).length > 2 ? exists(it) : vocabulary.isWord(it)))
  return spelled.length > 0 ? spelled : vocabulary.wordsWithInitials(letters)
}

/** All ways to cut letters into syllables: `xian` is xian and xi an. */
function syllablesOf(letters: string, vocabulary: Vocabulary): readonly (readonly string[])[] {
  const LONGEST_SYLLABLE = 6
  const MOST_WAYS = 16
  const ways: (readonly (readonly string[])[])[] = [[[]]]
  for (let end = 1; end <= letters.length; end++) {
    const here: (readonly string[])[] = []
    for (let start = Math.max(0, end - LONGEST_SYLLABLE); start < end; start++) {
      const syllable = letters.slice(start, end)
      if (vocabulary.isSyllable(syllable)) for (const way of ways[start] ?? []) here.push([...way, syllable])
    }
    // Fewer, longer syllables are the likelier reading.
    ways.push(here.toSorted((a, b) => a.length - b.length).slice(0, MOST_WAYS))
  }
  return (ways[letters.length] ?? []).filter((it) => it.length > 1)
}

/** Follows the syllables from character to neighbouring character, the most frequent paths only. */
function charactersOf(syllables: readonly string[], vocabulary: Vocabulary): readonly string[] {
  let paths: readonly string[] = vocabulary.charactersRead(syllables[0] ?? '')
  for (const syllable of syllables.slice(1)) {
    const next = new Set(vocabulary.charactersRead(syllable))
    const longer = paths.flatMap((path) => {
      const last = Array.from(path).at(-1)
      return vocabulary
        .between(last, undefined)
        .filter((it) => next.has(it))
        .map((it) => path + it)
    })
    paths = longer.toSorted((a, b) => frequency(b, vocabulary) - frequency(a, vocabulary)).slice(0, WIDTH)
  }
  return paths
}

/** That of the rarest pair: a chain is as strong as its weakest link. */
function frequency(text: string, vocabulary: Vocabulary): number {
  const characters = Array.from(text)
  return Math.min(...characters.slice(1).map((it, i) => vocabulary.pairCount(`${characters[i]}${it}`)))
}
