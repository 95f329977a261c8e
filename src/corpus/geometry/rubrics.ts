import { isFurniture } from '../wording/furniture.ts'
import type { ColumnPiece } from './column-piece.ts'
import { textOfRows } from './heading.ts'
import { overlapX } from './rects.ts'
import type { TitleRows } from './title-block.ts'

/** Labels over a column of short pieces: 简讯, 速览. They stand alone in a tinted box, with a title below it. */
export function findRubrics(
  all: readonly TitleRows[],
  pieces: readonly ColumnPiece[],
  size: number,
): ReadonlySet<TitleRows> {
  const found = all.filter((it) => {
    const text = textOfRows(it)
    const { box } = it
    if (text.length > LONGEST_RUBRIC || it.lines.length > 1 || it.isVertical) return false
    if (isFurniture(text)) return true
    if (!box?.isFilled || pieces.some((piece) => piece.box === box)) return false
    return all.some(
      (other) =>
        other !== it &&
        other.y0 > it.y1 &&
        other.y0 < it.y1 + size * 3.5 &&
        overlapX(other, box) > 0 &&
        other.box !== box &&
        other.size < it.size * 1.4,
    )
  })
  return new Set(found)
}

const LONGEST_RUBRIC = 8
