import type { PaintedGlyph } from './text-painter.ts'

/** Of Latin text, nine characters of ten are letters and figures; of codes that were given by turns to other characters, some three. */
const LEAST_LATIN = 0.6
/** A font beside such ones is believed from here on: its codes may happen to be those of letters. */
const SURELY_LATIN = 0.85
/** Fonts of fewer characters, such as of brackets alone, are judged with the others of the page. */
const FEWEST = 20

/** A letter or figure as Latin text has them, or a letter of another script, which no guess would give. */
const TOLD = /^[A-Za-z0-9]|^(?!\p{Script=Latin})\p{L}/u
/** Leaders and rules made of type tell nothing. */
const LEADER = /^[.·•…_\-–—]/u

/**
 * Leaves out what stands in fonts whose codes are taken for Latin letters and make no text so: programs that rewrite a file may lose its
 * Unicode maps, and then nothing tells which Han characters its glyphs are.
 */
export function withoutGuesses(glyphs: readonly PaintedGlyph[]): readonly PaintedGlyph[] {
  const fonts = new Map<string, Count>()
  const page: Count = { all: 0, told: 0 }
  for (const { font, text, isTakenAsLatin } of glyphs) {
    if (!isTakenAsLatin || LEADER.test(text)) continue
    const one = fonts.get(font) ?? { all: 0, told: 0 }
    fonts.set(font, one)
    const told = TOLD.test(text) ? 1 : 0
    for (const count of [one, page]) {
      count.all++
      count.told += told
    }
  }
  if (page.all < FEWEST) return glyphs
  const isPageOff = shareOf(page) < LEAST_LATIN
  const off = new Set<string>()
  for (const [font, count] of fonts) {
    // Brackets and marks alone are set in a font of their own beside Han characters.
    if (count.told === 0 && !isPageOff) continue
    if (count.all < FEWEST ? isPageOff : shareOf(count) < (isPageOff ? SURELY_LATIN : LEAST_LATIN))
      off.add(font)
  }
  return off.size === 0 ? glyphs : glyphs.filter((it) => !it.isTakenAsLatin || !off.has(it.font))
}

interface Count {
  all: number
  told: number
}
const shareOf = ({ all, told }: Count): number => told / all
