import type { Rect } from '../../sources/index.ts'
import { isMarked, opensArticle } from '../wording/markers.ts'
import { readSignature } from '../wording/signature.ts'
import type { ColumnPiece } from './column-piece.ts'
import { mostBy } from './most-by.ts'
import { hasIndents, readPiece } from './piece-text.ts'
import { overlapX, widthOf } from './rects.ts'
import { isRuledBetween } from './ruled-between.ts'
import type { TitleRows } from './title-block.ts'

/** Titles of a page that head articles, and those that stand inside of one. */
export interface InnerTitles {
  readonly titles: readonly TitleRows[]
  /** Sub-heads, with the piece that each stands before. */
  readonly subheads: ReadonlyMap<ColumnPiece, TitleRows>
  /** Words of an article that are printed again, larger, to catch the eye. */
  readonly quotes: readonly TitleRows[]
}

/** Sub-heads are hardly larger than the text. */
const LARGEST_SUBHEAD = 1.45
/** How far the text stands from a sub-head, in its size. */
const REACH = 2.6
/** How far from the top of its column a sub-head may stand that opens it. */
const FROM_TOP = 2
const SHORTEST_QUOTE = 7
const LARGEST_QUOTE = 1.7

/** Tells sub-heads and pull quotes from the titles of articles: text stands right above and below them. */
export function findInnerTitles(
  all: readonly TitleRows[],
  pieces: readonly ColumnPiece[],
  size: number,
  rules: readonly Rect[],
): InnerTitles {
  const subheads = new Map<ColumnPiece, TitleRows>()
  const quotes: TitleRows[] = []
  const between = all.map((title) => {
    const below = pieceBelow(title, pieces, all)
    return { title, above: pieceAbove(title, pieces, all, below), below }
  })
  const indents = hasIndents(pieces)
  const told = pieces.map((it) => lettersOf(it.lines.map((line) => line.text).join('')))
  const text = [...told, told.join('')].join('\n')
  for (const { title, above, below } of between) {
    if (title.isVertical) continue
    if (
      above &&
      below &&
      (isAround(title, above, below, size, indents) ||
        isQuoted(title, above, below, all, text) ||
        isFenced(title, above, below, rules, text, indents))
    ) {
      quotes.push(title)
      continue
    }
    if (!below || title.size > size * LARGEST_SUBHEAD) continue
    if (!above && !isAtColumnTop(title, below, pieces, size, rules)) continue
    const alike = between.filter(
      (it) =>
        it.title.size === title.size &&
        it.title.lines[0]?.font === title.lines[0]?.font &&
        isAlone(it.title, all),
    )
    if (subheadScore(title, above, below, alike, size, rules, indents) > 0) subheads.set(below, title)
  }
  const inner = new Set([...subheads.values(), ...quotes])
  return { titles: all.filter((it) => !inner.has(it)), subheads, quotes }
}

/** Whether most titles of the page are set in its font. */
const isCommonFont = (title: TitleRows, all: readonly TitleRows[]): boolean =>
  title.lines[0]?.font === mostBy(all, (it) => it.lines[0]?.font)

const textOf = (title: { readonly lines: TitleRows['lines'] }): string =>
  title.lines.map(({ text }) => text).join('')
const NO_LETTERS = /[^\p{L}\p{N}]/gu
const lettersOf = (text: string): string => text.replace(NO_LETTERS, '')

/** Whether no other title stands right above or below a title, so that it is no deck or kicker. */
const isAlone = (title: TitleRows, all: readonly TitleRows[]): boolean =>
  !all.some(
    (it) =>
      it !== title &&
      overlapX(it, title) > 0 &&
      Math.max(it.y0 - title.y1, title.y0 - it.y1) < Math.min(it.size, title.size) * 1.5,
  )

/** Whether the text above breaks off in mid-sentence and goes on below. */
const isAround = (
  title: TitleRows,
  above: ColumnPiece,
  below: ColumnPiece,
  size: number,
  indents: boolean,
): boolean =>
  indents &&
  title.size < size * LARGEST_QUOTE &&
  readPiece(above, indents).end === 'middle' &&
  readPiece(below, indents).start === 'middle'

/** Whether rules part a title from the text above and below, though it is no headline by its weight or words, or the text goes on below. */
const isFenced = (
  title: TitleRows,
  above: ColumnPiece,
  below: ColumnPiece,
  rules: readonly Rect[],
  text: string,
  indents: boolean,
): boolean =>
  isRuledBetween(lastOf(above), title, rules) &&
  isRuledBetween(title.lines.at(-1) ?? title, below.lines[0] ?? below, rules) &&
  (title.lines.every((it) => !it.isBold) ||
    saysAgain(title, above, below, text) ||
    (indents && readPiece(below, indents).start === 'middle'))

/** Whether a title says again what the text says, in a face that titles are not set in. */
function isQuoted(
  title: TitleRows,
  above: ColumnPiece,
  below: ColumnPiece,
  all: readonly TitleRows[],
  text: string,
): boolean {
  if (title.lines.some((it) => it.isBold) || isCommonFont(title, all)) return false
  return saysAgain(title, above, below, text)
}

/** Whether the words of a title stand in the text. */
function saysAgain(title: TitleRows, above: ColumnPiece, below: ColumnPiece, text: string): boolean {
  const own = lettersOf(textOf(title))
  if (own.length < SHORTEST_QUOTE) return false
  return [text, lettersOf(textOf(above) + textOf(below))].some((it) => it.includes(own))
}

interface Between {
  readonly title: TitleRows
  readonly above: ColumnPiece | undefined
  readonly below: ColumnPiece | undefined
}

/** Log-odds that a title between two pieces of a column is a sub-head, and heads no article. */
function subheadScore(
  title: TitleRows,
  above: ColumnPiece | undefined,
  below: ColumnPiece,
  alike: readonly Between[],
  size: number,
  rules: readonly Rect[],
  indents: boolean,
): number {
  const [first] = title.lines
  const ratio = title.size / size
  const textAbove = above?.lines.map(({ text }) => text).join('') ?? ''
  let score = above ? 0.5 : -0.5
  if (isMarked(textOf(title))) score += 4
  if (opensArticle(below.lines[0]?.text ?? '')) score -= 6
  if (readSignature(textAbove) !== undefined) score -= 5
  if (above && (above.lines.at(-1)?.x0 ?? 0) > above.x0 + size * 3) score -= 5
  if (above && isRuledBetween(lastOf(above), title, rules)) score -= 8
  if (above && alike.some((it) => it.above === undefined && !isMarked(textOf(it.title)))) score -= 3
  if (alike.some((it) => opensArticle(it.below?.lines[0]?.text ?? ''))) score -= 2
  if (title.lines.length > 1) score -= 1.5
  else if (above && indents && (above.lines[0]?.x0 ?? 0) < below.x0 + size * 0.6) score += 3
  if (ratio > 1.14) score -= 1
  if (ratio < 1.07) score += 2.5
  if (above && title.y0 - above.y1 > size * 1.7) score -= 1
  if (first && !first.isBold && ratio > 1.1) score -= 0.5
  return score
}

/** Whether a title stands where a column begins, beside one on its left that begins as high. */
const isAtColumnTop = (
  title: TitleRows,
  below: ColumnPiece,
  pieces: readonly ColumnPiece[],
  size: number,
  rules: readonly Rect[],
): boolean =>
  pieces.some(
    (it) =>
      it.x1 < below.x0 &&
      below.x0 - it.x1 < size * 3.5 &&
      it.lines.length > 3 &&
      it.box === below.box &&
      title.y0 > it.y0 - size &&
      title.y0 < it.y0 + size * FROM_TOP &&
      !rules.some(
        (rule) =>
          rule.x0 > it.x1 - 1 &&
          rule.x1 < below.x0 + 1 &&
          rule.y0 < title.y0 - size * 3 &&
          rule.y1 > title.y1,
      ),
  )

const lastOf = (piece: ColumnPiece): Rect => piece.lines.at(-1) ?? piece

/** The last line of a column may be all of it that stands above, and be short: the text below tells how wide it is. */
const pieceAbove = (
  title: TitleRows,
  pieces: readonly ColumnPiece[],
  titles: readonly TitleRows[],
  below: ColumnPiece | undefined,
) => nearestOf(title, pieces, titles, (it) => title.y0 - it.y1, below && widthOf(below))
const pieceBelow = (title: TitleRows, pieces: readonly ColumnPiece[], titles: readonly TitleRows[]) =>
  nearestOf(title, pieces, titles, (it) => it.y0 - title.y1)

function nearestOf(
  title: TitleRows,
  pieces: readonly ColumnPiece[],
  titles: readonly TitleRows[],
  distance: (it: Rect) => number,
  columnWidth = 0,
): ColumnPiece | undefined {
  const isNear = (it: Rect) =>
    distance(it) > -title.size * 0.5 &&
    distance(it) < title.size * REACH &&
    overlapX(it, title) > Math.min(widthOf(it), widthOf(title)) * 0.5
  const nearest = pieces
    .filter((it) => isNear(it) && widthOf(title) < Math.max(widthOf(it), columnWidth) + title.size * 1.5)
    .toSorted((a, b) => distance(a) - distance(b))[0]
  const isNearer = (it: Rect) => nearest === undefined || distance(it) < distance(nearest)
  return titles.some((it) => it !== title && isNear(it) && isNearer(it)) ? undefined : nearest
}
