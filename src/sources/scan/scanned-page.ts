import type { PrintedFile, PrintedPage, Rect } from '../printed-page.ts'
import { glyphsOfLine, type ScannedLine, withCommonSizes } from './scanned-line.ts'

/** What text recognition found on a page, in the units of its picture. */
export interface ScannedPage {
  readonly width: number
  readonly height: number
  readonly lines: readonly ScannedLine[]
  readonly rules: readonly Rect[]
  readonly pictures: readonly Rect[]
}

/** A recognised page as marks on paper, so that it is read as a PDF is. @param number its place in the file, from 1 */
const toPrintedPage = (page: ScannedPage, number: number): PrintedPage => ({
  number,
  width: page.width,
  height: page.height,
  glyphs: withCommonSizes(page.lines).flatMap(glyphsOfLine),
  rules: page.rules,
  boxes: [],
  pictures: page.pictures,
  warnings: [],
})

/**
 * A file of recognised pages.
 * @param pages what each is read from, in order
 * @returns undefined if there are none
 */
export function scannedFile<T>(pages: readonly T[], read: (page: T) => ScannedPage): PrintedFile | undefined {
  if (pages.length === 0) return undefined
  return {
    pageCount: pages.length,
    readPage: (number) => {
      const page = pages[number - 1]
      if (page === undefined) throw new RangeError(`page ${number} of ${pages.length}`)
      return Promise.resolve(toPrintedPage(read(page), number))
    },
    close: () => Promise.resolve(),
  }
}
