import type { Mark, Paragraph } from './drawing/text-block.ts'

/** A quotation from an article, to share. */
export interface CardPicture {
  readonly kind: 'card'
  readonly headline: string
  /** What is quoted, word for word. */
  readonly paragraphs: readonly Paragraph[]
  /** Paper, date and page, as far as they are known: a part each. */
  readonly source: readonly string[]
  /** The bot's name, as people call it, and how to find it: `报童`, `@paperboy_bot`. */
  readonly sender: readonly string[]
  /** Where the QR code leads to; no code without. */
  readonly link?: string
  readonly isDark: boolean
  /** As high as wide; what does not fit is cut with an ellipsis. */
  readonly isSquare: boolean
}

/** A picture as plain data; a painter makes it a PNG. */
export type Picture = CardPicture

export type { Mark, Paragraph }
