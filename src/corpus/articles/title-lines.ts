import type { Block } from '../layout/block.ts'
import { isUpright, type Line } from '../layout/line.ts'
import { ANNOUNCES, goesOn, OPENS_WITH_DASH } from '../wording/markers.ts'

/** Stands between lines of one phrase until the parts of the title are known: a blank would make two phrases of it. */
const LINE_END = '\u3000'

/** As a title is kept: on one line, with a blank where a line ended. */
export const withBlanks = (title: string): string => title.replaceAll(LINE_END, ' ')

/** Lines of a title that were printed as one, wrapped where there was no more room. */
export interface Segment {
  /** Its lines, joined; {@link LINE_END} between lines that an editor broke. */
  readonly text: string
  readonly joined: readonly Joined[]
  /** How wide the widest is printed. */
  readonly width: number
}

/**
 * Lines of one block, wrapped ones joined: a line that is full runs on in the next, a shorter one ends its phrase.
 */
export function segmentsOf(lines: readonly Line[], text = ''): readonly Segment[] {
  const segments: Joined[][] = []
  const widest = lines.reduce((most, line) => Math.max(most, printedWidth(line)), 0)
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1]
    const last = segments.at(-1)
    if (last && isUpright(before) && isUpright(line)) last.push({ line, isTorn: true })
    else if (!before || !last || ANNOUNCES.test(before.text)) segments.push([{ line, isTorn: true }])
    else if (isTornWord(before, line, text) || goesOn(before.text)) last.push({ line, isTorn: true })
    else if (runsOn(before, line, widest)) last.push({ line, isTorn: false })
    else segments.push([{ line, isTorn: true }])
  }
  return segments.map((joined) => ({
    text: joinLines(joined),
    joined,
    width: Math.max(...joined.map(({ line }) => printedWidth(line))),
  }))
}

/** A line of a segment, and whether a word or clause goes on from the line before. */
export interface Joined {
  readonly line: Line
  readonly isTorn: boolean
}

/** The last line of a title that an editor broke into lines is about as long as the others. */
const BALANCED = 0.75

/**
 * Joins the lines of a phrase. An editor breaks a title where a reader pauses, and makes its lines alike; what only wraps
 * breaks anywhere, and ends in a line of any length.
 */
export function joinLines(joined: readonly Joined[]): string {
  const widths = joined.map(({ line }) => printedWidth(line))
  const isBalanced = (widths.at(-1) ?? 0) >= BALANCED * Math.max(...widths)
  const isSentence = joined.some(({ line }) => PAUSE.test(line.text))
  return joined.reduce((text, { line, isTorn }, at) => {
    const isPause = at > 0 && !isTorn && isBalanced && !isSentence
    return `${text}${isPause ? LINE_END : ''}${line.text}`
  }, '')
}

/** Where a title has marks for its pauses, line ends are none. */
const PAUSE = /[，、：；—]/u

const TWO_HAN = /^\p{Script=Han}{2}$/u

/** Whether the end of one line and the start of the next make a word of the article. */
function isTornWord(before: Line, line: Line, text: string): boolean {
  const seam = before.text.slice(-1) + line.text.slice(0, 1)
  return TWO_HAN.test(seam) && text.includes(seam)
}

function runsOn(before: Line, line: Line, widest: number): boolean {
  if (/[！？。]$/u.test(before.text) || OPENS_WITH_DASH.test(line.text)) return false
  return printedWidth(before) >= widest - RAGGED && printedWidth(line) <= printedWidth(before) + RAGGED
}

/** Display lines are not justified: a wrapped one is up to so many Han characters short. */
export const RAGGED = 2.2

/** How wide a line is printed, in Han characters: a blank between phrases is wider than it is typed. */
export const printedWidth = (line: Line): number => line.width + (line.text.split(' ').length - 1) * 0.7

/** The titles of a block on one line. */
export const textOfTitle = ({ lines }: Pick<Block, 'lines'>): string =>
  withBlanks(
    segmentsOf(lines)
      .map(({ text }) => text)
      .join(' '),
  )

/** A caption on one line: its lines end where the picture does. */
export const textOfCaption = ({ lines }: Pick<Block, 'lines'>): string =>
  segmentsOf(lines)
    .map(({ text }) => text.replaceAll(LINE_END, ''))
    .join(' ')
