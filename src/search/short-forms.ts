import type { Word } from '../language/index.ts'
import { fillerKindsOf } from './query/filler-words.ts'

const HAN_ONLY = /^\p{sc=Han}+$/u
/** Words of a name that bear no character of its short form, at most: 伤害 in 意外伤害保险. */
const MOST_SKIPPED = 1

/**
 * Names of which a word is a short form, in a text that is cut into words: 意外伤害保险 of 意外险. Each word of the name but one
 * begins with the next characters of the short form; the last word may also end with its last one.
 * @param short in normal form, of three Chinese characters or more
 */
export function longNamesIn(words: readonly Word[], short: string): readonly string[] {
  const names = words.flatMap((first, i) => {
    const used = sharedStart(first.text, short)
    return used === 0 || used === short.length ? [] : namesFrom(words, i, short.slice(used), first)
  })
  return [...new Set(names)]
}

/** Names whose first word is at a place, of which the characters are left that the other words must bear. */
function namesFrom(words: readonly Word[], place: number, left: string, first: Word): readonly string[] {
  let rest = left
  let skipped = 0
  let name = first.text
  let { end } = first
  if (!isPart(first)) return []
  if (rest.length === 1 && first.text.endsWith(rest)) return [name]
  for (let at = place + 1; at < words.length; at++) {
    const word = words[at]
    if (word === undefined || word.start !== end || !isPart(word)) return []
    name += word.text
    end = word.end
    if (rest.length === 1 && word.text.endsWith(rest)) return [name]
    const used = sharedStart(word.text, rest)
    if (used === rest.length) return [name]
    if (used === 0 && ++skipped > MOST_SKIPPED) return []
    rest = rest.slice(used)
  }
  return []
}

/** Particles hold no name together, and a single character may be anything. */
const isPart = ({ text }: Word): boolean =>
  text.length > 1 && HAN_ONLY.test(text) && fillerKindsOf(text).size === 0

/** How many characters two texts have in common from their start. */
function sharedStart(a: string, b: string): number {
  let count = 0
  while (count < a.length && count < b.length && a.charAt(count) === b.charAt(count)) count++
  return count
}
