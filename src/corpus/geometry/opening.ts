import type { Rect } from '../../sources/index.ts'
import { type Bigrams, bigramsOf } from '../wording/bigrams.ts'
import { crossings, type FlowContext, isWithin, type TextPiece } from './flow-context.ts'
import type { Heading } from './heading.ts'
import { heightOf, isLying, overlapX, overlapY, widthOf } from './rects.ts'

/** Log-odds, up to a constant, that a piece is the first under a heading; `-Infinity` where it cannot be. */
export function scoreOpening(heading: Heading, to: TextPiece, context: FlowContext): number {
  const { size } = context
  const place = heading.title.isVertical
    ? scoreVertical(heading, to, context)
    : Math.max(
        scoreUnder(heading, to, context),
        scoreOver(heading, to, context),
        scoreInset(heading, to, context),
        scoreRight(heading, to, context),
      )
  if (place === -Infinity || to.told.signs || to.subhead !== undefined) return -Infinity
  let score = place
  if (to.told.start === 'middle') score -= 6
  if (to.told.start === 'paragraph') score += 1
  if (to.told.opens) score += 4
  if (heading.title.box !== to.box) {
    if (isInTallBox(heading, context.size) && !(to.box && isWithin(to.box, heading.title.box ?? to.box)))
      return -Infinity
    const [a, b] = [heading.title.box, to.box]
    if (b?.isFilled === false && !(a && isWithin(a, b))) return -Infinity
    if (b?.isFilled && !(a && isWithin(a, b))) score -= OUTSIDE_TINT
    if (a?.isFilled === false && b !== a && !(b && isWithin(b, a))) return -Infinity
  }
  const words = bigramsOf(heading.title.lines.map(({ text }) => text).join(''))
  const own = context.words[context.pieces.indexOf(to)]
  if (own) score += 3 * shareOf(words, own)
  // The larger a title is, the surer it heads something.
  return score + (heading.title.size > size * 1.2 ? 3 : 0)
}

/** What it takes that a piece stands in a tinted area, and the title does not. */
const OUTSIDE_TINT = 5

/** Whether the box of a title holds more than the title: its text stands in it too. */
const isInTallBox = ({ title }: Heading, size: number): boolean =>
  title.box !== undefined && heightOf(title.box) > heightOf(title) * 1.5 + size * 2.2

const shareOf = (a: Bigrams, b: Bigrams): number => {
  let both = 0
  for (const it of a) if (b.has(it)) both++
  return a.size === 0 ? 0 : both / a.size
}

function scoreUnder(heading: Heading, to: TextPiece, context: FlowContext): number {
  const { size } = context
  if (to.y0 < heading.y1 - size) return -Infinity
  const span = context.spans.get(heading) ?? heading
  if (overlapX(span, to) < Math.min(size, widthOf(heading) * 0.5)) return -Infinity
  const gap: Rect = {
    x0: Math.max(span.x0, to.x0),
    x1: Math.min(span.x1, to.x1),
    y0: heading.y1,
    y1: to.y0,
  }
  let score = 4
  score -= crossings(gap, context) * 5
  for (const other of context.headings)
    if (other !== heading && overlapX(other, gap) > 0 && overlapY(other, gap) > 0) return -Infinity
  for (const piece of context.pieces)
    if (piece !== to && overlapX(piece, gap) > size && overlapY(piece, gap) > size) score -= 5
  const pictured = context.pictures.some((it) => overlapX(it, gap) > 0 && overlapY(it, gap) > 0)
  const distance = (to.y0 - heading.y1) / size
  score -= pictured ? distance / 20 : Math.max(0, distance - 1.5) / 2
  if (context.headings.some((it) => it !== heading && isStoryUnder(it, heading, size))) score -= 6
  // The text begins in the first of the columns under the title.
  score -= ranksBefore(to, context, (it) => overlapX(span, it) > size && it.y0 >= heading.y1 - size) * 1.5
  return score
}

/** Columns on the left of a piece that begin at the same height, and could be the first as well. */
const ranksBefore = (
  to: TextPiece,
  { pieces, size }: FlowContext,
  isOne: (it: TextPiece) => boolean,
): number =>
  pieces.filter(
    (it) =>
      it !== to &&
      it.x1 < to.x0 + size &&
      Math.abs(it.y0 - to.y0) < size * 4 &&
      it.box === to.box &&
      isOne(it),
  ).length

/** A title at the foot of its text. */
function scoreOver(heading: Heading, to: TextPiece, context: FlowContext): number {
  const { size } = context
  if (to.y1 > heading.y0 + size || overlapX(heading, to) < Math.min(size, widthOf(heading) * 0.5))
    return -Infinity
  const gap: Rect = { x0: to.x0, x1: to.x1, y0: to.y1, y1: heading.y0 }
  let score = 0.5
  score -= crossings(gap, context) * 6
  for (const it of [...context.headings, ...context.pieces])
    if (it !== heading && it !== to && overlapX(it, gap) > size && overlapY(it, gap) > size * 0.5) score -= 4
  score -= Math.max(0, (heading.y0 - to.y1) / size - 2) / 5
  // What stands right below a title is rather its text, or a story of several under it.
  const below: Rect = { x0: heading.x0, x1: heading.x1, y0: heading.y1 + 1, y1: heading.y1 + size * 3 }
  for (const it of [...context.headings, ...context.pieces])
    if (
      it !== heading &&
      isInSameBox(heading, it) &&
      overlapX(it, below) > size * 2 &&
      overlapY(it, below) > 0 &&
      !isParted(heading, it, context)
    )
      score -= 2.5
  score -= ranksBefore(to, context, (it) => overlapX(heading, it) > size && it.y1 <= heading.y0 + size) * 1.5
  return score
}

/** Whether a smaller title stands right under a part of another, which then heads several stories. */
const isStoryUnder = (it: Heading, heading: Heading, size: number): boolean =>
  it.y0 > heading.y1 - size &&
  it.y0 < heading.y1 + size * 4 &&
  overlapX(it, heading) > widthOf(it) * 0.5 &&
  widthOf(it) < widthOf(heading) * 0.75

const isInSameBox = ({ title }: Heading, it: Rect): boolean =>
  title.box === undefined || isWithin(it, title.box)

/** Whether a rule lies between a title and what stands below it. */
const isParted = (heading: Rect, it: Rect, context: FlowContext): boolean =>
  crossings(
    { x0: Math.max(heading.x0, it.x0), x1: Math.min(heading.x1, it.x1), y0: heading.y1, y1: it.y0 },
    context,
  ) > 0

/** A title amid its text: the first column stands on its left and begins as high. */
function scoreInset(heading: Heading, to: TextPiece, { size }: FlowContext): number {
  if (to.x1 > heading.x0 + size || overlapY(to, heading) < heightOf(heading) * 0.5) return -Infinity
  const gap = heading.x0 - to.x1
  return 0.5 - Math.max(0, gap / size - 3) - Math.abs(to.y0 - heading.y0) / size / 2
}

/** A title in the first column, over a picture or nothing: the text begins in the next column, as high. */
function scoreRight(heading: Heading, to: TextPiece, context: FlowContext): number {
  const { size } = context
  const gap = to.x0 - heading.x1
  const isUnderPicture = context.pictures.some((it) => opensColumn(it, to, heading, size))
  if (gap < -size * 0.5 || (overlapY(to, heading) < size && !isUnderPicture)) return -Infinity
  const between: Rect = { x0: heading.x1, x1: to.x0, y0: heading.y0, y1: heading.y1 }
  if (context.rules.some((it) => !isLying(it) && overlapX(it, between) > 0 && it.y0 < heading.y0 - size * 2))
    return -Infinity
  const below: Rect = { x0: heading.x0, x1: heading.x1, y0: heading.y1, y1: to.y1 - size * 2 }
  let score = 2 - Math.max(0, gap / size - 3) / 2
  score -= isUnderPicture ? 1 : Math.abs(to.y0 - heading.y0) / size / 1.5
  for (const piece of context.pieces)
    if (piece !== to && overlapX(piece, below) > size && overlapY(piece, below) > size) score -= 2
  for (const piece of context.pieces)
    if (piece !== to && overlapX(piece, between) > 0 && overlapY(piece, between) > size) score -= 3
  return score
}

/** Whether the first column beside a title begins under a picture, and the picture as high as the title. */
const opensColumn = (picture: Rect, to: TextPiece, heading: Heading, size: number): boolean =>
  overlapX(picture, to) > size &&
  picture.y1 < to.y0 + size &&
  to.y0 - picture.y1 < size * 4 &&
  Math.abs(picture.y0 - heading.y0) < size * 2

function scoreVertical(heading: Heading, to: TextPiece, context: FlowContext): number {
  const { size } = context
  const isUnderPicture = context.pictures.some((it) => opensColumn(it, to, heading, size))
  if (overlapY(heading, to) < size && !isUnderPicture) return -Infinity
  const isLeft = to.x1 <= heading.x0 + size
  const gap = isLeft ? heading.x0 - to.x1 : to.x0 - heading.x1
  if (gap < -size) return -Infinity
  const between: Rect = isLeft
    ? { x0: to.x1, x1: heading.x0, y0: to.y0, y1: to.y1 }
    : { x0: heading.x1, x1: to.x0, y0: to.y0, y1: to.y1 }
  const inBetween = context.pieces.filter(
    (it) => it !== to && overlapX(it, between) > size && overlapY(it, heading) > size,
  ).length
  let score = 4
  if (isLeft) {
    score -=
      ranksBefore(to, context, (it) => overlapY(it, heading) > size && heading.x0 - it.x1 < size * 40) * 1.5
    score -= Math.max(0, gap / size - 3 - inBetween * 14) / 4
  } else score -= inBetween * 3 + Math.max(0, gap / size - 3) / 3
  const walls = context.rules.filter(
    (it) => !isLying(it) && overlapX(it, between) > 0 && overlapY(it, heading) > heightOf(heading) * 0.9,
  ).length
  score -= walls > 0 ? 4 : 0
  score -= isUnderPicture ? 1 : Math.abs(to.y0 - heading.y0) / size / 4
  return score
}
