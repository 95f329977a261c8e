import type { PrintedPage } from '../../sources/index.ts'
import { isFolioPart, isFurniture } from '../wording/furniture.ts'
import { endsSentence, opensArticle } from '../wording/markers.ts'
import { toColumnPieces } from './column-piece.ts'
import { mostBy } from './most-by.ts'
import { isLying, overlapX, widthOf } from './rects.ts'
import { boundsOf, type TextLine, toTextLines } from './text-line.ts'

/** The lines of a printed page, sorted by what they are set in. */
export interface PageLines {
  /** Size and font that most of the text is set in. */
  readonly bodySize: number
  readonly bodyFont: string
  /** Text of the size that articles are set in, captions, bylines; from top to bottom. */
  readonly text: readonly TextLine[]
  /** Type that is larger or heavier than the text: titles. */
  readonly display: readonly TextLine[]
  /** Folio, masthead, editors. */
  readonly furniture: readonly TextLine[]
}

/** From this on, in body sizes, type is a title's; heavy type from a little less. */
const DISPLAY = 1.16
const HEAVY = 0.97
const OTHER_FACE = 1.05
/** The zones at the edges that may hold furniture, in heights of the page. */
const EDGE = 0.09
/** A rule over as much of the printed width parts the masthead from the page. */
const FULL_WIDTH = 0.85
const MASTHEAD_ZONE = 0.3

/** Sorts the glyphs of a page into lines of text, titles and furniture. */
export function toPageLines(page: PrintedPage): PageLines {
  const all = toTextLines(page.glyphs, page.rules)
  const bodySize = mostBy(all, (it) => it.size, lengthOf) ?? 0
  const ofBody = all.filter((it) => it.size === bodySize)
  const bodyFont = mostBy(ofBody, (it) => it.font, lengthOf) ?? ''
  const isHeavyBody = ofBody.filter((it) => it.isBold).length * 2 > ofBody.length
  const top = headEnd(page, all, bodySize)
  const bottom = footStart(page, all, bodySize)
  const furniture: TextLine[] = []
  const text: TextLine[] = []
  const display: TextLine[] = []
  for (const line of all.toSorted((a, b) => a.y0 - b.y0 || a.x0 - b.x0)) {
    const isEdge = line.y1 < page.height * EDGE || line.y0 > page.height * (1 - EDGE)
    if (line.y1 <= top || line.y0 >= bottom || (isEdge && isOfEdge(line.text))) furniture.push(line)
    else if (
      line.isVertical ||
      line.size >= bodySize * DISPLAY ||
      (line.isBold && !isHeavyBody && line.size >= bodySize * HEAVY) ||
      (line.font !== bodyFont && line.size >= bodySize * OTHER_FACE)
    )
      display.push(line)
    else text.push(line)
  }
  const running = new Set(runningText(display, bodySize))
  return {
    bodySize,
    bodyFont,
    text: [...text, ...running].toSorted((a, b) => a.y0 - b.y0 || a.x0 - b.x0),
    display: display.filter((it) => !running.has(it)),
    furniture,
  }
}

const lengthOf = (line: TextLine): number => line.glyphs.length

/** So many lines one below another are no title, whatever they are set in; fewer, if they end as a sentence does. */
const LONGEST_TITLE = 7
const LONGEST_SENTENCE = 3
const LARGEST_TEXT = 1.3
const SENTENCE = /。./u

/** Lines of articles that are set larger than most, or in another face: a comment, a box. */
function runningText(display: readonly TextLine[], bodySize: number): readonly TextLine[] {
  const lines = display.filter((it) => !it.isVertical && it.size < bodySize * LARGEST_TEXT)
  const surroundings = { rules: [], boxes: [], pictures: [], display: [] }
  return toColumnPieces(lines, surroundings)
    .filter((it) => {
      const text = it.lines.map((line) => line.text).join('')
      const isSentence = endsSentence(text) || text.includes('，') || SENTENCE.test(text)
      return (
        it.lines.length >= LONGEST_TITLE ||
        opensArticle(text) ||
        (it.lines.length >= LONGEST_SENTENCE && isSentence)
      )
    })
    .flatMap((it) => it.lines)
}

/** Lower edge of the masthead: a rule over the whole width, with no column of text above it. */
function headEnd({ rules, height }: PrintedPage, lines: readonly TextLine[], bodySize: number): number {
  const printed = boundsOf(lines)
  const found = rules
    .filter(
      (it) =>
        isLying(it) &&
        widthOf(it) >= widthOf(printed) * FULL_WIDTH &&
        it.y1 < height * MASTHEAD_ZONE &&
        !hasColumn(
          lines.filter((line) => line.y1 <= it.y1),
          bodySize,
        ),
    )
    .map((it) => it.y1)
  return Math.max(-Infinity, ...found)
}

/** Upper edge of the foot: lines of furniture at the bottom of the page, with nothing but such below them. */
function footStart({ height }: PrintedPage, lines: readonly TextLine[], bodySize: number): number {
  let start = Infinity
  for (const line of lines.toSorted((a, b) => b.y1 - a.y1)) {
    if (line.y0 < height * (1 - EDGE)) break
    if (!isFurniture(line.text) && line.text.length > 1 && !isPageNumber(line.text)) break
    start = Math.min(start, line.y0 + bodySize * 0.3)
  }
  return start
}

/** What stands alone at the edge of a page. */
const isOfEdge = (text: string): boolean => isFurniture(text) || isFolioPart(text) || isPageNumber(text)

const isPageNumber = (text: string): boolean => /^[—\-–· ]*[A-Z]?\d{1,3}[—\-–· ]*$/u.test(text)

const COLUMN_LINES = 5

/** Whether lines stand one below another as those of a column of text do. */
function hasColumn(lines: readonly TextLine[], bodySize: number): boolean {
  const body = lines.filter((it) => Math.abs(it.size - bodySize) < bodySize * 0.1 && it.glyphs.length >= 8)
  return body.some(
    (it) =>
      body.filter((other) => Math.abs(other.x0 - it.x0) < bodySize * 2.5 && overlapX(it, other) > 0).length >=
      COLUMN_LINES,
  )
}
