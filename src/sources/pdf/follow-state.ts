import type { GraphicsState, PdfFont } from './graphics-state.ts'
import { compose, intersect, mapRect, toMatrix } from './matrix.ts'

/** What an operation of pdf.js does, by its arguments. */
export type Action = (args: readonly unknown[]) => void

/**
 * Follows the graphics state through the operations of a page, as far as it tells where things stand. Who follows it hands each
 * operation to the action of its name, in order.
 * @param first the state that the page begins with; it is changed
 */
export function followState(
  first: GraphicsState,
  fontOf: (name: string) => PdfFont | undefined,
): { readonly now: () => GraphicsState; readonly actions: Readonly<Record<string, Action>> } {
  const stack: GraphicsState[] = []
  let state = first
  const moveText = (x: number, y: number) => {
    state.x = state.lineX += x
    state.y = state.lineY += y
  }
  const actions: Record<string, Action> = {
    save: () => void stack.push({ ...state }),
    restore: () => {
      state = stack.pop() ?? state
    },
    transform: (args) => {
      state.ctm = compose(state.ctm, toMatrix(args))
    },
    paintFormXObjectBegin: ([matrix, box]) => {
      stack.push({ ...state })
      // pdf.js gives a typed array, or nothing.
      state.ctm = compose(state.ctm, toMatrix(numbers(matrix)))
      const edges = edgesOf(box)
      if (!edges) return
      state.clip = state.clip && intersect(state.clip, mapRect(state.ctm, ...edges))
    },
    paintFormXObjectEnd: () => {
      state = stack.pop() ?? state
    },
    setFont: ([name, size]) => {
      state.font = fontOf(String(name))
      state.fontSize = Number(size)
    },
    setLineWidth: ([width]) => void (state.lineWidth = Number(width)),
    setCharSpacing: ([spacing]) => void (state.charSpacing = Number(spacing)),
    setWordSpacing: ([spacing]) => void (state.wordSpacing = Number(spacing)),
    setHScale: ([percent]) => void (state.hScale = Number(percent) / 100),
    setLeading: ([leading]) => void (state.leading = -Number(leading)),
    setTextRise: ([rise]) => void (state.rise = Number(rise)),
    setFillRGBColor: ([colour]) => void (state.fill = String(colour)),
    setFillTransparent: () => void (state.fill = '#ffffff'),
    beginText: () => {
      state.textMatrix = [1, 0, 0, 1, 0, 0]
      state.x = state.y = state.lineX = state.lineY = 0
    },
    setTextMatrix: (args) => {
      // pdf.js wraps the six numbers in one argument.
      const [first] = args
      state.textMatrix = toMatrix(typeof first === 'number' ? args : numbers(first))
      state.x = state.y = state.lineX = state.lineY = 0
    },
    moveText: ([x, y]) => moveText(Number(x), Number(y)),
    setLeadingMoveText: ([x, y]) => {
      state.leading = Number(y)
      moveText(Number(x), Number(y))
    },
    nextLine: () => moveText(0, state.leading),
  }
  return { now: () => state, actions }
}

/** The numbers of an argument, which may be a typed array; that is not copied: a page has one for each of its thousands of strings. */
export const numbers = (value: unknown): ArrayLike<number> =>
  value instanceof Float32Array
    ? value
    : Array.isArray(value) || isTyped(value)
      ? Array.from(value, Number)
      : []

const isTyped = (value: unknown): value is ArrayLike<unknown> =>
  ArrayBuffer.isView(value) && !(value instanceof DataView)

/** The first four numbers of an argument, the edges of a box; undefined if there are fewer. */
export function edgesOf(value: unknown): readonly [number, number, number, number] | undefined {
  const { 0: x0, 1: y0, 2: x1, 3: y1 } = numbers(value)
  return x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined
    ? undefined
    : [x0, y0, x1, y1]
}
