import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Palette } from './palette.ts'
import type { Pen } from './pen.ts'
import { drawQrCode } from './qr-code.ts'
import { setText } from './text-block.ts'
import type { TextStyle } from './text-style.ts'

/** What stands at the foot of a picture. */
interface FootContent {
  /** A part each; the first line. */
  readonly source: readonly string[]
  /** The second line. */
  readonly sender: readonly string[]
  /** Where the QR code leads to; no code without. */
  readonly link?: string | undefined
}

/** The foot of a picture: a line, texts, and a QR code at the right. */
export interface Foot {
  /** With the line above it. */
  readonly height: number
  /** @param y of the line */
  draw(context: SKRSContext2D, x: number, y: number): void
}

const QR_SIDE = 168
const BELOW_LINE = 40
const BETWEEN = 18

/** Sets the foot of a picture. @param width of the column */
export function setFoot(
  pen: Pen,
  { source, sender, link }: FootContent,
  { ink, faint, rule }: Palette,
  width: number,
): Foot {
  const small: TextStyle = { face: 'sans', size: 30, weight: 400, colour: faint, leading: 1.5 }
  const room = link ? width - QR_SIDE - 40 : width
  const first = setText(
    pen,
    lineOf(source),
    { ...small, weight: 500, colour: ink },
    { width: room, maxLines: 3 },
  )
  const second = setText(pen, lineOf(sender), small, { width: room, maxLines: 1 })
  const texts = first.height + (first.lines > 0 && second.lines > 0 ? BETWEEN : 0) + second.height
  const inner = Math.max(texts, link ? QR_SIDE : 0)
  return {
    height: BELOW_LINE + inner,
    draw: (context, x, y) => {
      context.fillStyle = rule
      context.fillRect(x, y, width, 2)
      const top = y + BELOW_LINE
      first.draw(context, x, top + (inner - texts) / 2)
      second.draw(context, x, top + (inner + texts) / 2 - second.height)
      if (link) drawQrCode(context, link, x + width - QR_SIDE, top, QR_SIDE)
    },
  }
}

const lineOf = (parts: readonly string[]) => {
  const text = parts.filter(Boolean).join(' · ')
  return text === '' ? [] : [{ text }]
}
