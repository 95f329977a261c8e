import type { CardPicture } from '../picture.ts'
import { fullWidthMarks } from '../typesetting/full-width-marks.ts'
import { takePng } from './encode-png.ts'
import { type Foot, setFoot } from './foot.ts'
import { type Palette, paletteOf } from './palette.ts'
import type { Pen } from './pen.ts'
import { setHeadline } from './set-headline.ts'
import { setText, type TextBlock } from './text-block.ts'
import type { TextStyle } from './text-style.ts'

const WIDTH = 1080
const MARGIN = 88
const COLUMN = WIDTH - 2 * MARGIN
/** Higher cards are cut: phones show them, and Telegram takes up to 10,000 for width and height together. */
const MOST_HEIGHT = 4_000
const RULE = { width: 72, height: 6 }

/** What stands where, from the top, in pixels. */
interface CardLayout {
  readonly headline: TextBlock
  readonly quotation: TextBlock
  readonly foot: Foot
  readonly height: number
}

/** Draws a quotation card: headline, sentences, where they stood, and how to find the rest. */
export function drawCard(pen: Pen, card: CardPicture): Buffer {
  const palette = paletteOf(card.isDark)
  const layout = card.isSquare
    ? fitSquare(pen, card, palette)
    : layOut(pen, card, palette, sizeFor(card), MOST_HEIGHT)
  const height = card.isSquare ? WIDTH : Math.ceil(layout.height)
  const { canvas, context } = pen.create(WIDTH, height)
  context.fillStyle = palette.paper
  context.fillRect(0, 0, WIDTH, height)
  context.fillStyle = palette.accent
  context.fillRect(0, 0, WIDTH, 12)
  // What is left of a square stands around the text, and not below it.
  let y = TOP + Math.max(0, height - layout.height) * ABOVE
  layout.headline.draw(context, MARGIN, y)
  y += layout.headline.height + GAPS.headline
  context.fillStyle = palette.accent
  context.fillRect(MARGIN, y, RULE.width, RULE.height)
  y += RULE.height + GAPS.rule
  layout.quotation.draw(context, MARGIN, y)
  layout.foot.draw(context, MARGIN, height - BOTTOM - layout.foot.height)
  return takePng(canvas)
}

const TOP = 104
const GAPS = { headline: 36, rule: 48, quotation: 60 }
const BOTTOM = 64

/** Of what is left of a square: a little above the middle looks like the middle. */
const ABOVE = 0.42

/** A short quotation is set in larger type: it is what the card is made for. By characters at most. */
const SIZES: readonly (readonly [characters: number, size: number])[] = [
  [36, 58],
  [90, 50],
]
const COMMON_SIZE = 44

const sizeFor = ({ paragraphs }: CardPicture): number => {
  const length = paragraphs.reduce((sum, { text }) => sum + text.length, 0)
  return SIZES.find(([most]) => length <= most)?.[1] ?? COMMON_SIZE
}

/** The largest type that fits into a square, else the smallest one, cut. */
function fitSquare(pen: Pen, card: CardPicture, palette: Palette): CardLayout {
  for (const size of [58, 52, 48, 44, 40, 36, 32]) {
    const layout = layOut(pen, card, palette, size, Number.POSITIVE_INFINITY)
    if (layout.height <= WIDTH) return layout
  }
  return layOut(pen, card, palette, 32, WIDTH)
}

function layOut(pen: Pen, card: CardPicture, palette: Palette, size: number, most: number): CardLayout {
  const { ink, mark } = palette
  const isLong = card.headline.length > 30
  const head: TextStyle = { face: 'serif', size: isLong ? 52 : 64, weight: 800, colour: ink, leading: 1.36 }
  const body: TextStyle = { face: 'serif', size, weight: 450, colour: ink, leading: 1.78 }
  const headline = setHeadline(pen, fullWidthMarks(card.headline), head, {
    width: COLUMN,
    maxLines: card.isSquare ? 3 : 6,
  })
  const foot = setFoot(pen, card, palette, COLUMN)
  const above = TOP + headline.height + GAPS.headline + RULE.height + GAPS.rule
  const below = foot.height + BOTTOM
  const maxLines = Math.max(1, Math.floor((most - above - GAPS.quotation - below) / (size * body.leading)))
  const paragraphs = card.paragraphs.map((it) => ({ ...it, text: fullWidthMarks(it.text) }))
  const quotation = setText(pen, paragraphs, body, {
    width: COLUMN,
    indent: 2,
    isJustified: true,
    gap: size * 0.5,
    maxLines,
    markColour: mark,
  })
  return { headline, quotation, foot, height: above + quotation.height + GAPS.quotation + below }
}
