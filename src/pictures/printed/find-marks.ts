import type { PlacedText, Rect } from '../../sources/index.ts'

/** Something to mark on a printed page, as with a highlighter. */
export interface PrintedMark {
  /** As the article says it: a sentence, or words. All places where it stands are marked. */
  readonly text: string
  /** What of it is marked, in UTF-16 units. */
  readonly ranges: readonly (readonly [from: number, to: number])[]
}

/** A character of the page, folded, with its place. */
interface Placed {
  readonly character: string
  readonly rect: Rect
}

/** A word this short stands too often to be marked wherever it stands. */
const SHORTEST_WORD = 2

/**
 * Where on a page texts stand: a rectangle for each piece of a line. Blanks and line breaks do not count. A sentence that is
 * not found as a whole (it goes on in another column) has its words marked one by one.
 * @param texts of the page, in the order in which they were set
 * @param within what the article covers; empty: the whole page
 */
export function findMarks(
  texts: readonly PlacedText[],
  marks: readonly PrintedMark[],
  within: readonly Rect[],
): readonly Rect[] {
  const placed = texts
    .filter((it) => within.length === 0 || within.some((area) => holds(area, it)))
    .flatMap(charactersOf)
  const page = placed.map(({ character }) => character).join('')
  return marks.flatMap(({ text, ranges }) => {
    const sentence = fold(text)
    const found = ranges.flatMap((range) => placesIn(page, sentence, range))
    const words =
      found.length > 0 ? found : ranges.flatMap((range) => placesOfWord(page, text.slice(...range)))
    return words.flatMap(([from, to]) => piecesOf(placed.slice(from, to).map(({ rect }) => rect)))
  })
}

type Span = readonly [from: number, to: number]

interface Folded {
  readonly text: string
  /** For each unit of the text before it was folded, how many units stand before it now; and for its end. */
  readonly at: readonly number[]
}

/** Without blanks, and in the form that look-alikes share. */
function fold(text: string): Folded {
  const at: number[] = []
  let folded = ''
  for (const character of text) {
    for (let unit = 0; unit < character.length; unit++) at.push(folded.length)
    folded += foldCharacter(character)
  }
  return { text: folded, at: [...at, folded.length] }
}

const foldCharacter = (character: string) => character.normalize('NFKC').toLowerCase().replaceAll(/\s/gu, '')

function placesIn(page: string, { text, at }: Folded, [from, to]: Span): readonly Span[] {
  if (text === '') return []
  return indexesOf(page, text).map(
    (start): Span => [start + (at[from] ?? 0), start + (at[to] ?? text.length)],
  )
}

function placesOfWord(page: string, word: string): readonly Span[] {
  const { text } = fold(word)
  if (Array.from(text).length < SHORTEST_WORD) return []
  return indexesOf(page, text).map((start): Span => [start, start + text.length])
}

function indexesOf(page: string, text: string): readonly number[] {
  const found: number[] = []
  for (let at = page.indexOf(text); at >= 0; at = page.indexOf(text, at + text.length)) found.push(at)
  return found
}

/** One entry for each UTF-16 unit of the folded text, so that places count in its units. */
function charactersOf({ text, isVertical, ...area }: PlacedText): readonly Placed[] {
  const characters = Array.from(text)
  const widths = characters.map(widthOf)
  const whole = widths.reduce((sum, it) => sum + it, 0) || 1
  const length = isVertical ? area.y1 - area.y0 : area.x1 - area.x0
  let at = isVertical ? area.y0 : area.x0
  return characters.flatMap((character, n) => {
    const start = at
    at += (length * (widths[n] ?? 0)) / whole
    const rect = isVertical ? { ...area, y0: start, y1: at } : { ...area, x0: start, x1: at }
    return foldCharacter(character)
      .split('')
      .map((unit) => ({ character: unit, rect }))
  })
}

/** In ems, as type is mostly cut: letters and digits are half as wide as Han characters. */
const widthOf = (character: string) => (character < '\u0250' ? 0.5 : 1)

/** Neighbours in a line are one piece. */
function piecesOf(rects: readonly Rect[]): readonly Rect[] {
  const pieces: Rect[] = []
  for (const rect of rects) {
    const last = pieces.at(-1)
    if (last && followsOn(last, rect))
      pieces[pieces.length - 1] = {
        x0: Math.min(last.x0, rect.x0),
        y0: Math.min(last.y0, rect.y0),
        x1: Math.max(last.x1, rect.x1),
        y1: Math.max(last.y1, rect.y1),
      }
    else pieces.push(rect)
  }
  return pieces
}

/** Of the height of type: more between two characters is a gap. */
const GAP = 0.8

function followsOn(last: Rect, next: Rect): boolean {
  const size = Math.min(last.x1 - last.x0, last.y1 - last.y0, next.y1 - next.y0)
  const isBeside = Math.abs(last.y0 - next.y0) < size / 2 && Math.abs(next.x0 - last.x1) < size * GAP
  const isBelow = Math.abs(last.x0 - next.x0) < size / 2 && Math.abs(next.y0 - last.y1) < size * GAP
  return isBeside || (isBelow && Math.abs(last.x1 - next.x1) < size / 2 && last.x1 - last.x0 < size * 1.5)
}

const holds = (area: Rect, { x0, y0, x1, y1 }: Rect): boolean => {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2]
  return area.x0 <= x && x <= area.x1 && area.y0 <= y && y <= area.y1
}
