import type { Rect } from '../printed-page.ts'
import { type Action, followState, numbers } from './follow-state.ts'
import { initialState, type PdfFont } from './graphics-state.ts'
import { type Operations, PICTURES } from './interpret-page.ts'
import { type Matrix, mapRect } from './matrix.ts'
import { paintText } from './text-painter.ts'

/** A page as it is being painted. */
interface PaintedPage {
  /** Of the page so far; the lists grow. */
  readonly operations: readonly number[]
  readonly arguments: readonly unknown[]
  readonly fontOf: (name: string) => PdfFont | undefined
  /** From the units of the file to those of `seen`. */
  readonly view: Matrix
  /** What is to be seen of the page. */
  readonly seen: Rect
}

/** Type may reach beyond its square: a stroke, an accent, a Type 3 glyph of any size. In its own height. */
const OVERHANG = 2
/** Modes from this one on add the text to the clip: left out, what comes after it would be painted everywhere. */
const CLIPPING = 4
/** Operations after which text stands at a place that does not depend on the text before. */
const PLACING = ['setTextMatrix', 'moveText', 'setLeadingMoveText', 'nextLine', 'beginText', 'endText']
/** What is in between is painted on a canvas of its own. */
const GROUPS = { begin: ['beginGroup', 'beginAnnotation'], end: ['endGroup', 'endAnnotation'] }

/**
 * Tells which operations of a page can be left out, as they paint text or pictures that lie outside of what is to be seen: a clipping
 * shows a tenth of a page, and pdf.js would draw each letter of it. Where in doubt an operation is kept.
 * @returns whether the operation of this number is needed; asked for each in order, and may be asked for one twice
 */
export function findUnseen(ops: Operations, page: PaintedPage): (at: number) => boolean {
  const { now, actions } = followState(initialState(page.view, page.seen), page.fontOf)
  const numbersOf = (names: readonly string[]) => new Set(names.map((name) => ops[name]))
  const placing = numbersOf(PLACING)
  const pictures = numbersOf(PICTURES)
  const [begin, end] = [numbersOf(GROUPS.begin), numbersOf(GROUPS.end)]
  const byNumber = new Map<number | undefined, Action>(
    Object.entries(actions).map(([name, action]) => [ops[name], action]),
  )
  let next = 0
  let groups = 0
  let clips = false
  let isNeeded = true

  const textIsSeen = (at: number, [text]: readonly unknown[]) => {
    const { font } = now()
    const glyphs = paintText(now(), Array.isArray(text) ? text : [])
    if (!font || glyphs.some((it) => touches(it, page.seen))) return true
    // The text that comes next may stand where this one ends.
    for (let later = at + 1; later < page.operations.length; later++) {
      const operation = page.operations[later]
      if (placing.has(operation)) return false
      if (operation === ops.showText) return true
    }
    return true
  }
  const step = (at: number): boolean => {
    const operation = page.operations[at]
    const args = page.arguments[at]
    const given = Array.isArray(args) ? args : []
    if (begin.has(operation)) groups++
    else if (end.has(operation)) groups--
    else if (operation === ops.setTextRenderingMode) clips ||= Number(numbers(given)[0]) >= CLIPPING
    else if (operation === ops.showText) return textIsSeen(at, given) || groups > 0 || clips
    else if (pictures.has(operation))
      return groups > 0 || touches({ ...mapRect(now().ctm, 0, 0, 1, 1), size: 0 }, page.seen)
    byNumber.get(operation)?.(given)
    return true
  }
  return (at) => {
    if (at === next) {
      isNeeded = step(at)
      next++
    }
    return isNeeded
  }
}

function touches({ x0, y0, x1, y1, size }: Rect & { readonly size: number }, seen: Rect): boolean {
  const more = size * OVERHANG
  return x1 + more > seen.x0 && x0 - more < seen.x1 && y1 + more > seen.y0 && y0 - more < seen.y1
}
