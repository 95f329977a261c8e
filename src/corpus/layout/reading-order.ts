/** A box on a page: columns from the left, lines from the top; what `right` and `bottom` name is outside. */
export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Cuts one inside the other, beyond which a page is none that was printed. */
const DEEPEST = 40

/**
 * Boxes of a page in the order in which they are read: it is cut into columns wherever no box is in the way, else
 * into rows, and its parts are cut again (Nagy and Seth 1984).
 */
export function inReadingOrder<T extends Box>(boxes: readonly T[], depth = 0): readonly T[] {
  if (boxes.length < 2) return boxes
  const beside = partsOf(boxes, 'left', 'right')
  const parts = beside.length > 1 ? beside : partsOf(boxes, 'top', 'bottom')
  if (parts.length > 1 && depth < DEEPEST) return parts.flatMap((own) => inReadingOrder(own, depth + 1))
  return boxes.toSorted((a, b) => a.top - b.top || a.left - b.left)
}

/** Boxes that overlap in one direction, or that others between them do. */
function partsOf<T extends Box>(
  boxes: readonly T[],
  from: 'left' | 'top',
  to: 'right' | 'bottom',
): readonly (readonly T[])[] {
  const parts: T[][] = []
  let end = Number.NEGATIVE_INFINITY
  for (const box of boxes.toSorted((a, b) => a[from] - b[from])) {
    if (box[from] >= end) parts.push([box])
    else parts.at(-1)?.push(box)
    end = Math.max(end, box[to])
  }
  return parts
}
