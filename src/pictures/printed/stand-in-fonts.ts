import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Pen } from '../drawing/pen.ts'

/** How pdf.js asks for a font that is not in the file: `normal bold 11px "STHeiti", monospace`. */
const FONT = /(\d+(?:\.\d+)?px) (.+)$/u
const SANS = /sans|hei|gothic|yahei|arial|helvetica/iu

/**
 * Lets a canvas draw text of fonts that are not in a PDF (STSong-Light and others, which viewers bring) in ours. pdf.js draws
 * fonts that are in the file as paths, and only such text by `fillText`; the canvas alone would draw empty boxes for it.
 */
export function withStandInFonts(context: SKRSContext2D, pen: Pick<Pen, 'familyFor'>): void {
  const fillText = context.fillText.bind(context)
  context.fillText = (text: string, x: number, y: number, most?: number) => {
    const given = context.font
    const [, size, name = ''] = FONT.exec(given) ?? []
    const family = size === undefined ? undefined : pen.familyFor(text, SANS.test(name) ? 'sans' : 'serif')
    if (family === undefined || size === undefined) return fillText(text, x, y, most)
    context.font = `${size} "${family}"`
    context.fontVariationSettings = `"wght" ${/\b(?:bold|900)\b/u.test(given) ? 700 : 400}`
    fillText(text, x, y)
    context.font = given
  }
}
