import type { Rect } from '../../sources/index.ts'
import { readSignature } from '../wording/signature.ts'
import { crossings, type FlowContext, isWithin, type TextPiece } from './flow-context.ts'
import { heightOf, isLying, overlapX, overlapY, widthOf } from './rects.ts'

/**
 * Log-odds, up to a constant, that the text of one piece goes on in another: by the places of both, and by how the one
 * ends and the other begins. `-Infinity` where it cannot.
 * @param at place of the first among the pieces, and of the second
 */
export function scoreSuccession(
  from: TextPiece,
  to: TextPiece,
  at: number,
  other: number,
  context: FlowContext,
): number {
  const place = scorePlace(from, to, context)
  if (place === -Infinity) return place
  return place + scoreText(from, to, at, other, context)
}

/** How well the text of one piece goes on in another. */
function scoreText(from: TextPiece, to: TextPiece, at: number, other: number, context: FlowContext): number {
  const [end, start] = [from.told.end, to.told.start]
  let score = 0
  if (from.told.signs) score -= 6
  if (to.told.signs) return score + (end === 'middle' ? -1 : 2)
  if (end === 'middle') score += start === 'paragraph' ? -8 : start === 'middle' ? 2.5 : 1
  if (end === 'paragraph') score += start === 'middle' ? -8 : -0.5
  if (end === 'open') score += start === 'middle' ? -0.5 : 0
  if (to.told.opens) score -= 5
  if (end !== 'middle' && readSignature(from.told.text) !== undefined) score -= 5
  if (end === 'middle' && start !== 'paragraph') score += context.seams(from.told.text, to.told.text)
  score += 5 * Math.max(context.coverage(at, other), context.coverage(other, at))
  if (from.font !== to.font) score -= 2
  if (Math.abs(from.size - to.size) > context.size * 0.06) score -= 4
  return score
}

/** How well the place of one piece follows that of another. */
function scorePlace(from: TextPiece, to: TextPiece, context: FlowContext): number {
  if (from.box !== to.box) {
    const outer = from.box && to.box && (isWithin(from.box, to.box) || isWithin(to.box, from.box))
    if (!outer && (from.box?.isFilled === false || to.box?.isFilled === false)) return -Infinity
    if (from.box?.isFilled !== to.box?.isFilled) return -8 + scorePlaceInBox(from, to, context)
  }
  return scorePlaceInBox(from, to, context)
}

function scorePlaceInBox(from: TextPiece, to: TextPiece, context: FlowContext): number {
  const { size } = context
  const isSameColumn = overlapX(from, to) > Math.min(widthOf(from), widthOf(to)) * 0.5
  if (isSameColumn && to.y0 >= from.y1 - size) return scoreBelow(from, to, context)
  const gap = to.x0 - from.x1
  if (gap > -size) {
    if (to.y0 < from.y1 - size * 0.5) return scoreBeside(from, to, gap, context)
    const band = scoreBand(from, to, context) - 3
    return isUnderPictureBeside(from, to, context)
      ? Math.max(band, scoreBeside(from, to, gap, context))
      : band
  }
  if (from.x0 - to.x1 > size * FARTHEST_BAND) return -Infinity
  // Text goes on at the left below a picture or a title that spans its columns.
  if (to.y0 >= from.y1 - size) return scoreBand(from, to, context)
  return -Infinity
}

/** How far a caption may hold a text from the picture over it, in sizes of the text. */
const CAPTION = 4

/** Upper edge of a picture that fills the column of a text right above it, with its caption at most between them. */
const pictureTop = (text: Rect, { pictures, size }: FlowContext): number | undefined =>
  pictures.find(
    (it) =>
      overlapX(it, text) > widthOf(text) * 0.5 && it.y1 < text.y0 + size && text.y0 - it.y1 < size * CAPTION,
  )?.y0

/** Whether a picture that stands beside the first piece fills the column of the second down to it. */
const isUnderPictureBeside = (from: TextPiece, to: TextPiece, { pictures, size }: FlowContext): boolean =>
  pictures.some(
    (it) =>
      overlapX(it, to) > widthOf(to) * 0.5 &&
      it.x0 > from.x1 - size &&
      it.y1 < to.y0 + size &&
      to.y0 - it.y1 < size * CAPTION &&
      overlapY(it, from) > size,
  )

function scoreBelow(from: TextPiece, to: TextPiece, context: FlowContext): number {
  const { size } = context
  const gap: Rect = { x0: Math.max(from.x0, to.x0), x1: Math.min(from.x1, to.x1), y0: from.y1, y1: to.y0 }
  const isUnderSubhead = to.subhead !== undefined
  const isCrossed = crossings(gap, context) > 0
  let score = isUnderSubhead && !isCrossed ? 7 : 3
  if (isCrossed) score -= 6
  for (const heading of context.headings) {
    if (overlapX(heading, gap) <= 0 || heading.y0 < from.y1 - size || heading.y1 > to.y0 + size) continue
    score -= heading.title.size > size * 1.25 ? 6 : 2.5
  }
  for (const piece of context.pieces)
    if (piece !== from && piece !== to && overlapX(piece, gap) > size && overlapY(piece, gap) > 0) score -= 4
  const pictured = context.pictures.some((it) => overlapX(it, gap) > 0 && overlapY(it, gap) > 0)
  if (!pictured && !isUnderSubhead && to.y0 - from.y1 > size * 1.6)
    score -= Math.min(3, (to.y0 - from.y1) / size / 3)
  if (Math.abs(from.x0 - to.x0) > size * 1.5 || Math.abs(from.x1 - to.x1) > size * 1.5) score -= 0.7
  return score
}

function scoreBeside(from: TextPiece, to: TextPiece, gap: number, context: FlowContext): number {
  const { size } = context
  let score = 1.5
  // Whether the text on the left could go on right below instead is left to the assignment.
  const between: Rect = {
    x0: from.x1,
    x1: to.x0,
    y0: Math.max(from.y0, to.y0),
    y1: Math.min(from.y1, to.y1),
  }
  if (gap > size * 3.5) {
    const inBetween = context.pieces.filter(
      (it) =>
        it !== from && it !== to && it.x0 > from.x1 - size && it.x1 < to.x0 + size && overlapY(it, to) > 0,
    )
    score -= 2 + inBetween.length + Math.max(0, gap / size - 12) / 6
  }
  score -= scoreWall(from, to, context)
  // A sub-head that opens a column is its top.
  const top = (to.subhead ? Math.min(to.subhead.y0, to.y0) : to.y0) - from.y0
  const isLevel = (y: number) => Math.abs(y) < size * 0.8
  const pictured = pictureTop(to, context)
  if (
    isLevel(top) ||
    isLevel(to.y0 - columnTop(from, context)) ||
    (pictured !== undefined && isLevel(pictured - from.y0))
  )
    score += 1.5
  else if (top > 0) {
    // Pushed down by what stands over it: a picture, a title.
    const over: Rect = { x0: to.x0, x1: to.x1, y0: to.y0 - size * 4, y1: to.y0 }
    const isPushed =
      context.pictures.some((it) => overlapX(it, over) > 0 && overlapY(it, over) > 0) ||
      context.headings.some((it) => overlapX(it, over) > 0 && overlapY(it, over) > 0)
    score -= isPushed ? 0.5 : 2
  } else {
    const isBesideTitle = context.headings.some(
      (it) => it.x1 <= to.x0 + size && Math.abs(it.y0 - to.y0) < size * 2 && it.y1 <= from.y0 + size,
    )
    score -= isBesideTitle ? 0 : 1 + Math.min(3, -top / size / 8)
  }
  if (overlapY(between, between) < 0) score -= 1
  if (Math.abs(widthOf(from) - widthOf(to)) > size * 1.5) score -= 1
  if (Math.abs(from.pitch - to.pitch) > size * 0.12 && from.lines.length > 2 && to.lines.length > 2)
    score -= 1.5
  return score
}

/** Upper edge of the text that stands above a piece in its column, pictures passed over, or of the picture on top of it. */
function columnTop(from: TextPiece, context: FlowContext): number {
  const known = context.columnTops.get(from)
  if (known !== undefined) return known
  const top = findColumnTop(from, context)
  context.columnTops.set(from, top)
  return top
}

function findColumnTop(from: TextPiece, context: FlowContext): number {
  const { size } = context
  let top = from
  for (let found = true; found; ) {
    found = false
    for (const it of context.pieces) {
      if (it.y1 > top.y0 + size || it.y0 >= top.y0 || Math.abs(it.x0 - top.x0) > size || it.box !== top.box)
        continue
      const gap: Rect = { x0: top.x0, x1: top.x1, y0: it.y1, y1: top.y0 }
      const isPictured = context.pictures.some(
        (picture) => overlapX(picture, gap) > 0 && overlapY(picture, gap) > 0,
      )
      if (gap.y1 - gap.y0 > size * (isPictured ? 60 : 3) || crossings(gap, context) > 0) continue
      if (context.headings.some((heading) => overlapX(heading, gap) > 0 && overlapY(heading, gap) > 0))
        continue
      if (
        context.pieces.some(
          (other) => other !== it && other !== top && overlapX(other, gap) > size && overlapY(other, gap) > 0,
        )
      )
        continue
      top = it
      found = true
    }
  }
  return pictureTop(top, context) ?? top.y0
}

/** What an upright rule between two columns takes: one within the text parts columns, a longer one articles. */
function scoreWall(from: TextPiece, to: TextPiece, context: FlowContext): number {
  const { size, rules } = context
  let cost = 0
  for (const rule of rules) {
    if (isLying(rule) || rule.x0 < from.x1 - 1 || rule.x1 > to.x0 + 1) continue
    if (overlapY(rule, to) < Math.min(heightOf(to), heightOf(rule)) * 0.3) continue
    const top = Math.min(from.y0, to.y0)
    const above = context.headings.some(
      (it) => overlapY(it, rule) > size * 0.5 && it.x1 > from.x0 && it.x0 < to.x1,
    )
    const isLong = heightOf(rule) > (Math.max(from.y1, to.y1) - top) * 1.4 + size * 6
    cost = Math.max(cost, isLong ? 9 : rule.y0 < top - size * 2 || above ? 4 : 0)
  }
  return cost
}

/** How far to the left the next band of an article begins, in sizes of its text. */
const FARTHEST_BAND = 45

/** To a piece further down that is not in the same column: the next band of an article. */
function scoreBand(from: TextPiece, to: TextPiece, context: FlowContext): number {
  const { size } = context
  const between: Rect = {
    x0: Math.min(from.x0, to.x0),
    x1: Math.max(from.x1, to.x1),
    y0: from.y1,
    y1: to.y0,
  }
  const distance = Math.max(0, between.y1 - between.y0) / size
  let score = (from.told.end === 'middle' ? -2.5 : -5) - distance / 6
  score -= crossings(between, context) * 6
  for (const heading of context.headings)
    if (overlapX(heading, between) > 0 && heading.y0 > from.y1 - size && heading.y1 < to.y0 + size) score -= 5
  return score
}
