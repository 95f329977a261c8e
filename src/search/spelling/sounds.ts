import type { Vocabulary } from './vocabulary.ts'

/**
 * How two texts compare aloud. `same`: some reading of every character is the same, tones aside. `alike`: it is for ears
 * that do not tell z from zh or n from ng, as in much of the south, where those are the commonest slips of pinyin.
 */
export type Likeness = 'same' | 'alike' | undefined

/** How the characters of two texts sound to one another, place by place. */
export function likenessOf(
  a: readonly string[],
  b: readonly string[],
  vocabulary: Pick<Vocabulary, 'readingsOf'>,
): Likeness {
  if (a.length !== b.length) return undefined
  let likeness: Likeness = 'same'
  for (const [i, character] of a.entries()) {
    const other = b[i] ?? ''
    if (character === other) continue
    const [mine, others] = [vocabulary.readingsOf(character), vocabulary.readingsOf(other)]
    if (mine.some((it) => others.includes(it))) continue
    const blurred = new Set(others.map(blur))
    if (!mine.some((it) => blurred.has(blur(it)))) return undefined
    likeness = 'alike'
  }
  return likeness
}

/** zhang as zan: flat and curled tongue, front and back nasal as one. */
const blur = (reading: string): string => reading.replace(/^([zcs])h/, '$1').replace(/([aei]n)g$/, '$1')
