import type { Rect } from '../../sources/index.ts'
import { type SeamScore, seamScoreOf } from '../arrangement/seams.ts'
import { type Bigrams, bigramsOf, coverages, rarityOf, weighWords } from '../wording/bigrams.ts'
import type { ColumnPiece } from './column-piece.ts'
import type { Heading } from './heading.ts'
import { spanOfHeading } from './heading-span.ts'
import type { PieceText } from './piece-text.ts'
import { isLying, overlapX, widthOf } from './rects.ts'
import type { TitleRows } from './title-block.ts'

/** A piece of a column with its text. */
export interface TextPiece extends ColumnPiece {
  readonly told: PieceText
  /** The sub-head that it stands under. */
  readonly subhead: TitleRows | undefined
}

/** What stands on a page, for its text to be arranged. */
export interface PageParts {
  readonly pieces: readonly TextPiece[]
  readonly headings: readonly Heading[]
  readonly rules: readonly Rect[]
  readonly pictures: readonly Rect[]
  /** Size of the text. */
  readonly size: number
}

/** A page with what is worked out once for all pairs of its pieces. */
export interface FlowContext extends PageParts {
  readonly seams: SeamScore
  readonly words: readonly Bigrams[]
  /** Share of the telling words of a piece that another one holds, by their places. */
  readonly coverage: (of: number, by: number) => number
  /** Upper edges of columns, as far as they were asked for. */
  readonly columnTops: Map<TextPiece, number>
  /** What each heading stands over. */
  readonly spans: ReadonlyMap<Heading, Rect>
}

/** Looks through the text of a page once. */
export function toContext(parts: PageParts): FlowContext {
  const lines = parts.pieces.flatMap((it) => it.lines)
  const texts = parts.pieces.map(({ told }) => told.text)
  const words = texts.map(bigramsOf)
  const rarity = rarityOf(words)
  return {
    ...parts,
    seams: seamScoreOf(lines, texts, texts),
    words,
    coverage: coverages(words.map((it) => weighWords(it, rarity))),
    columnTops: new Map(),
    spans: new Map(parts.headings.map((it) => [it, spanOfHeading(it, parts)])),
  }
}

/** 1 if a rule lies across a gap, else 0. */
export const crossings = (gap: Rect, { rules }: Pick<PageParts, 'rules'>): number =>
  rules.some(
    (it) => isLying(it) && it.y0 > gap.y0 - 2 && it.y1 < gap.y1 + 2 && overlapX(it, gap) > widthOf(gap) * 0.6,
  )
    ? 1
    : 0

/** Whether the first rectangle lies in the second. */
export const isWithin = (a: Rect, b: Rect): boolean =>
  a.x0 >= b.x0 && a.x1 <= b.x1 && a.y0 >= b.y0 && a.y1 <= b.y1
