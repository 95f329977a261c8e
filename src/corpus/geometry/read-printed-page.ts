import type { PrintedPage } from '../../sources/index.ts'
import { readBareNames } from '../wording/byline.ts'
import { opensArticle } from '../wording/markers.ts'
import { endsText } from '../wording/signature.ts'
import { findCaptions } from './captions.ts'
import { type ColumnPiece, type Surroundings, toColumnPieces } from './column-piece.ts'
import { arrangePieces } from './flow.ts'
import { toHeadings } from './heading.ts'
import { findInnerTitles } from './inner-titles.ts'
import { joinGaps } from './join-gaps.ts'
import { outlineStrays } from './outline-strays.ts'
import { toPageLines } from './page-lines.ts'
import { hasIndents, readPiece } from './piece-text.ts'
import { type PrintedArticle, toPrintedArticle } from './printed-article.ts'
import {
  inOrder,
  isArticle,
  linesOfDraft,
  linesOfHeading,
  placeCaptions,
  placeTables,
  placeUnused,
  toDrafts,
} from './printed-draft.ts'
import { areaOf } from './rects.ts'
import { findRubrics } from './rubrics.ts'
import { findTables } from './tables.ts'
import type { TextLine } from './text-line.ts'
import { toTitleRows } from './title-block.ts'
import { joinDownwards, joinTitleRows } from './title-rows.ts'

/** What stands on a printed page. */
export interface PrintedContent {
  readonly articles: readonly PrintedArticle[]
  readonly furniture: readonly TextLine[]
  /** Lines that belong to no article. */
  readonly strays: readonly TextLine[]
}

/** Takes a printed page apart into its articles, by the places, sizes and faces of its type and by its text. */
export function readPrintedPage(page: PrintedPage): PrintedContent {
  const all = toPageLines(page)
  const body = { size: all.bodySize, font: all.bodyFont }
  const { rules, boxes } = page
  const tables = findTables([...all.text, ...all.display], rules, body.size)
  const inTables = new Set(tables.flatMap((it) => it.lines))
  const lines = {
    ...all,
    text: all.text.filter((it) => !inTables.has(it)),
    display: all.display.filter((it) => !inTables.has(it)),
  }
  // One under all of the page is its ground, or the scan that its text was recognised from.
  const images = page.pictures.filter((it) => areaOf(it) < page.width * page.height * GROUND)
  const pictures = [...images, ...tables]
  const surroundings = { rules, boxes, pictures, display: lines.display }
  const columns = columnsOf(joinGaps(lines.text, rules), body.font, surroundings)
  const captions = findCaptions(columns, images, body)
  const captioned = new Set(captions.map(({ piece }) => piece))
  const uncaptioned = columns.filter((it) => !captioned.has(it))
  const small = uncaptioned.filter((it) => isSmallTitle(it, body))
  const rest = uncaptioned.filter((it) => !small.includes(it))
  const rows = joinTitleRows(
    [...joinDownwards(lines.display), ...small.flatMap((it) => it.lines)],
    rest.filter((it) => it.lines.length > 2),
    rules,
  )
  const titles = toTitleRows(rows, rules, boxes)
  const rubrics = findRubrics(titles, rest, body.size)
  const inner = findInnerTitles(
    titles.filter((it) => !rubrics.has(it)),
    rest,
    body.size,
    rules,
  )
  const { headings, pieces } = toHeadings(inner.titles, rest, body, rules)
  const indents = hasIndents(pieces)
  const texts = pieces.map((it) =>
    Object.assign({}, it, { told: readPiece(it, indents), subhead: inner.subheads.get(it) }),
  )
  const flow = arrangePieces({
    pieces: texts,
    headings,
    rules,
    pictures: [...pictures, ...inner.quotes],
    size: body.size,
  })
  const drafts = toDrafts(texts, headings, flow)
  const unused = placeUnused(drafts, headings, body.size)
  placeCaptions(drafts, captions, images)
  const homeless = placeTables(drafts, tables)
  const articles: PrintedArticle[] = []
  const strays: TextLine[] = [...rubrics, ...inner.quotes]
    .flatMap((it) => it.lines)
    .concat(unused.flatMap(linesOfHeading))
    .concat(homeless.flatMap((it) => it.rows))
  for (const draft of inOrder(drafts, body.size)) {
    if (isArticle(draft)) articles.push(toPrintedArticle(draft))
    else strays.push(...linesOfDraft(draft))
  }
  const inside = strays.filter((line) => ![...rubrics].some((it) => it.lines.includes(line)))
  return { articles: outlineStrays(articles, inside, body.size), furniture: lines.furniture, strays }
}

/** Sub-heads may be as large as the text, and only in another face. */
function isSmallTitle(piece: ColumnPiece, body: { readonly size: number; readonly font: string }): boolean {
  const text = piece.lines.map((line) => line.text).join('')
  const isTitle =
    piece.font !== body.font && piece.size >= body.size * SMALLEST_TITLE && piece.lines.length <= 2
  return (
    isTitle &&
    !text.includes('，') &&
    !opensArticle(text) &&
    !endsText(text) &&
    !readPiece(piece, true).signs &&
    !IN_BRACKETS.test(text) &&
    !readBareNames(text)
  )
}

const SMALLEST_TITLE = 0.98
const IN_BRACKETS = /^[（(]|[）)]$/u

/** The columns of a text, when what wide blanks part in bylines and captions, which stand outside of them, is joined. */
function columnsOf(
  text: readonly TextLine[],
  bodyFont: string,
  around: Surroundings,
): readonly ColumnPiece[] {
  const columns = toColumnPieces(text, around)
  const isLoose = (it: ColumnPiece) => it.lines.length < COLUMN_LINES && it.font !== bodyFont
  const loose = columns.filter(isLoose).flatMap((it) => it.lines)
  const running = columns.filter((it) => !isLoose(it))
  const joined = joinTitleRows(loose, running, around.rules)
  const lines = [...running.flatMap((it) => it.lines), ...joined].toSorted(
    (a, b) => a.y0 - b.y0 || a.x0 - b.x0,
  )
  const isSame = lines.length === text.length && lines.every((it, at) => it === text[at])
  return isSame ? columns : toColumnPieces(lines, around)
}

const COLUMN_LINES = 3
const GROUND = 0.8
