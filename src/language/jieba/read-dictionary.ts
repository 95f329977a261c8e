import { yieldToEventLoop } from '../../concurrency/index.ts'
import { WordTrie } from './word-trie.ts'

/** The words that are known, each with the logarithm of its share in all text. */
export interface Dictionary {
  readonly words: WordTrie
  /** The logarithm that a character has that is no word: the least of all. */
  readonly least: number
}

/** Lines read before others have their turn: a millisecond, and ten or more before the code is compiled. */
const LINES_AT_ONCE = 2_000

const BLANK = 0x20
const LINE_END = 0x0a
const DIGIT_ZERO = 0x30

/**
 * Reads jieba's dictionary, `word frequency tag` a line, and the words that a user adds: a line `word`, `word tag` or
 * `word frequency tag`. A word without a frequency is as frequent as the median word (cppjieba, `DictTrie.hpp`).
 * @param main UTF-8
 */
export async function readDictionary(main: Uint8Array, user: string): Promise<Dictionary> {
  const words = new WordTrie()
  const frequencies = Uint32Array.from(await readFrequencies(main, words))
  const total = frequencies.reduce((sum, frequency) => sum + frequency, 0)
  const logarithmOf = (frequency = 1) => Math.log(frequency / total)
  await yieldToEventLoop()
  words.weighAll(logarithmOf)
  await yieldToEventLoop()
  const ascending = frequencies.toSorted()
  for (const line of user.split('\n')) {
    const [word = '', ...more] = line.trim().split(' ')
    if (word === '') continue
    let node = WordTrie.root
    for (const character of word) node = words.grow(node, character.codePointAt(0) ?? 0)
    const frequency = more.length === 2 ? Number(more[0]) : ascending[ascending.length >> 1]
    words.weigh(node, logarithmOf(frequency))
  }
  return { words, least: logarithmOf(ascending[0]) }
}

/** Byte by byte: to make a string of each of 350,000 lines first takes three times as long. @returns all frequencies */
async function readFrequencies(bytes: Uint8Array, words: WordTrie): Promise<readonly number[]> {
  const frequencies: number[] = []
  let at = 0
  while (at < bytes.length) {
    let node = WordTrie.root
    while (at < bytes.length && bytes[at] !== BLANK) {
      const point = pointAt(bytes, at)
      node = words.grow(node, point)
      at += bytesOf(point)
    }
    let frequency = 0
    for (at++; at < bytes.length && bytes[at] !== BLANK; at++)
      frequency = 10 * frequency + (bytes[at] ?? 0) - DIGIT_ZERO
    words.weigh(node, frequency)
    const end = bytes.indexOf(LINE_END, at)
    at = end < 0 ? bytes.length : end + 1
    if (frequencies.push(frequency) % LINES_AT_ONCE === 0) await yieldToEventLoop()
  }
  return frequencies
}

function pointAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0
  if (first < 0x80) return first
  if (first < 0xe0) return ((first & 0x1f) << 6) | sixBits(bytes, at + 1)
  if (first < 0xf0) return ((first & 0x0f) << 12) | (sixBits(bytes, at + 1) << 6) | sixBits(bytes, at + 2)
  const upper = ((first & 0x07) << 18) | (sixBits(bytes, at + 1) << 12)
  return upper | (sixBits(bytes, at + 2) << 6) | sixBits(bytes, at + 3)
}

const sixBits = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) & 0x3f

const bytesOf = (point: number): number => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4)
