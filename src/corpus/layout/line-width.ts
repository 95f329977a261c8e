/** How wide a line is, marks apart: papers squeeze them by a different measure. */
export interface Measure {
  /** Characters but for wide marks, in widths of a Han character: ASCII signs count about half, blanks nothing. */
  readonly signs: number
  /** Wide marks: ，。、“”（）… */
  readonly marks: number
}

/** But for the long dash (—), as wide as a character. */
const WIDE_MARK =
  /[\u2010-\u2013\u2015-\u2027\u2030-\u205e\u3001-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]/

/** Of a Han character: figures and Latin letters of newspaper types are a little wider than half. */
const ASCII_WIDTH = 0.55

/** Measures a line. Spaces count nothing: they come from the extraction, not from the print. */
export function measure(text: string): Measure {
  let signs = 0
  let marks = 0
  for (const sign of text) {
    if (sign === ' ') continue
    if (sign < '\u0100') signs += ASCII_WIDTH
    else if (isHan(sign) || !WIDE_MARK.test(sign)) signs++
    else marks++
  }
  return { signs, marks }
}

/** Nearly all of them: a quick answer for most signs. */
const isHan = (sign: string): boolean => sign >= '\u4e00' && sign <= '\u9fff'

const LEAD = /^[“‘「『（(《〈【[]*(?:[\d.,%]+|[A-Za-z]+|\u2014+|.)[，。、；：！？”’」』）)》〉】\]…,.;:!?%]*/u

/**
 * Width of what cannot be parted from the start of a line: a figure, a Latin word, a character with the marks that
 * cling to it. The line before it had less room than that left, if it was full.
 */
export function leadWidth(text: string, markWidth: number): number {
  const { signs, marks } = measure(LEAD.exec(text)?.[0] ?? '')
  return signs + marks * markWidth
}

const CANDIDATES: readonly number[] = [1, 0.75, 0.5]

/**
 * Width that this page gives to its marks: the one that makes the lines inside its blocks most alike, as justified
 * lines of one column are.
 */
export function markWidthOf(
  lines: readonly { readonly measure: Measure; readonly afterBlank: boolean; readonly stretched: boolean }[],
): number {
  let best = 1
  let least = Number.POSITIVE_INFINITY
  for (const width of CANDIDATES) {
    let unevenness = 0
    for (const [at, line] of lines.entries()) {
      const [before, behind] = [lines[at - 1], lines[at + 1]]
      if (!before || !behind || before.afterBlank || line.afterBlank || behind.afterBlank) continue
      if (line.stretched || before.stretched) continue
      const difference =
        line.measure.signs - before.measure.signs + (line.measure.marks - before.measure.marks) * width
      unevenness += Math.min(1.5, Math.abs(difference))
    }
    if (unevenness < least * 0.97) [best, least] = [width, unevenness]
  }
  return best
}
