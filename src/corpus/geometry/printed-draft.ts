import type { Rect } from '../../sources/index.ts'
import { isFurniture } from '../wording/furniture.ts'
import type { Caption } from './captions.ts'
import type { ColumnPiece } from './column-piece.ts'
import type { Flow } from './flow.ts'
import type { TextPiece } from './flow-context.ts'
import { type Heading, textOfRows } from './heading.ts'
import { areaOf, overlapX, overlapY, widthOf } from './rects.ts'
import type { Table } from './tables.ts'
import { boundsOf, type TextLine } from './text-line.ts'
import type { TitleRows } from './title-block.ts'

/** An article in the making: the pieces of its text in reading order, under their heading. */
export interface PrintedDraft {
  readonly heading: Heading | undefined
  readonly packages: TitleRows[]
  readonly pieces: readonly TextPiece[]
  /** Small headings inside, by the piece that they stand before. */
  readonly subheads: Map<TextPiece, (TitleRows | ColumnPiece)[]>
  readonly captions: Caption[]
  readonly pictures: Rect[]
  readonly tables: Table[]
}

/** Follows the pieces from each one that follows none. */
export function toDrafts(
  pieces: readonly TextPiece[],
  headings: readonly Heading[],
  { after, under }: Flow,
): PrintedDraft[] {
  const next = new Map<number, number>()
  for (const [to, from] of after.entries()) if (from !== undefined) next.set(from, to)
  const drafts: PrintedDraft[] = []
  for (const start of pieces.keys()) {
    if (after[start] !== undefined) continue
    const chain: TextPiece[] = []
    const subheads = new Map<TextPiece, (TitleRows | ColumnPiece)[]>()
    for (let at: number | undefined = start; at !== undefined; at = next.get(at)) {
      const piece = pieces[at]
      if (!piece) break
      chain.push(piece)
      if (piece.subhead) subheads.set(piece, [piece.subhead])
    }
    const heading = headings[under[start] ?? -1]
    drafts.push({ heading, packages: [], pieces: chain, subheads, captions: [], pictures: [], tables: [] })
  }
  return drafts
}

/** Headings over no text: a sub-head where the text around it is one article, a title over several articles. */
export function placeUnused(
  drafts: readonly PrintedDraft[],
  headings: readonly Heading[],
  size: number,
): Heading[] {
  const used = new Set(drafts.map(({ heading }) => heading))
  const unused: Heading[] = []
  for (const heading of headings) {
    if (used.has(heading)) continue
    const below = drafts.find((draft) =>
      draft.pieces.some((it, at) => at > 0 && isRightBelow(heading, it, size)),
    )
    const piece = below?.pieces.find((it, at) => at > 0 && isRightBelow(heading, it, size))
    const covered = drafts.filter(
      (it) =>
        it.heading !== undefined &&
        it.heading.y0 > heading.y1 - size &&
        it.heading.y0 < heading.y1 + size * 4 &&
        overlapX(it.heading, heading) > 0,
    )
    if (below && piece)
      below.subheads.set(piece, [...(below.subheads.get(piece) ?? []), ...rowsOfHeading(heading)])
    else if (covered.length > 1 && !isFurniture(textOfRows(heading.title)))
      for (const draft of covered) draft.packages.push(heading.title)
    else unused.push(heading)
  }
  return unused
}

const isRightBelow = (heading: Heading, piece: Rect, size: number): boolean =>
  overlapX(heading, piece) > Math.min(widthOf(heading), widthOf(piece)) * 0.6 &&
  piece.y0 > heading.y1 - size * 0.5 &&
  piece.y0 < heading.y1 + size * 2

/** Gives each picture, with its caption, to the article whose text and title it stands among. */
export function placeCaptions(
  drafts: readonly PrintedDraft[],
  captions: readonly Caption[],
  pictures: readonly Rect[],
): void {
  for (const picture of pictures) {
    const own = captions.filter((it) => it.picture === picture)
    const bounds = boundsOf([picture, ...own.map(({ piece }) => piece)])
    const draft = nearestTo(drafts, bounds)
    draft?.pictures.push(picture)
    draft?.captions.push(...own)
  }
}

/**
 * Gives each table to the article whose text and title it stands among.
 * @returns those of a page without articles
 */
export function placeTables(drafts: readonly PrintedDraft[], tables: readonly Table[]): readonly Table[] {
  return tables.filter((table) => {
    const draft = nearestTo(drafts.filter(isArticle), table)
    draft?.tables.push(table)
    return draft === undefined
  })
}

const nearestTo = (drafts: readonly PrintedDraft[], rect: Rect): PrintedDraft | undefined =>
  drafts
    .map((draft) => ({ draft, distance: distanceTo(draft, rect) }))
    .toSorted((a, b) => a.distance - b.distance)[0]?.draft

/** How far a picture is from an article: nothing if it stands within the rectangle around it. */
function distanceTo(draft: PrintedDraft, picture: Rect): number {
  const parts: readonly Rect[] = [...draft.pieces, ...(draft.heading ? [draft.heading] : [])]
  const whole = boundsOf(parts)
  const inside = Math.max(0, overlapX(whole, picture)) * Math.max(0, overlapY(whole, picture))
  const nearest = Math.min(
    ...parts.map((it) =>
      Math.hypot(Math.max(0, -overlapX(it, picture)), Math.max(0, -overlapY(it, picture))),
    ),
  )
  return nearest - (inside / Math.max(1, areaOf(picture))) * 60
}

/** Articles in the order in which they begin: from top to bottom, those side by side from left to right. */
export function inOrder(drafts: readonly PrintedDraft[], size: number): readonly PrintedDraft[] {
  const startOf = ({ heading, pieces }: PrintedDraft) =>
    boundsOf([heading ?? pieces[0], pieces[0]].filter((it) => it !== undefined))
  return drafts
    .map((draft) => ({ draft, start: startOf(draft) }))
    .toSorted(
      (a, b) =>
        Math.round(a.start.y0 / size / 3) - Math.round(b.start.y0 / size / 3) || a.start.x0 - b.start.x0,
    )
    .map(({ draft }) => draft)
}

const rowsOfHeading = ({ title, kicker, deck, byline }: Heading): readonly (TitleRows | ColumnPiece)[] => [
  ...kicker,
  title,
  ...deck,
  ...byline,
]

/** All lines of a heading, from top to bottom. */
export const linesOfHeading = (heading: Heading): readonly TextLine[] =>
  rowsOfHeading(heading).flatMap((it) => it.lines)

/** All lines of a draft. */
export const linesOfDraft = (draft: PrintedDraft): readonly TextLine[] => [
  ...(draft.heading ? linesOfHeading(draft.heading) : []),
  ...draft.pieces.flatMap((it) => it.lines),
  ...draft.captions.flatMap(({ piece }) => piece.lines),
  ...draft.tables.flatMap(({ rows }) => rows),
]

/** An advertisement in its box names a telephone or an address; a scrap without a title holds no sentence. */
export function isArticle(draft: PrintedDraft): boolean {
  const lines = draft.pieces.flatMap((it) => it.lines)
  const text = lines.map((it) => it.text).join('')
  if (draft.heading === undefined) return text.length >= SHORTEST && /[。！？]/u.test(text)
  return !(text.length < LONGEST_ADVERT && lines.some((it) => ADVERT.test(it.text)))
}

const SHORTEST = 30
const LONGEST_ADVERT = 120
const ADVERT = /(?:电话|热线|地址|微信|网址)[:：]|本广告/u
