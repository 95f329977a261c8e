import type { Mark, Paragraph } from './drawing/text-block.ts'
import type { PrintedMark } from './printed/find-marks.ts'

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

/** A story on a front page. */
export interface FrontStory {
  readonly headline: string
  /** A sentence or two, word for word. */
  readonly text?: string
  /** Section and page. */
  readonly section?: string
}

/** The front page of a day, composed of its stories. */
export interface FrontPicture extends Pick<CardPicture, 'source' | 'sender' | 'link' | 'isDark'> {
  readonly kind: 'front'
  /** What stands at the top in large type: the paper's name, or the bot's. */
  readonly masthead: string
  /** Day, weekday, how many pages and articles: a part each, from left to right. */
  readonly dateline: readonly string[]
  /** Most prominent first; the first one leads the page. At least one. */
  readonly stories: readonly FrontStory[]
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

/** A printed page, or what an article covers of it, as it lies in the page's own file. */
export interface PagePicture {
  readonly kind: 'page'
  /** A PDF, or a picture of the page: below the corpus folder, with forward slashes, until it is handed to be drawn. */
  readonly file: string
  /** The page's place in its file, from 1. */
  readonly number: number
  /** How wide the page is in the units of the rectangles, if these are not those of the file. */
  readonly width?: number
  /** What the article covers of it: left, top, right, bottom, in points from the top left corner. */
  readonly rects: readonly (readonly [left: number, top: number, right: number, bottom: number])[]
  /** `clipping`: the article alone; `outlined`: the whole page, with a line around it; `dimmed`: all but it faded. */
  readonly look: 'clipping' | 'outlined' | 'dimmed'
  /** Is marked as with a highlighter where the article says it. */
  readonly marks?: readonly PrintedMark[]
  /** A PNG that is larger becomes a JPEG. */
  readonly mostBytes?: number
}

/** A page as it is handed to be drawn. @param shown the file that shows it, and how wide the page is in its units */
export const shownBy = (
  page: PagePicture,
  { path, width }: { readonly path: string; readonly width?: number },
): PagePicture => ({ ...page, file: path, ...(width !== undefined && { width }) })

/** What shows an article as it was printed: its place on the page, or the page alone. */
export type Facsimile = 'clipping' | 'page'

/** A printed page with the articles on it numbered and outlined. */
export interface OutlinesPicture extends Pick<PagePicture, 'file' | 'number' | 'width'> {
  readonly kind: 'outlines'
  readonly outlines: readonly { readonly label: string; readonly rects: PagePicture['rects'] }[]
}

/** How pictures look. A change that is to be seen on pictures that were sent before gets the next number. */
export const PICTURE_DESIGN = 4

/** A picture as plain data; a painter makes it a PNG. */
export type Picture = CardPicture | FrontPicture | ChartPicture | PagePicture | OutlinesPicture

export type { Mark, Paragraph, PrintedMark }
