import type { Box, Rect } from '../../sources/index.ts'
import { readBareNames, readByline } from '../wording/byline.ts'
import { endsSentence, opensArticle } from '../wording/markers.ts'
import type { ColumnPiece } from './column-piece.ts'
import { heightOf, overlapX, overlapY, widthOf } from './rects.ts'
import { boundsOf } from './text-line.ts'
import type { TitleRows } from './title-block.ts'

/** A title with what stands above and below it. */
export interface Heading extends Rect {
  readonly title: TitleRows
  readonly kicker: readonly (TitleRows | ColumnPiece)[]
  readonly deck: readonly (TitleRows | ColumnPiece)[]
  readonly byline: readonly (TitleRows | ColumnPiece)[]
}

/** The headings of a page, and the columns without what belongs to a heading. */
export interface Headings {
  readonly headings: readonly Heading[]
  readonly pieces: readonly ColumnPiece[]
}

/** How far a kicker or deck stands from its title, in sizes of the text. */
const REACH = 1.7
/** A kicker or deck is smaller than the title by this much at least. */
const SMALLER = 0.93
const MOST_LINES = 3
/** What is narrower than this part of a title, of more lines and not under its middle, heads a column below it. */
const NARROW = 0.5

/** Gives each title the smaller lines that stand over and under it. The largest titles choose first. */
export function toHeadings(
  titles: readonly TitleRows[],
  pieces: readonly ColumnPiece[],
  body: { readonly size: number; readonly font: string },
  rules: readonly Rect[],
): Headings {
  const taken = new Set<TitleRows | ColumnPiece>()
  const headings: Heading[] = []
  for (const title of titles.toSorted((a, b) => b.size - a.size || a.y0 - b.y0)) {
    if (taken.has(title)) continue
    taken.add(title)
    const kicker: (TitleRows | ColumnPiece)[] = []
    const deck: (TitleRows | ColumnPiece)[] = []
    const byline: (TitleRows | ColumnPiece)[] = []
    // A title in reversed type is as wide as the bar that it stands in.
    let bounds: Rect = barOf(title, pieces) ?? title
    const candidates = [
      ...titles.filter((it) => it.size <= title.size * SMALLER),
      ...pieces.filter((it) => isLoose(it, body)),
    ]
    for (let found = true; found; ) {
      found = false
      for (const it of candidates) {
        if (taken.has(it) || ('title' in it && taken.has(it))) continue
        const side = sideOf(bounds, title, it, body.size)
        if (side === undefined || crossesRule(bounds, it, rules)) continue
        if (it.box !== title.box && (isRoom(it.box, it, body.size) || isRoom(title.box, title, body.size)))
          continue
        const signs = isByline(it)
        if (side === 'above' ? signs || isInBrackets(it) : byline.length > 0) continue
        if (side === 'below' && isHeadOfOwn(it, title, titles, pieces, body.size)) continue
        taken.add(it)
        bounds = boundsOf([bounds, it])
        if (signs) byline.push(it)
        else if (side === 'above') kicker.unshift(it)
        else deck.push(it)
        found = true
      }
    }
    headings.push({ ...boundsOf([title, ...kicker, ...deck, ...byline]), title, kicker, deck, byline })
  }
  return { headings, pieces: pieces.filter((it) => !taken.has(it)) }
}

/** The text of all lines, run together. */
export const textOfRows = (rows: TitleRows | ColumnPiece): string =>
  rows.lines.map(({ text }) => text).join('')

/** Whether a box holds more than the lines that stand in it: nothing belongs together across its edge. */
const isRoom = (box: Box | undefined, rows: Rect, size: number): boolean =>
  box !== undefined && (!box.isFilled || heightOf(box) > heightOf(rows) * 1.5 + size * 2.2)

const barOf = ({ box }: TitleRows, pieces: readonly ColumnPiece[]): Rect | undefined =>
  box?.isFilled && !pieces.some((it) => it.box === box) ? box : undefined

const isByline = (rows: TitleRows | ColumnPiece): boolean => {
  const text = textOfRows(rows)
  return !opensArticle(text) && (readByline(text) !== undefined || readBareNames(text) !== undefined)
}

const isInBrackets = (rows: TitleRows | ColumnPiece): boolean => /^[（(].*[）)]$/u.test(textOfRows(rows))

/** A few lines in another face than the text: they may be a kicker, a deck or a byline. */
const isLoose = (piece: ColumnPiece, body: { readonly size: number; readonly font: string }): boolean =>
  piece.lines.length <= MOST_LINES &&
  !opensArticle(textOfRows(piece)) &&
  !(piece.lines.length > 1 && textOfRows(piece).includes('，')) &&
  (piece.font !== body.font || Math.abs(piece.size - body.size) > body.size * 0.04 || isByline(piece)) &&
  !endsSentence(textOfRows(piece))

/** Where something stands to a title, near enough to belong to it. */
function sideOf(
  bounds: Rect,
  title: TitleRows,
  it: TitleRows | ColumnPiece,
  size: number,
): 'above' | 'below' | undefined {
  if (title.isVertical) {
    if (overlapY(it, bounds) < heightOf(it) * 0.5 || widthOf(it) > heightOf(it)) return undefined
    const [right, left] = [it.x0 - bounds.x1, bounds.x0 - it.x1]
    if (right > -1 && right < size * REACH) return 'above'
    return left > -1 && left < size * REACH ? 'below' : undefined
  }
  const over = overlapX(it, bounds)
  if (over < widthOf(it) * 0.6 || (widthOf(it) > widthOf(bounds) * 1.6 && widthOf(bounds) > size * 4))
    return undefined
  const isCentred = Math.abs(it.x0 + it.x1 - bounds.x0 - bounds.x1) < size * 4
  const isNarrow = widthOf(it) < widthOf(title) * NARROW && it.lines.length > 1
  if (isNarrow && !isCentred) return undefined
  const [above, below] = [bounds.y0 - it.y1, it.y0 - bounds.y1]
  if (above > -size * 0.3 && above < size * REACH) return 'above'
  return below > -size * 0.3 && below < size * REACH ? 'below' : undefined
}

const crossesRule = (bounds: Rect, it: Rect, rules: readonly Rect[]): boolean =>
  rules.some((rule) => {
    if (heightOf(rule) > widthOf(rule)) return false
    const y = (rule.y0 + rule.y1) / 2
    const [top, bottom] = it.y0 < bounds.y0 ? [it.y1, bounds.y0] : [bounds.y1, it.y0]
    return (
      y > top - 1.5 &&
      y < bottom + 1.5 &&
      overlapX(rule, it) > widthOf(it) * 0.8 &&
      overlapX(rule, bounds) > 0
    )
  })

/** Whether a smaller title below a larger one heads an article of its own: another stands beside it. */
function isHeadOfOwn(
  it: TitleRows | ColumnPiece,
  title: TitleRows,
  titles: readonly TitleRows[],
  _pieces: readonly ColumnPiece[],
  size: number,
): boolean {
  if (!('isVertical' in it)) return false
  return (
    it.size > size * 1.16 &&
    titles.some(
      (other) =>
        other !== it &&
        other !== title &&
        Math.abs(other.y0 - it.y0) < size * 3 &&
        overlapX(other, title) > widthOf(other) * 0.6 &&
        overlapX(other, it) < 0 &&
        other.size > size * 1.16,
    )
  )
}
