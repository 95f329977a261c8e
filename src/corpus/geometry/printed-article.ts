import type { Rect } from '../../sources/index.ts'
import type { ColumnPiece } from './column-piece.ts'
import type { PieceParagraph } from './piece-text.ts'
import type { PrintedDraft } from './printed-draft.ts'
import { boundsOf, type TextLine } from './text-line.ts'
import type { TitleRows } from './title-block.ts'

/** A paragraph of an article, or a title inside of it. */
export interface PrintedPart {
  readonly kind: 'paragraph' | 'subhead'
  readonly lines: readonly TextLine[]
}

/** An article as it stands on a printed page. */
export interface PrintedArticle {
  /** Lines of the title; none if nothing stands over the text. */
  readonly title: readonly TextLine[]
  readonly kicker: readonly TextLine[]
  readonly deck: readonly TextLine[]
  readonly byline: readonly TextLine[]
  readonly body: readonly PrintedPart[]
  /** The lines of each. */
  readonly captions: readonly (readonly TextLine[])[]
  /** Rectangles that hold all of it and nothing else. */
  readonly regions: readonly Rect[]
}

/** What a draft holds, each part in its place. */
export function toPrintedArticle(draft: PrintedDraft): PrintedArticle {
  const { heading, pieces } = draft
  const rowsOf = (rows: readonly (TitleRows | ColumnPiece)[] = []) => rows.flatMap((it) => it.lines)
  return {
    title: heading?.title.lines ?? [],
    kicker: [...rowsOf(draft.packages), ...rowsOf(heading?.kicker)],
    deck: rowsOf(heading?.deck),
    byline: rowsOf(heading?.byline),
    body: toBody(draft),
    captions: draft.captions.map(({ piece }) => piece.lines),
    regions: [
      ...(heading ? [boundsOf([heading])] : []),
      ...pieces.map((it) => boundsOf([it])),
      ...draft.captions.map(({ piece }) => boundsOf([piece])),
      ...[...draft.subheads.values()].flat().map((it) => boundsOf([it])),
      ...draft.pictures,
      ...draft.tables.map((it) => boundsOf([it])),
    ],
  }
}

/** The paragraphs of an article; one that goes on in the next piece is one. */
function toBody({ pieces, subheads, tables }: PrintedDraft): PrintedPart[] {
  const parts: PrintedPart[] = []
  for (const [at, piece] of pieces.entries()) {
    const inside = subheads.get(piece) ?? []
    for (const heading of inside) parts.push({ kind: 'subhead', lines: heading.lines })
    const before = pieces[at - 1]?.told.end
    const { paragraphs, start } = piece.told
    const goesOn =
      at > 0 && inside.length === 0 && (before === 'middle' ? start !== 'paragraph' : start === 'middle')
    for (const [index, paragraph] of paragraphs.entries())
      addParagraph(parts, paragraph, goesOn && index === 0)
  }
  // Behind the text: where a table stands amid columns tells little of where it is to be read.
  for (const { rows } of tables) for (const row of rows) parts.push({ kind: 'paragraph', lines: [row] })
  return parts
}

function addParagraph(parts: PrintedPart[], { lines }: PieceParagraph, goesOn: boolean): void {
  const last = parts.at(-1)
  if (goesOn && last?.kind === 'paragraph') parts.splice(-1, 1, { ...last, lines: [...last.lines, ...lines] })
  else parts.push({ kind: 'paragraph', lines })
}
