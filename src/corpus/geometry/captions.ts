import type { Rect } from '../../sources/index.ts'
import { readByline } from '../wording/byline.ts'
import { isCaption } from '../wording/caption.ts'
import { endsText } from '../wording/signature.ts'
import type { ColumnPiece } from './column-piece.ts'
import { heightOf, overlapX, overlapY, widthOf } from './rects.ts'

/** A text that tells of a picture. */
export interface Caption {
  readonly piece: ColumnPiece
  readonly picture: Rect
}

const MOST_LINES = 8
/** Of one that is as large as the text: more may be text in another face. */
const MOST_OF_BODY_SIZE = 2
/** How far a caption stands from its picture, in sizes of the text. */
const REACH = 1.6
const SMALLER = 0.94

/** Finds the texts that stand by a picture and are set otherwise than the articles, or are worded as captions. */
export function findCaptions(
  pieces: readonly ColumnPiece[],
  pictures: readonly Rect[],
  body: { readonly size: number; readonly font: string },
): readonly Caption[] {
  return pieces.flatMap((piece) => {
    const text = piece.lines.map((line) => line.text).join('')
    if (piece.lines.length > MOST_LINES || (readByline(text) !== undefined && !isCaption(text))) return []
    const isOther =
      piece.size <= body.size * SMALLER ||
      (piece.font !== body.font &&
        piece.size < body.size * 1.04 &&
        piece.lines.length <= MOST_OF_BODY_SIZE &&
        !isRunningText(piece))
    if (!isOther && !isCaption(text)) return []
    const near = pictures
      .map((picture) => ({ picture, distance: distanceTo(picture, piece, body.size) }))
      .filter((it) => it.distance !== undefined)
      .toSorted((a, b) => (a.distance ?? 0) - (b.distance ?? 0))[0]
    return near ? [{ piece, picture: near.picture }] : []
  })
}

/** Whether a text is an article's, though in another face: its first line is indented, or it breaks off in full lines. */
function isRunningText({ lines, x0, x1, size }: ColumnPiece): boolean {
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first || !last || lines.length < 2) return false
  const isIndented = first.x0 > x0 + size * 1.1
  const breaksOff = last.x1 > x1 - size * 1.3 && !endsText(last.text) && lines.length > 2
  return isIndented || breaksOff
}

/** From a picture to a text below, beside or above it; `undefined` if it is too far to belong to it. */
function distanceTo(picture: Rect, piece: Rect, size: number): number | undefined {
  if (overlapX(piece, picture) > widthOf(piece) * 0.6) {
    const below = piece.y0 - picture.y1
    if (below > -size && below < size * REACH) return Math.max(0, below)
    const above = picture.y0 - piece.y1
    if (above > -size * 0.5 && above < size) return above + size
    if (overlapY(piece, picture) > heightOf(piece) * 0.8) return 0
  }
  if (overlapY(piece, picture) > heightOf(piece) * 0.6) {
    const beside = Math.max(piece.x0 - picture.x1, picture.x0 - piece.x1)
    if (beside > -size && beside < size * REACH) return Math.max(0, beside) + size / 2
  }
  return undefined
}
