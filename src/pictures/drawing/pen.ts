import type { Canvas, SKRSContext2D } from '@napi-rs/canvas'
import { createFontBook, type FontBook, isVisible } from '../fonts/font-book.ts'
import type { Face } from '../fonts/font-files.ts'
import { standInFor } from '../fonts/stand-in.ts'
import { graphemesOf } from '../typesetting/graphemes.ts'
import type { TextStyle } from './text-style.ts'

/** Draws text on canvases, each character in a font that has it. */
export interface Pen {
  /** @returns a canvas of this many pixels */
  create(width: number, height: number): { readonly canvas: Canvas; readonly context: SKRSContext2D }
  /** The family to draw a text in that is set as one; undefined if no font has its characters. */
  familyFor(text: string, face: Face): string | undefined
  /** The advance of a text that is set as one: a character, a word. */
  measure(text: string, style: TextStyle): number
  /** @param y of the base line */
  write(context: SKRSContext2D, text: string, x: number, y: number, style: TextStyle): void
}

/** A part of a text that one font has; without a family none has it. */
interface Run {
  readonly text: string
  readonly family: string | undefined
  /** Of what stands in for a character. */
  readonly scale?: number
  readonly rise?: number
}

let pen: Promise<Pen> | undefined

/** Loads the canvas, which takes a moment, when something is first drawn in this thread. */
export const loadPen = (): Promise<Pen> => {
  pen ??= openPen()
  return pen
}

async function openPen(): Promise<Pen> {
  const { createCanvas, GlobalFonts } = await import('@napi-rs/canvas')
  const book = createFontBook(GlobalFonts)
  const ruler = createCanvas(1, 1).getContext('2d')
  const widths = new Map<string, number>()
  const measureRun = ({ text, family, scale = 1 }: Run, style: TextStyle) => {
    if (family === undefined) return style.size
    setFont(ruler, family, { ...style, size: style.size * scale })
    return ruler.measureText(text).width
  }
  const measure = (text: string, style: TextStyle) => {
    const key = `${style.face} ${style.weight} ${style.size} ${text}`
    const known = widths.get(key)
    if (known !== undefined) return known
    const width = runsOf(text, book, style).reduce((sum, run) => sum + measureRun(run, style), 0)
    if (widths.size > MOST_WIDTHS) widths.clear()
    widths.set(key, width)
    return width
  }
  return {
    create: (width, height) => {
      const canvas = createCanvas(Math.ceil(width), Math.ceil(height))
      return { canvas, context: canvas.getContext('2d') }
    },
    familyFor: (text, face) => book.familyFor(text, face),
    measure,
    write: (context, text, x, y, style) => {
      let at = x
      for (const run of runsOf(text, book, style)) {
        if (run.family === undefined)
          drawUnknown(context, run.text, at, y, style, book.familyFor('0', 'sans'))
        else {
          const { scale = 1, rise = 0 } = run
          setFont(context, run.family, { ...style, size: style.size * scale })
          context.fillStyle = style.colour
          context.fillText(run.text, at, y - style.size * rise)
        }
        at += measureRun(run, style)
      }
    },
  }
}

const MOST_WIDTHS = 20_000

/** Emoji and symbols have one weight: what is not in the font is not asked of it. */
function setFont(
  context: SKRSContext2D,
  family: string,
  { size, weight }: Pick<TextStyle, 'size' | 'weight'>,
): void {
  context.font = `${size}px "${family}"`
  context.fontVariationSettings = `"wght" ${weight}`
}

/** Cuts a text where the font changes. A cluster that no font has whole is taken apart. */
function runsOf(text: string, book: FontBook, { face }: TextStyle): readonly Run[] {
  const runs: { text: string; family: string | undefined; scale?: number; rise?: number }[] = []
  const add = (part: string, family: string | undefined, { scale = 1, rise = 0 } = {}) => {
    const last = runs.at(-1)
    const isSame = last?.family === family && (last?.scale ?? 1) === scale && (last?.rise ?? 0) === rise
    if (last && family !== undefined && isSame) last.text += part
    else runs.push({ text: part, family, scale, rise })
  }
  const addCharacter = (character: string) => {
    const family = book.familyFor(character, face)
    const standIn = family === undefined ? standInFor(character) : undefined
    const parts = Array.from(standIn?.text ?? '').map((it) => [it, book.familyFor(it, face)] as const)
    if (standIn && parts.every(([, found]) => found !== undefined))
      for (const [part, found] of parts) add(part, found, standIn)
    else add(character, family)
  }
  for (const { segment } of graphemesOf(text)) {
    const family = book.familyFor(segment, face)
    if (family !== undefined) add(segment, family)
    else for (const it of Array.from(segment).filter(isVisible)) addCharacter(it)
  }
  return runs
}

/** A character that no font has: its code point in a frame, which can be looked up, instead of an empty box. */
function drawUnknown(
  context: SKRSContext2D,
  text: string,
  x: number,
  y: number,
  { size, colour }: TextStyle,
  family = 'sans-serif',
) {
  const code = (text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  const half = Math.ceil(code.length / 2)
  const [side, top] = [size * 0.88, y - size * 0.8]
  context.strokeStyle = colour
  context.fillStyle = colour
  context.lineWidth = Math.max(1, size / 24)
  context.strokeRect(x + size * 0.06, top, side, side)
  setFont(context, family, { size: size * 0.34, weight: 500 })
  const rows = [code.slice(0, half), code.slice(half)]
  rows.forEach((row, at) => {
    const width = context.measureText(row).width
    context.fillText(row, x + size / 2 - width / 2, top + side * (at === 0 ? 0.44 : 0.86))
  })
}
