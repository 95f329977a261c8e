/** What is drawn in the place of a character that no font has. */
export interface StandIn {
  readonly text: string
  /** Of the size of the type around it. */
  readonly scale: number
  /** Upwards, in sizes of the type around it. */
  readonly rise: number
}

/** Their Unicode decompositions are marked `<super>` and `<sub>`. */
const RAISED =
  /^[\u2070\u2071\u2074-\u207f\u02b0-\u02b8\u02e0-\u02e4\u1d2c-\u1d61\u1d78\u1d9b-\u1dbf\u00aa\u00b2\u00b3\u00b9\u00ba]$/u
const LOWERED = /^[\u2080-\u209c\u1d62-\u1d6a\u2c7c]$/u

/**
 * What stands for the same by Unicode (NFKC): H₂O with a small 2 set low, ⅓ as 1⁄3, ﬃ as ffi, a compatibility form of a
 * Chinese character as that character.
 * @returns undefined if nothing does
 */
export function standInFor(character: string): StandIn | undefined {
  const text = character.normalize('NFKC')
  if (text === character || text.trim() === '') return undefined
  if (RAISED.test(character)) return { text, scale: 0.62, rise: 0.34 }
  if (LOWERED.test(character)) return { text, scale: 0.62, rise: -0.14 }
  return { text: text.replaceAll('\u2044', '/'), scale: 1, rise: 0 }
}
