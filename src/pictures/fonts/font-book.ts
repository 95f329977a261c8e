import { readFileSync } from 'node:fs'
import type { GlobalFonts } from '@napi-rs/canvas'
import { readCharacterMap } from './character-map.ts'
import { type Face, type FontFile, listFonts } from './font-files.ts'

/** Finds the part of a font that has a character, and loads it when it is first needed. */
export interface FontBook {
  /**
   * The family to draw a text in that is set as one.
   * @returns undefined if no font has its characters
   */
  familyFor(text: string, face: Face): string | undefined
}

/** Join or vary other characters, and are nothing to draw by themselves. */
const INVISIBLE = /^(?:[\u200b-\u200f\u2060\u00ad]|\p{Variation_Selector})$/u
const AS_EMOJI = /\p{Emoji_Presentation}|\ufe0f/u

/** Whether a character is drawn at all. */
export const isVisible = (character: string): boolean => !INVISIBLE.test(character)

/**
 * Knows all fonts and has loaded none of them yet; what it found for a text it remembers.
 * @param fonts where the canvas takes its fonts from: of one thread, once
 */
export function createFontBook(fonts: Pick<typeof GlobalFonts, 'register'>): FontBook {
  const files = listFonts()
  const loaded = new Map<string, ReadonlySet<number>>()
  const known: Record<string, Map<string, string | undefined>> = { serif: new Map(), sans: new Map() }
  const characters = (file: FontFile) => {
    const before = loaded.get(file.path)
    if (before) return before
    const bytes = readFileSync(file.path)
    const map = readCharacterMap(bytes)
    fonts.register(bytes, file.family)
    loaded.set(file.path, map)
    return map
  }
  const find = (text: string, face: Face): string | undefined => {
    const codes = Array.from(text)
      .filter(isVisible)
      .map((it) => it.codePointAt(0) ?? 0)
    const [first] = codes
    if (first === undefined) return undefined
    const candidates = AS_EMOJI.test(text) ? [...files.emoji, ...files[face]] : files[face]
    return candidates.find((it) => it.declares(first) && codes.every((code) => characters(it).has(code)))
      ?.family
  }
  return {
    familyFor: (text, face) => {
      const cache = known[face]
      if (cache?.has(text)) return cache.get(text)
      const family = find(text, face)
      cache?.set(text, family)
      return family
    },
  }
}
