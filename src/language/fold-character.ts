import traditionalPairs from 'opencc-js/dict/TSCharacters'
import { IDEOGRAPH_OF_RADICAL } from './radicals.ts'

/** Characters that are drawn as nothing: zero-width blanks and joiners, soft hyphens, byte-order marks. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060-\u2064\uFEFF]/gu

/** The dots that part a foreign name (艾瑞克·森超) or stand in for one another in text layers. */
const NAME_DOT = /[•‧∙⋅・･]/gu

const SPACING = /[\s\p{Cc}]/gu

let simplified: ReadonlyMap<string, string> | undefined

/**
 * What each Traditional character is in Simplified ones. One character at a time, never by phrase: what a character becomes must not depend on its neighbours, or a part
 * of a word would not be found in the word (乾 in 乾隆).
 */
export function simplifiedCharacters(): ReadonlyMap<string, string> {
  simplified ??= new Map(
    traditionalPairs.split('|').map((pair) => {
      const [traditional = '', simple = ''] = pair.split(' ')
      return [traditional, simple]
    }),
  )
  return simplified
}

/** UTF-16 units of the ideographs that have no other form in NFKC: they fold as {@link simplifiedCharacters} says, or to themselves. */
export const IDEOGRAPHS = { first: 0x3400, last: 0x9fff } as const

/** Ideographs and Hangul syllables: no other form in NFKC, no case. Spares three passes over most of Unicode. */
const PLAIN = /^[\u3400-\u9FFF\uAC00-\uD7A3]$/u

/** NFKC makes three full stops of it, which say nothing and cost the whole text its fast path. */
const ELLIPSIS = '…'

/** Folds one character with its combining marks; the result may be empty, or longer than one character. */
export function foldCharacter(character: string): string {
  if (PLAIN.test(character)) return simplifiedCharacters().get(character) ?? character
  if (character === ELLIPSIS) return character
  const composed = character.normalize('NFKC')
  const lower = composed.toLowerCase()
  // Most have no case; to normalise them once more takes ten times as long as the rest.
  const plain = lower === composed ? composed : lower.normalize('NFKC')
  const visible = plain.replace(INVISIBLE, '').replace(NAME_DOT, '·').replace(SPACING, ' ')
  const simple = simplifiedCharacters()
  let folded = ''
  for (const it of visible) {
    const ideograph = IDEOGRAPH_OF_RADICAL.get(it) ?? it
    folded += simple.get(ideograph) ?? ideograph
  }
  return folded
}
