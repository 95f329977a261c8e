import type { Rect } from '../../sources/index.ts'
import { joinRules } from './join-rules.ts'
import { mostBy } from './most-by.ts'
import { isInside, isLying, overlapX, widthOf } from './rects.ts'
import { joinCells, type Row } from './table-cells.ts'
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
/** The same where a rule parts them, or further lines of cells stand between them: three or four. */
const HIGHEST_ROW = 5.5
/** How far from its first and last rows the rules are that close a table: cells may have so many lines more. */
const CLOSED = 4
/** The same of the rule above heads of two or three lines. */
const HEADS = 7
/** Without rules so many of the cells hold figures: short lines of narrow columns hold fewer. */
const FIGURES = 0.4

/** Finds rows of short cells that stand one below another in columns, with figures or between rules. */
export function findTables(
  lines: readonly TextLine[],
  pieces: readonly Rect[],
  size: number,
): readonly Table[] {
  const rules = joinRules(pieces)
  const lying = lines.filter((it) => !it.isVertical && it.size < size * 1.4)
  const rows = toRows(lying)
  const tables: Table[] = []
  const taken = new Set<Row>()
  for (const first of rows) {
    if (taken.has(first)) continue
    const chain = [first]
    for (let next: Row | undefined = first; next; ) {
      const above: Row = next
      next = rows.find((it) => !taken.has(it) && isNextRow(above, it, { lines: lying, rules, size }))
      if (next) chain.push(next)
    }
    if (chain.length < FEWEST_ROWS) continue
    const loose = looseIn(chain, lying, rules)
    const joined = joinCells(chain, loose, dividersOf(rules, boundsOf([...chain.flat(), ...loose])))
    // Columns of text hold sentences: what looks like cells of several lines there is none.
    const area = boundsOf(chain.flat())
    const isWhole = !lying.some((it) => !isCell(it) && isInside(it, area))
    if (!isTable(chain, isWhole ? joined.rows : chain, rules, size)) continue
    const left = new Set(joined.loose)
    const own = new Set([...chain.flat(), ...(isWhole ? loose.filter((it) => !left.has(it)) : [])])
    for (const row of rows) if (row.some((it) => own.has(it))) taken.add(row)
    tables.push(toTable(isWhole ? joined.rows : chain, [...own]))
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
function isNextRow(above: Row, row: Row, page: RowsOfPage): boolean {
  const { size } = page
  const pitch = (row[0]?.y1 ?? 0) - (above[0]?.y1 ?? 0)
  if (pitch < size * 0.8 || pitch > size * HIGHEST_ROW) return false
  if (pitch > size * WIDEST_PITCH && !isHigh(above, row, page)) return false
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

interface RowsOfPage {
  readonly lines: readonly TextLine[]
  readonly rules: readonly Rect[]
  readonly size: number
}

/** Whether a rule parts two rows, or lines of one column, where a cell has several, fill what lies between them. */
function isHigh(above: Row, row: Row, { lines, rules, size }: RowsOfPage): boolean {
  const [upper, lower] = [boundsOf(above), boundsOf(row)]
  if (isRuled(upper, lower, rules)) return true
  const between = lines.filter(
    (it) => it.y1 > upper.y1 && it.y0 < lower.y0 && overlapX(it, upper) > 0 && !row.includes(it),
  )
  if (!between.every((it) => isCell(it) && between.every((other) => other === it || overlapX(it, other) > 0)))
    return false
  const ends = [upper, ...between].map((it) => it.y1)
  return between.length > 0 && lower.y1 - Math.max(...ends) <= size * WIDEST_PITCH
}

/** Cells that stand alone on their base line amid rows, or between them and the rules that close the table. */
function looseIn(
  chain: readonly Row[],
  lines: readonly TextLine[],
  rules: readonly Rect[],
): readonly TextLine[] {
  const own = new Set(chain.flat())
  const rowsOf = boundsOf([...own])
  const others = lines.filter(
    (it) => !own.has(it) && isCell(it) && it.x0 > rowsOf.x0 - it.size && it.x1 < rowsOf.x1 + it.size,
  )
  const bounds = closedBy(rules, rowsOf, others)
  const amid = others.filter((it) => it.y1 > bounds.y0 && it.y0 < bounds.y1)
  if (amid.length === 0) return []
  // Where others do, a cell of the last row may have a second line, if nothing goes on below it.
  const below = others.filter(
    (it) =>
      it.y0 >= bounds.y1 &&
      it.y0 < bounds.y1 + it.size * NEXT_LINE &&
      chain.at(-1)?.some((cell) => Math.abs(cell.x0 - it.x0) < it.size * 0.3) &&
      !lines.some(
        (line) => line.y0 > it.y0 && line.y0 < it.y1 + it.size * NEXT_LINE && overlapX(line, it) > 0,
      ),
  )
  return [...amid, ...below]
}

/** How far below one line of a cell the next begins, in their size. */
const NEXT_LINE = 0.75

/** Where lying rules run through a table, from top to bottom. */
const dividersOf = (rules: readonly Rect[], table: Rect): readonly number[] =>
  rules
    .filter(
      (it) =>
        isLying(it) && it.y0 > table.y0 && it.y1 < table.y1 && overlapX(it, table) > widthOf(table) * 0.5,
    )
    .map((it) => (it.y0 + it.y1) / 2)
    .toSorted((a, b) => a - b)

/**
 * The area of rows, up to the rules right above and below it if there are such; a rule further up closes it if what stands between
 * the two are heads side by side.
 */
function closedBy(rules: readonly Rect[], rows: Rect, others: readonly TextLine[]): Rect {
  const size = others[0]?.size ?? 0
  const near = rules.filter((it) => isLying(it) && overlapX(it, rows) > widthOf(rows) * 0.8)
  const above = near.filter((it) => it.y1 <= rows.y0 && it.y1 > rows.y0 - size * CLOSED)
  const below = near.filter((it) => it.y0 >= rows.y1 && it.y0 < rows.y1 + size * CLOSED)
  const nearest = Math.max(...above.map((it) => it.y1), above.length > 0 ? -Infinity : rows.y0)
  const closing = near.filter((it) => it.y1 <= rows.y0 && it.y1 > rows.y0 - size * HEADS)
  const top = Math.min(...closing.map((it) => it.y1), nearest)
  const heads = others.filter((it) => it.y0 > top - 1 && it.y1 < nearest + 1)
  const isHead = heads.some((it) => heads.some((other) => other.x0 > it.x1 && Math.abs(other.y1 - it.y1) < 1))
  return {
    ...rows,
    y0: isHead ? top : nearest,
    y1: Math.min(...below.map((it) => it.y0), below.length > 0 ? Infinity : rows.y1),
  }
}

/**
 * Whether rows of cells are a table.
 * @param joined the same with the lines of each cell put together
 */
function isTable(
  rows: readonly Row[],
  joined: readonly Row[],
  rules: readonly Rect[],
  size: number,
): boolean {
  const gaps = rows.flatMap((row) => row.slice(1).map((it, at) => it.x0 - (row[at]?.x1 ?? 0)))
  if (gaps.reduce((sum, it) => sum + it, 0) < gaps.length * size * LEAST_GAP) return false
  const cells = rows.flat()
  if (cells.reduce((sum, { text }) => sum + text.length, 0) > cells.length * USUAL_CELL) return false
  if (cells.filter(({ text }) => /\d/u.test(text)).length >= cells.length * FIGURES) return true
  const ruled = joined
    .slice(1)
    .filter((row, at) => isRuled(boundsOf(joined[at] ?? row), boundsOf(row), rules))
  return joined.length >= FEWEST_ROWS && ruled.length >= joined.length - 1
}

const isRuled = (above: Rect, below: Rect, rules: readonly Rect[]): boolean =>
  rules.some(
    (it) =>
      isLying(it) &&
      it.y0 > above.y0 &&
      it.y1 < below.y1 &&
      overlapX(it, below) > Math.min(widthOf(it), widthOf(below)) * 0.5,
  )

function toTable(rows: readonly Row[], lines: readonly TextLine[]): Table {
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
