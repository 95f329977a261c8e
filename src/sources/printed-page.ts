/**
 * A printed page as marks on paper: characters with their place, rules, boxes and pictures. PDF pages and the scans of
 * libraries (ALTO, hOCR) come in this form. Lengths are in points, or in the units of the scan; the origin is the top
 * left corner of the page, y grows downwards.
 */
export interface PrintedPage {
  /** Its place in the file, from 1. */
  readonly number: number
  readonly width: number
  readonly height: number
  /** In the order in which they were painted. */
  readonly glyphs: readonly Glyph[]
  /** Thin lines that part columns and articles. */
  readonly rules: readonly Rect[]
  /** Frames and tinted areas. */
  readonly boxes: readonly Box[]
  readonly pictures: readonly Rect[]
  /** What of it could not be read, in English, for the operator. */
  readonly warnings: readonly string[]
}

/** An open file of printed pages. One page is in memory at a time, as far as its form allows. */
export interface PrintedFile {
  readonly pageCount: number
  /**
   * Reads one page.
   * @param number from 1
   */
  readPage(number: number): Promise<PrintedPage>
  close(): Promise<void>
}

/** An upright rectangle: left, top, right and bottom edge. */
export interface Rect {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** An area that is framed or filled. */
export interface Box extends Rect {
  /** Whether it is filled, as far as it is not white; a frame is drawn around its area only. */
  readonly isFilled: boolean
}

/** A character on the page with the square that its type stands in. Blanks are none. */
export interface Glyph extends Rect {
  /** One character, or what a ligature stands for. */
  readonly text: string
  /** Height of the type, in the units of the page. */
  readonly size: number
  /** Name of its font; the same for glyphs that look alike. */
  readonly font: string
  readonly isBold: boolean
  /** Whether the line that it is set in runs downwards. */
  readonly isVertical: boolean
  /** Whether a blank that was painted stands before it. */
  readonly afterBlank: boolean
}
