import { type Box, inReadingOrder } from './reading-order.ts'
import { standsSideBySide } from './side-by-side.ts'

/** A line of a text, or what one column holds of it. */
export interface PrintedPiece {
  /** Place of its line among those of the text, from 0. */
  readonly line: number
  readonly text: string
  /** Whether it is parted from what stands before it, as by a blank line. */
  readonly isApart: boolean
}

/** What stands on a line without a gap, from one sign of it to before another. */
interface Segment {
  readonly line: number
  readonly left: number
  readonly right: number
  readonly text: string
}

/** Segments below one another. */
interface Column {
  readonly segments: Segment[]
  left: number
  right: number
}

const SEGMENT = /[^\s\u3000]+(?:[ \u3000][^\s\u3000]+)*/gu
/** How many lines further down a column may go on: those beside it may be set on other lines. */
const LONGEST_STEP = 4
/** By how many signs the starts of lines in one column differ, and by how many one may stand out behind. */
const INDENT = 5
const RAGGED = 3

const LINE_END = /\r\n|[\n\r\u2028\u2029]/

/**
 * The lines of a text, which end with LF, CR LF, CR or a form feed. Where it keeps the columns of its page side by side, as
 * `pdftotext -layout` does, its lines are parted, and what stands in one column is put together, the columns in reading
 * order, sheet by sheet.
 */
export function printedPieces(text: string): readonly PrintedPiece[] {
  const isParted = standsSideBySide(text)
  let before = 0
  return text.split('\f').flatMap((sheet) => {
    const lines = sheet.split(LINE_END)
    const from = before
    before += lines.length
    const pieces = isParted
      ? partColumns(lines)
      : lines.map((own, line) => ({ line, text: own, isApart: false }))
    return pieces.map(({ line, text: own, isApart }) => ({ line: from + line, text: own, isApart }))
  })
}

const partColumns = (lines: readonly string[]): readonly PrintedPiece[] =>
  inReadingOrder(columnsOf(lines).map(boxOf)).flatMap(({ segments }) =>
    segments.map(({ line, text }, at) => ({ line, text, isApart: at === 0 })),
  )

const boxOf = ({ segments, left, right }: Column): Box & Pick<Column, 'segments'> => ({
  segments,
  left,
  right,
  top: segments[0]?.line ?? 0,
  bottom: (segments.at(-1)?.line ?? 0) + 1,
})

function columnsOf(lines: readonly string[]): readonly Column[] {
  const columns: Column[] = []
  let open: readonly Column[] = []
  for (const [at, line] of lines.entries()) {
    const segments = segmentsOf(line, at)
    const reached = open.filter((column) => at - (column.segments.at(-1)?.line ?? 0) <= LONGEST_STEP)
    // What stands below two columns, or two things below one, ends them: a title over several, a box.
    const next = reached.filter((column) => !segments.some((it) => overlap(it, column)))
    for (const segment of segments) {
      const above = reached.filter((column) => overlap(segment, column))
      const column = above.length === 1 ? above[0] : undefined
      const goesOn =
        column !== undefined &&
        isAligned(segment, column) &&
        segments.every((it) => it === segment || !overlap(it, column))
      if (goesOn) next.push(lengthen(column, segment))
      else {
        const begun = { segments: [segment], left: segment.left, right: segment.right }
        columns.push(begun)
        next.push(begun)
      }
    }
    open = next
  }
  return columns
}

function lengthen(column: Column, segment: Segment): Column {
  column.segments.push(segment)
  column.left = Math.min(column.left, segment.left)
  column.right = Math.max(column.right, segment.right)
  return column
}

const overlap = (a: Pick<Box, 'left' | 'right'>, b: Pick<Box, 'left' | 'right'>): boolean =>
  a.left < b.right && b.left < a.right

const isAligned = (segment: Segment, column: Column): boolean =>
  Math.abs(segment.left - column.left) <= INDENT && segment.right <= column.right + RAGGED

const segmentsOf = (line: string, at: number): readonly Segment[] =>
  [...line.matchAll(SEGMENT)].map(({ 0: text, index }) => ({
    line: at,
    left: index,
    right: index + text.length,
    text,
  }))
