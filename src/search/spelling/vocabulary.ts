import { isWordTerm, type Pinyin, termGroupsOf } from '../../language/index.ts'
import type { TermCounts } from '../ranking/term-counts.ts'

/** What stands in the archive, by sound and by neighbourhood: where misspellings and pinyin are looked up. */
export interface Vocabulary {
  readingsOf(character: string): readonly string[]
  isWord(text: string): boolean
  /** True of `da`, `yun`, `hui`: some character of the archive is read so. */
  isSyllable(text: string): boolean
  /** Characters read as `syllable`. */
  charactersRead(syllable: string): readonly string[]
  /** Words of two characters or more with these initials (`dyh`), rare ones aside, the most frequent first. */
  wordsWithInitials(initials: string): readonly string[]
  /** Longer words of Latin letters and digits that begin with a text or, from five letters, hold it: the most frequent first. */
  longerThan(latin: string): readonly string[]
  /** Words of two characters that begin, or end, with a character; of the archive, in no particular order. */
  wordsBeside(character: string): readonly string[]
  /** Words of two characters that sound like `pair`, the most frequent first. */
  homophonesOf(pair: string): readonly string[]
  /** Characters that somewhere stand right after `left` and, somewhere, right before `right`; either may be left out. */
  between(left: string | undefined, right: string | undefined): readonly string[]
  /** In how many articles two characters stand side by side. */
  pairCount(pair: string): number
}

/** Three letters are the initials of some rare word whatever they are: one article in so many must hold it. */
const ARTICLES_PER_WORD = 1000

/** Fewer letters begin some word whatever they are. */
const FEWEST_LETTERS = 4
/** A word, or a model such as `a320neo`; figures by themselves are none. */
const LATIN_WORD = /^(?=.*[a-z])[a-z0-9]+$/

const HAN_WORD = /^\p{sc=Han}{2,6}$/u

/** Reads the terms once for each kind of question, when it is first asked: 0.1 to 0.3 s for 20,000 articles. */
export function buildVocabulary(counts: TermCounts, pinyin: Pinyin): Vocabulary {
  const neighbours = once(() => readNeighbours(counts))
  const byReading = once(() => readCharacters(counts, pinyin))
  const byInitials = once(() => readInitials(counts, pinyin))
  const latinWords = once(() => Array.from(counts.terms()).filter((it) => LATIN_WORD.test(it)))
  const pairCount = (pair: string) =>
    (termGroupsOf(pair)[0] ?? []).reduce((sum, term) => sum + counts.documentFrequency(term), 0)
  const byCount = (words: readonly string[]) =>
    words.toSorted((a, b) => counts.documentFrequency(b) - counts.documentFrequency(a) || (a < b ? -1 : 1))
  const charactersRead = (syllable: string) => byReading().get(syllable) ?? []

  return {
    readingsOf: (character) => pinyin.readingsOf(character),
    isWord: (text) => counts.documentFrequency(text) > 0,
    isSyllable: (text) => byReading().has(text),
    charactersRead,
    wordsWithInitials: (initials) => {
      const least = Math.max(2, counts.documentCount / ARTICLES_PER_WORD)
      return byCount(byInitials().get(initials) ?? []).filter((it) => counts.documentFrequency(it) >= least)
    },
    longerThan: (latin) => {
      if (!LATIN_WORD.test(latin) || latin.length < FEWEST_LETTERS) return []
      const isHeld = (it: string) =>
        latin.length > FEWEST_LETTERS ? it.includes(latin) : it.startsWith(latin)
      return byCount(latinWords().filter((it) => it.length > latin.length && isHeld(it)))
    },
    homophonesOf: (pair) => {
      const [first = '', second = ''] = Array.from(pair)
      const soundsLike = (it: string) => pinyin.readingsOf(it).flatMap(charactersRead)
      const pairs = soundsLike(first).flatMap((left) => soundsLike(second).map((right) => left + right))
      return byCount([...new Set(pairs)].filter((it) => it !== pair && counts.documentFrequency(it) > 0))
    },
    wordsBeside: (character) => {
      const after = (neighbours().after.get(character) ?? []).map((it) => character + it)
      const before = (neighbours().before.get(character) ?? []).map((it) => it + character)
      return [...new Set([...after, ...before])].filter((it) => counts.documentFrequency(it) > 0)
    },
    between: (left, right) => {
      const following = left === undefined ? undefined : (neighbours().after.get(left) ?? [])
      const preceding = right === undefined ? undefined : (neighbours().before.get(right) ?? [])
      if (following === undefined || preceding === undefined) return following ?? preceding ?? []
      const both = new Set(preceding)
      return [...new Set(following)].filter((it) => both.has(it))
    },
    pairCount,
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Which characters stand right after, and right before, each character; those that also make a word stand twice. */
function readNeighbours(counts: TermCounts) {
  const after = new Map<string, string[]>()
  const before = new Map<string, string[]>()
  for (const term of counts.terms()) {
    if (term.length > 3) continue
    const pair = isWordTerm(term) ? term : term.slice(1)
    if (pair.length !== 2 || !HAN_WORD.test(pair)) continue
    addTo(after, pair.charAt(0), pair.charAt(1))
    addTo(before, pair.charAt(1), pair.charAt(0))
  }
  return { after, before }
}

function readCharacters(counts: TermCounts, pinyin: Pinyin): ReadonlyMap<string, readonly string[]> {
  const characters = new Set<string>()
  for (const term of counts.terms())
    if (term.length <= 2) characters.add(isWordTerm(term) ? term.charAt(0) : term.charAt(1))
  const byReading = new Map<string, string[]>()
  for (const character of characters)
    for (const reading of pinyin.readingsOf(character)) addTo(byReading, reading, character)
  return byReading
}

/** Characters with several readings have several initials: 重庆 is found by `cq` and by `zq`. */
function readInitials(counts: TermCounts, pinyin: Pinyin): ReadonlyMap<string, readonly string[]> {
  const initials = new Map<string, readonly string[]>()
  const initialsOf = (character: string) => {
    let known = initials.get(character)
    if (known === undefined) {
      known = [...new Set(pinyin.readingsOf(character).map((it) => it.charAt(0)))]
      initials.set(character, known)
    }
    return known
  }
  const byInitials = new Map<string, string[]>()
  for (const term of counts.terms()) {
    if (!HAN_WORD.test(term)) continue
    let keys = ['']
    for (const character of term) {
      const [only = '', ...others] = initialsOf(character)
      keys = keys.map((key) => key + only).concat(others.flatMap((it) => keys.map((key) => key + it)))
    }
    for (const key of keys) addTo(byInitials, key, term)
  }
  return byInitials
}

function addTo(map: Map<string, string[]>, key: string, value: string): void {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}
