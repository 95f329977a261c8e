import { DOMParser } from 'linkedom'
import type { DomDocument, DomElement } from '../html/dom.ts'
import { isElement, isTooDeep, nodesOf } from '../html/parse-page.ts'
import type { PrintedFile, Rect } from '../printed-page.ts'
import type { ScannedLine, ScannedWord } from './scanned-line.ts'
import { type ScannedPage, scannedFile } from './scanned-page.ts'

/** A line of a picture, drawn rather than written, is at least so many times longer than wide. */
const RULE = 8

/**
 * Opens an ALTO file, in which libraries keep what text recognition found on a page: https://www.loc.gov/standards/alto
 * (versions 1 to 4). Lengths stay in its own unit. Nothing that the file refers to is fetched, and no entity is expanded.
 * @returns undefined if no page is in it
 */
export function openAlto(text: string): PrintedFile | undefined {
  if (isTooDeep(text)) return undefined
  const document: DomDocument = new DOMParser().parseFromString(text, 'text/xml')
  const elements = [...nodesOf(document)].filter(isElement)
  const bold = new Set(
    elements
      .filter((it) => nameOf(it) === 'TextStyle' && /bold/iu.test(it.getAttribute('FONTSTYLE') ?? ''))
      .map((it) => it.getAttribute('ID') ?? ''),
  )
  const pages = elements.filter((it) => nameOf(it) === 'Page')
  return scannedFile(pages, (page) => readPage(page, bold))
}

function readPage(page: DomElement, bold: ReadonlySet<string>): ScannedPage {
  const elements = [...nodesOf(page)].filter(isElement)
  const named = (name: string) => elements.filter((it) => nameOf(it) === name)
  const lines = named('TextLine').flatMap((it) => lineOf(it, bold) ?? [])
  const drawn = named('GraphicalElement').flatMap((it) => rectOf(it) ?? [])
  const isRule = (it: Rect) =>
    Math.max(it.x1 - it.x0, it.y1 - it.y0) >= RULE * Math.min(it.x1 - it.x0, it.y1 - it.y0)
  return {
    // Older files name no size: the page is as large as what stands on it.
    width: numberOf(page, 'WIDTH') ?? Math.max(0, ...lines.map(({ x1 }) => x1)),
    height: numberOf(page, 'HEIGHT') ?? Math.max(0, ...lines.map(({ y1 }) => y1)),
    lines,
    rules: drawn.filter(isRule),
    pictures: [
      ...named('Illustration').flatMap((it) => rectOf(it) ?? []),
      ...drawn.filter((it) => !isRule(it)),
    ],
  }
}

function lineOf(line: DomElement, bold: ReadonlySet<string>): ScannedLine | undefined {
  const words = [...nodesOf(line)]
    .filter(isElement)
    .filter((it) => nameOf(it) === 'String')
    .flatMap((it) => wordOf(it, bold) ?? [])
  const rect = rectOf(line) ?? around(words)
  return rect && words.length > 0 ? { ...rect, words } : undefined
}

function wordOf(word: DomElement, bold: ReadonlySet<string>): ScannedWord | undefined {
  const text = (word.getAttribute('CONTENT') ?? '').trim()
  const rect = rectOf(word)
  const styles = (word.getAttribute('STYLEREFS') ?? '').split(/\s+/u)
  const isBold = styles.some((it) => bold.has(it)) || /bold/iu.test(word.getAttribute('STYLE') ?? '')
  return rect && text !== '' ? { ...rect, text, isBold } : undefined
}

/** The box around all of them. */
const around = (rects: readonly Rect[]): Rect | undefined =>
  rects.length === 0
    ? undefined
    : {
        x0: Math.min(...rects.map(({ x0 }) => x0)),
        y0: Math.min(...rects.map(({ y0 }) => y0)),
        x1: Math.max(...rects.map(({ x1 }) => x1)),
        y1: Math.max(...rects.map(({ y1 }) => y1)),
      }

function rectOf(element: DomElement): Rect | undefined {
  const [x, y, width, height] = ['HPOS', 'VPOS', 'WIDTH', 'HEIGHT'].map((it) => numberOf(element, it))
  if (x === undefined || y === undefined || width === undefined || height === undefined) return undefined
  return width > 0 && height > 0 ? { x0: x, y0: y, x1: x + width, y1: y + height } : undefined
}

function numberOf(element: DomElement, name: string): number | undefined {
  const value = Number.parseFloat(element.getAttribute(name) ?? '')
  return Number.isFinite(value) ? value : undefined
}

/** The name of an element without the prefix of its namespace. */
const nameOf = (element: DomElement): string => element.localName.replace(/^.*:/u, '')
