import type { Rect } from '../../sources/index.ts'
import { mostBy } from './most-by.ts'
import { isLying, overlapX, widthOf } from './rects.ts'
import { boundsOf, type TextLine } from './text-line.ts'

/** A table of a page. It stands where a picture could, and its rows are read one after the other. */
export interface Table extends Rect {
  /** Each row as one line, its cells parted by {@link CELLS}. */
  readonly rows: readonly TextLine[]
  /** The lines that it was made of. */
  readonly lines: readonly TextLine[]
}

/** Between two cells of a row. */
export const CELLS = '｜'

/** A cell has no sentence, and at most so many characters. */
const LONGEST_CELL = 14
/** The cells of a table are shorter than that on average, lines of narrow columns longer. */
const USUAL_CELL = 8
const SENTENCE = /[，。；！？]/u
const FEWEST_ROWS = 3
/** How far cells of a row stand apart on average, in the size of the type: gutters of text are narrower. */
const LEAST_GAP = 1.7
/** How far rows stand apart, from base line to base line. */
const WIDEST_PITCH = 2.8
/** Without rules so many of the cells hold figures: short lines of narrow columns hold fewer. */
const FIGURES = 0.4

type Row = readonly TextLine[]

/** Finds rows of short cells that stand one below another in columns, with figures or between rules. */
export function findTables(
  lines: readonly TextLine[],
  rules: readonly Rect[],
  size: number,
): readonly Table[] {
  const rows = toRows(lines.filter((it) => !it.isVertical && it.size < size * 1.4))
  const tables: Table[] = []
  const taken = new Set<Row>()
  for (const first of rows) {
    if (taken.has(first)) continue
    const chain = [first]
    for (let next: Row | undefined = first; next; ) {
      const above: Row = next
      next = rows.find((it) => !taken.has(it) && isNextRow(above, it, size))
      if (next) chain.push(next)
    }
    if (chain.length < FEWEST_ROWS || !isTable(chain, rules, size)) continue
    for (const row of chain) taken.add(row)
    tables.push(toTable(chain))
  }
  return tables
}

/** Cells on one base line, as far as nothing else stands between them; rows of one cell are none. */
function toRows(lines: readonly TextLine[]): readonly Row[] {
  const rows: TextLine[][] = []
  let last: TextLine[] = []
  for (const line of lines.toSorted((a, b) => a.y1 - b.y1 || a.x0 - b.x0)) {
    const [before] = last
    if (before && Math.abs(before.y1 - line.y1) < line.size * 0.35) last.push(line)
    else rows.push((last = [line]))
  }
  return rows.flatMap((row) => partsOf(row.toSorted((a, b) => a.x0 - b.x0))).filter((it) => it.length > 1)
}

const isCell = ({ text }: TextLine): boolean => text.length <= LONGEST_CELL && !SENTENCE.test(text)

/** A line of text ends a row of cells. */
function partsOf(row: Row): readonly Row[] {
  const parts: TextLine[][] = [[]]
  for (const line of row)
    if (isCell(line)) parts.at(-1)?.push(line)
    else parts.push([])
  return parts
}

/** Whether a row stands below another with its cells in the same columns. */
function isNextRow(above: Row, row: Row, size: number): boolean {
  const pitch = (row[0]?.y1 ?? 0) - (above[0]?.y1 ?? 0)
  if (pitch < size * 0.8 || pitch > size * WIDEST_PITCH) return false
  const inColumns = row.filter((cell) => above.filter((it) => overlapX(it, cell) > 0).length === 1).length
  if (inColumns >= 2 && inColumns >= row.length - 1 && Math.abs(row.length - above.length) <= 1) return true
  // Heads may be set in the middle of columns whose cells are set to one side.
  return (
    row.length > 2 &&
    row.length === above.length &&
    above.every(
      (head, at) => head.x0 > (row[at - 1]?.x1 ?? -Infinity) && head.x1 < (row[at + 1]?.x0 ?? Infinity),
    )
  )
}

function isTable(rows: readonly Row[], rules: readonly Rect[], size: number): boolean {
  const gaps = rows.flatMap((row) => row.slice(1).map((it, at) => it.x0 - (row[at]?.x1 ?? 0)))
  if (gaps.reduce((sum, it) => sum + it, 0) < gaps.length * size * LEAST_GAP) return false
  const cells = rows.flat()
  if (cells.reduce((sum, { text }) => sum + text.length, 0) > cells.length * USUAL_CELL) return false
  if (cells.filter(({ text }) => /\d/u.test(text)).length >= cells.length * FIGURES) return true
  const ruled = rows.slice(1).filter((row, at) => isRuled(boundsOf(rows[at] ?? row), boundsOf(row), rules))
  return ruled.length >= rows.length - 1
}

const isRuled = (above: Rect, below: Rect, rules: readonly Rect[]): boolean =>
  rules.some(
    (it) =>
      isLying(it) &&
      it.y0 > above.y0 &&
      it.y1 < below.y1 &&
      overlapX(it, below) > Math.min(widthOf(it), widthOf(below)) * 0.5,
  )

function toTable(rows: readonly Row[]): Table {
  const lines = rows.flat()
  return {
    ...boundsOf(lines),
    lines,
    rows: rows.map((row) => ({
      ...boundsOf(row),
      number: row[0]?.number ?? 0,
      text: row.map(({ text }) => text).join(CELLS),
      size: mostBy(row, (it) => it.size) ?? 0,
      font: mostBy(row, (it) => it.font) ?? '',
      isBold: false,
      isVertical: false,
      glyphs: row.flatMap(({ glyphs }) => glyphs),
    })),
  }
}
