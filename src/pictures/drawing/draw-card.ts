import type { SKRSContext2D } from '@napi-rs/canvas'
import type { CardPicture } from '../picture.ts'
import { fullWidthMarks } from '../typesetting/full-width-marks.ts'
import { type Palette, paletteOf } from './palette.ts'
import type { Pen } from './pen.ts'
import { drawQrCode } from './qr-code.ts'
import { setText, type TextBlock } from './text-block.ts'
import type { TextStyle } from './text-style.ts'

const WIDTH = 1080
const MARGIN = 88
const COLUMN = WIDTH - 2 * MARGIN
/** Higher cards are cut: phones show them, and Telegram takes up to 10,000 for width and height together. */
const MOST_HEIGHT = 4_000
const QR_SIDE = 168
const RULE = { width: 72, height: 6 }

/** What stands where, from the top, in pixels. */
interface CardLayout {
  readonly headline: TextBlock
  readonly quotation: TextBlock
  readonly source: TextBlock
  readonly sender: TextBlock
  readonly height: number
}

/** Draws a quotation card: headline, sentences, where they stood, and how to find the rest. */
export function drawCard(pen: Pen, card: CardPicture): Buffer {
  const palette = paletteOf(card.isDark)
  const layout = card.isSquare ? fitSquare(pen, card, palette) : layOut(pen, card, palette, 44, MOST_HEIGHT)
  const height = card.isSquare ? WIDTH : Math.ceil(layout.height)
  const { canvas, context } = pen.create(WIDTH, height)
  context.fillStyle = palette.paper
  context.fillRect(0, 0, WIDTH, height)
  context.fillStyle = palette.accent
  context.fillRect(0, 0, WIDTH, 12)
  let y = TOP
  layout.headline.draw(context, MARGIN, y)
  y += layout.headline.height + GAPS.headline
  context.fillStyle = palette.accent
  context.fillRect(MARGIN, y, RULE.width, RULE.height)
  y += RULE.height + GAPS.rule
  layout.quotation.draw(context, MARGIN, y)
  drawFoot(context, card, layout, palette, height)
  return canvas.toBuffer('image/png')
}

const TOP = 104
const GAPS = { headline: 36, rule: 48, quotation: 60, foot: 40 }
const BOTTOM = 64

/** The largest type that fits into a square, else the smallest one, cut. */
function fitSquare(pen: Pen, card: CardPicture, palette: Palette): CardLayout {
  for (const size of [48, 44, 40, 36, 32]) {
    const layout = layOut(pen, card, palette, size, Number.POSITIVE_INFINITY)
    if (layout.height <= WIDTH) return layout
  }
  return layOut(pen, card, palette, 32, WIDTH)
}

function layOut(pen: Pen, card: CardPicture, palette: Palette, size: number, most: number): CardLayout {
  const { ink, faint, mark } = palette
  const isLong = card.headline.length > 30
  const head: TextStyle = { face: 'serif', size: isLong ? 52 : 64, weight: 800, colour: ink, leading: 1.36 }
  const body: TextStyle = { face: 'serif', size, weight: 450, colour: ink, leading: 1.78 }
  const small: TextStyle = { face: 'sans', size: 30, weight: 400, colour: faint, leading: 1.5 }
  const room = card.link ? COLUMN - QR_SIDE - 40 : COLUMN
  const headline = setText(pen, [{ text: fullWidthMarks(card.headline) }], head, {
    width: COLUMN,
    maxLines: card.isSquare ? 3 : 6,
  })
  const source = setText(
    pen,
    lineOf(card.source, ' · '),
    { ...small, weight: 500, colour: ink },
    { width: room, maxLines: 3 },
  )
  const sender = setText(pen, lineOf(card.sender, ' · '), small, { width: room, maxLines: 1 })
  const texts = source.height + (source.lines > 0 ? 18 : 0) + sender.height
  const foot = GAPS.foot + Math.max(texts, card.link ? QR_SIDE : 0) + BOTTOM
  const above = TOP + headline.height + GAPS.headline + RULE.height + GAPS.rule
  const maxLines = Math.max(1, Math.floor((most - above - GAPS.quotation - foot) / (size * body.leading)))
  const paragraphs = card.paragraphs.map((it) => ({ ...it, text: fullWidthMarks(it.text) }))
  const quotation = setText(pen, paragraphs, body, {
    width: COLUMN,
    indent: 2,
    isJustified: true,
    gap: size * 0.5,
    maxLines,
    markColour: mark,
  })
  return { headline, quotation, source, sender, height: above + quotation.height + GAPS.quotation + foot }
}

const lineOf = (parts: readonly string[], gap: string) => {
  const text = parts.filter(Boolean).join(gap)
  return text === '' ? [] : [{ text }]
}

function drawFoot(
  context: SKRSContext2D,
  { link }: CardPicture,
  { source, sender }: CardLayout,
  { rule }: Palette,
  height: number,
): void {
  const texts = source.height + (source.lines > 0 ? 18 : 0) + sender.height
  const inner = Math.max(texts, link ? QR_SIDE : 0)
  const top = height - BOTTOM - inner
  context.fillStyle = rule
  context.fillRect(MARGIN, top - GAPS.foot, COLUMN, 2)
  source.draw(context, MARGIN, top + (inner - texts) / 2)
  sender.draw(context, MARGIN, top + (inner + texts) / 2 - sender.height)
  if (link) drawQrCode(context, link, WIDTH - MARGIN - QR_SIDE, top, QR_SIDE)
}
