import type { Rect } from '../../sources/index.ts'
import { overlapX, overlapY } from './rects.ts'
import { boundsOf, type TextLine } from './text-line.ts'

/** Cells of a table that stand side by side, from left to right. */
export type Row = readonly TextLine[]

/** Lines of one cell stand at most so far apart from edge to edge, in their size. */
const WIDEST_LEADING = 0.75
/** Rows stand further apart than the lines of a cell, by so much. */
const CLOSER = 0.8
/** What stands below a table and is no cell of it. */
const NOTE = /^[（(]?(?:注|备注|说明|资料|数据|来源|制表|制图)/u
/** So many between rules show that rules part all rows. */
const FEWEST_ROWS = 3
const FIGURE = /^[\d.,%％+\-—–~/:：]+$/u

/**
 * Puts the lines of cells together that run over several. Where rules part the rows, all that stands between two of them is a row. Else
 * a row of fewer cells that stands closer below another than rows do goes on with it, and lines that stand alone in a column belong to the
 * cell or row next to them. The cells of a row may stand at its top, its middle or its foot.
 * @param loose lines that are in no row
 * @param dividers where rules run through the table, from top to bottom
 * @returns the rows, and the loose lines that are in none of them still
 */
export function joinCells(
  rows: readonly Row[],
  loose: readonly TextLine[],
  dividers: readonly number[],
): { readonly rows: readonly Row[]; readonly loose: readonly TextLine[] } {
  const ruled = rowsBetween(dividers, [...rows.flat(), ...loose])
  if (ruled) return { rows: liftNames(ruled), loose: [] }
  const joined = rows.map((it) => [...it])
  joinRows(joined)
  const unplaced = toBlocks(loose).filter((it) => it.some(isNoCell) || !place(it, joined))
  return { rows: liftNames(joined.map(fromTheLeft)), loose: unplaced.flat() }
}

/**
 * A name in the first column that stands for several rows may be set beside the middle of them: it goes to the first. That it is so is
 * only sure if one stands between two rows, or above the first one there is none, and the rows can be shared out among all names.
 */
function liftNames(rows: readonly Row[]): readonly Row[] {
  const left = Math.min(...rows.flatMap((row) => row.map(({ x0 }) => x0)))
  const names = rows.flatMap(([cell]) => (cell && cell.x0 - left < cell.size ? [cell] : []))
  const others = rows.map((row) => row.filter((it) => !names.includes(it)))
  if (names.length === rows.length || others.some((it) => it.length === 0)) return rows
  const middles = others.map((it) => middleOf(boundsOf(it)))
  const isBeside = (name: TextLine, from: number, to: number): boolean =>
    Math.abs(((middles[from] ?? 0) + (middles[to] ?? 0)) / 2 - middleOf(name)) < name.size * 0.35
  const isSure =
    !names.some((it) => rows[0]?.includes(it)) ||
    names.some((name) => middles.every((_, at) => !isBeside(name, at, at)))
  if (!isSure) return rows
  const firstOf = new Map<number, TextLine>()
  let from = 0
  for (const name of names) {
    let to = from
    while (to < rows.length && !isBeside(name, from, to)) to++
    firstOf.set(from, name)
    from = to + 1
  }
  if (from !== rows.length) return rows
  return others.map((row, at) => [firstOf.get(at) ?? [], row].flat())
}

const middleOf = ({ y0, y1 }: Rect): number => (y0 + y1) / 2

const isNoCell = ({ text }: TextLine): boolean => NOTE.test(text) || FIGURE.test(text)
const fromTheLeft = (row: Row): Row => row.toSorted((a, b) => a.x0 - b.x0)

/** Rows between rules; undefined if rules part only some of them, as the head from the rest. */
function rowsBetween(dividers: readonly number[], lines: readonly TextLine[]): readonly Row[] | undefined {
  const bands = new Map<number, TextLine[]>()
  for (const line of lines.toSorted((a, b) => a.y1 - b.y1)) {
    const band = dividers.filter((it) => it < (line.y0 + line.y1) / 2).length
    const row = bands.get(band) ?? []
    bands.set(band, row)
    const at = row.findIndex((it) => overlapX(it, line) > 0)
    // Two figures in one column are two rows, whatever the rules say.
    if (FIGURE.test(line.text) && FIGURE.test(row[at]?.text ?? '')) return undefined
    if (at < 0) row.push(line)
    else extend(row, at, [line])
  }
  return bands.size < FEWEST_ROWS ? undefined : [...bands.values()].map(fromTheLeft)
}

/** Joins rows that only go on with cells of the one above. */
function joinRows(rows: TextLine[][]): void {
  const columns = Math.max(...rows.map((it) => it.length))
  const pitches = rows.slice(1).flatMap((row, at) => (row.length === columns ? [pitchOf(rows[at], row)] : []))
  const usual = pitches.toSorted((a, b) => a - b)[pitches.length >> 1] ?? 0
  for (let at = rows.length - 1; at > 0; at--) {
    const [above, row] = [rows[at - 1], rows[at]]
    if (!above || !row || row.length >= columns || pitchOf(above, row) > usual * CLOSER) continue
    const cells = row.map((line) => cellOver(line, above))
    if (row.some((it) => FIGURE.test(it.text)) || new Set(cells).size < cells.length || cells.includes(-1))
      continue
    for (const [index, line] of row.entries()) extend(above, cells[index] ?? -1, [line])
    rows.splice(at, 1)
  }
}

const pitchOf = (above: Row | undefined, row: Row): number => (row[0]?.y1 ?? 0) - (above?.[0]?.y1 ?? 0)

/** Place of the only cell that a line stands below; -1 if there is none, or it is too far. */
function cellOver(line: TextLine, row: Row): number {
  const over = row.flatMap((it, at) => (overlapX(it, line) > 0 ? [at] : []))
  const cell = row[over[0] ?? -1]
  return over.length === 1 && cell && isClose(cell, line) ? (over[0] ?? -1) : -1
}

const isClose = (above: Rect & { readonly size: number }, below: Rect): boolean =>
  below.y0 - above.y1 < above.size * WIDEST_LEADING && below.y1 > above.y1

/** Lines of one column that stand right below one another. */
function toBlocks(lines: readonly TextLine[]): TextLine[][] {
  const blocks: TextLine[][] = []
  for (const line of lines.toSorted((a, b) => a.y1 - b.y1)) {
    const block = blocks.find((it) => {
      const last = it.at(-1)
      return last !== undefined && overlapX(last, line) > 0 && isClose(last, line)
    })
    if (block) block.push(line)
    else blocks.push([line])
  }
  return blocks
}

/**
 * Puts lines into the row that they stand beside, else into the cell above or below them.
 * @returns whether there is one
 */
function place(block: readonly TextLine[], rows: TextLine[][]): boolean {
  const bounds = { ...boundsOf(block), size: block[0]?.size ?? 0 }
  const beside = rows.find((row) => {
    const own = boundsOf(row)
    return overlapY(own, bounds) > bounds.size * 0.3 && row.every((it) => overlapX(it, bounds) <= 0)
  })
  const [first] = block
  if (beside && first) {
    beside.push(first)
    extend(beside, beside.length - 1, block.slice(1))
    return true
  }
  const near = rows.toSorted((a, b) => distance(a, bounds) - distance(b, bounds))
  for (const row of near) {
    const at = row.findIndex((it) => overlapX(it, bounds) > 0)
    const cell = row[at]
    if (!cell || row.some((it) => it !== cell && overlapX(it, bounds) > 0)) continue
    if (!isClose(cell, bounds) && !isClose(bounds, cell)) continue
    extend(row, at, block)
    return true
  }
  return false
}

const distance = (row: Row, rect: Rect): number => -overlapY(boundsOf(row), rect)

/** Makes lines part of a cell, in the order in which they stand. */
function extend(row: TextLine[], at: number, lines: readonly TextLine[]): void {
  const cell = row[at]
  if (!cell || lines.length === 0) return
  const all = [cell, ...lines].toSorted((a, b) => a.y1 - b.y1)
  row[at] = {
    ...cell,
    ...boundsOf(all),
    text: all.map(({ text }) => text).join(''),
    glyphs: all.flatMap(({ glyphs }) => glyphs),
  }
}
