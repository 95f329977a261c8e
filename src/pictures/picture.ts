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

/** Counts that are drawn as one line in its own colour, and what made its highest points. */
export interface ChartLine {
  readonly name: string
  /** One for each label; whole, 0 or more. */
  readonly counts: readonly number[]
  /** Points that are numbered, and what is said of each below the chart. */
  readonly peaks: readonly { readonly at: number; readonly text: string }[]
}

/** Numbers as they change, as up to four lines. */
export interface ChartPicture {
  readonly kind: 'chart'
  readonly title: string
  /** What is counted. */
  readonly note: string
  /** Of the points, from the left; those that have no room are left out. */
  readonly labels: readonly string[]
  readonly lines: readonly ChartLine[]
  readonly isDark: boolean
}

/** A picture as plain data; a painter makes it a PNG. */
export type Picture = CardPicture | ChartPicture

/** A printed page, or what an article covers of it, as it lies in the page's own file. */
export interface PagePicture {
  readonly kind: 'page'
  /** Below the corpus folder, with forward slashes. */
  readonly file: string
  /** The page's place in its file, from 1. */
  readonly number: number
  /** What the article covers of it: left, top, right, bottom, in points from the top left corner. */
  readonly rects: readonly (readonly [left: number, top: number, right: number, bottom: number])[]
  /** `clipping`: the article alone; `outlined`: the whole page, with a line around it; `dimmed`: all but it faded. */
  readonly look: 'clipping' | 'outlined' | 'dimmed'
}

export type { Mark, Paragraph }
