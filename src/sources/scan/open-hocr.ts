import type { DomElement } from '../html/dom.ts'
import { isTooDeep, parsePage, lineOf as textOf } from '../html/parse-page.ts'
import type { PrintedFile, Rect } from '../printed-page.ts'
import type { ScannedLine } from './scanned-line.ts'
import { type ScannedPage, scannedFile } from './scanned-page.ts'

const LINES = '.ocr_line,.ocr_header,.ocr_footer,.ocr_caption,.ocr_textfloat,.ocrx_line'
const PICTURES = '.ocr_photo,.ocr_image,.ocr_linedrawing,.ocr_float'
const RULES = '.ocr_separator'

/** Whether a saved web page is what text recognition found on pages (hOCR). */
export const isHocr = (text: string): boolean => /<[^>]{1,200}class\s*=\s*["']ocr_page["']/u.test(text)

/**
 * Opens a file of hOCR, the web pages in which text recognition writes what stands where:
 * https://kba.github.io/hocr-spec/1.2. Lengths are in pixels of the scan.
 * @returns undefined if no page is in it
 */
export const openHocr = (text: string): PrintedFile | undefined =>
  isTooDeep(text) ? undefined : scannedFile([...parsePage(text).querySelectorAll('.ocr_page')], readPage)

function readPage(page: DomElement): ScannedPage {
  const rects = (selector: string) => [...page.querySelectorAll(selector)].flatMap((it) => rectOf(it) ?? [])
  const lines = [...page.querySelectorAll(LINES)].flatMap((it) => lineOf(it) ?? [])
  const whole = rectOf(page)
  return {
    width: whole?.x1 ?? Math.max(0, ...lines.map(({ x1 }) => x1)),
    height: whole?.y1 ?? Math.max(0, ...lines.map(({ y1 }) => y1)),
    lines,
    rules: rects(RULES),
    pictures: rects(PICTURES),
  }
}

function lineOf(line: DomElement): ScannedLine | undefined {
  const rect = rectOf(line)
  if (!rect) return undefined
  const words = [...line.querySelectorAll('.ocrx_word')].flatMap((word) => {
    const text = textOf(word)
    const isBold = word.querySelector('strong') !== null
    return text === '' ? [] : [{ ...(rectOf(word) ?? rect), text, isBold }]
  })
  if (words.length > 0) return { ...rect, words }
  const text = textOf(line)
  return text === '' ? undefined : { ...rect, words: [{ ...rect, text, isBold: false }] }
}

/** `bbox 388 101 699 167; x_wconf 93`, as a rectangle; undefined if it has none, or no width. */
function rectOf(element: DomElement): Rect | undefined {
  const found = /\bbbox\s+(-?\d+)\s+(-?\d+)\s+(-?\d+)\s+(-?\d+)/u.exec(element.getAttribute('title') ?? '')
  if (!found) return undefined
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = found.slice(1).map(Number)
  return x1 > x0 && y1 > y0 ? { x0, y0, x1, y1 } : undefined
}
