import type { PdfPage, PdfText } from './printed-pdf.ts'

/** How text recognition tells of a page: with what boxes, and in what dialect of its form. */
export interface Recognition {
  /** Names of elements have a namespace. */
  readonly prefix?: string
  /** The boxes of words overlap, as recognition by whole lines guesses them. */
  readonly guessesWords?: boolean
}

/** The boxes of a line's ink, scaled as in a scan of 200 dots an inch. */
const SCALE = 200 / 72
const INK = 0.9

interface Line {
  readonly box: readonly [x: number, y: number, width: number, height: number]
  readonly words: readonly { readonly text: string; readonly box: Line['box'] }[]
}

function toLine({ text, x, y, size, vertical = false }: PdfText, guessesWords: boolean): Line {
  const em = size * SCALE
  const length = Array.from(text).length * em
  const ink = em * INK
  // `y` of a text is its base line; the ink of one that runs downwards hangs below it.
  const box: Line['box'] = vertical
    ? [x * SCALE - ink / 2, y * SCALE, ink, length]
    : [x * SCALE, y * SCALE - ink * 0.85, length, ink]
  const words = (text.match(/.{1,2}/gu) ?? []).map((word, at) => {
    const along = at * 2 * em - (guessesWords && at % 2 === 1 ? em : 0)
    const wide = Array.from(word).length * em
    const wordBox: Line['box'] = vertical
      ? [box[0], box[1] + along, ink, wide]
      : [box[0] + along, box[1], wide, ink]
    return { text: word, box: wordBox }
  })
  return { box, words }
}

/** ALTO of a file of pages, as libraries keep it. */
export function writeAlto(
  pages: readonly PdfPage[],
  { prefix = '', guessesWords = false }: Recognition = {},
): string {
  const attributes = (box: Line['box']) =>
    ['HPOS', 'VPOS', 'WIDTH', 'HEIGHT'].map((name, at) => `${name}="${Math.round(box[at] ?? 0)}"`).join(' ')
  const tag = (name: string) => `${prefix}${name}`
  const line = (text: PdfText) => {
    const { box, words } = toLine(text, guessesWords)
    const strings = words.map(
      (word) => `<${tag('String')} ${attributes(word.box)} CONTENT="${word.text}"/><${tag('SP')} WIDTH="3"/>`,
    )
    return `<${tag('TextLine')} ${attributes(box)}>${strings.join('')}</${tag('TextLine')}>`
  }
  const page = ({ texts, rules = [] }: PdfPage) =>
    `<${tag('Page')} WIDTH="1667" HEIGHT="2222"><${tag('PrintSpace')}>${texts.map(line).join('')}${rules
      .map(
        (it) =>
          `<${tag('GraphicalElement')} ${attributes(it.map((side) => side * SCALE) as unknown as Line['box'])}/>`,
      )
      .join('')}</${tag('PrintSpace')}></${tag('Page')}>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<${tag('alto')} ${prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`}="http://www.loc.gov/standards/alto/ns-v4#"><${tag('Layout')}>${pages.map(page).join('')}</${tag('Layout')}></${tag('alto')}>`
}

/** hOCR of a file of pages, as Tesseract writes it. */
export function writeHocr(pages: readonly PdfPage[], { guessesWords = false }: Recognition = {}): string {
  const bbox = ([x, y, width, height]: Line['box']) =>
    `bbox ${[x, y, x + width, y + height].map(Math.round).join(' ')}`
  const line = (text: PdfText) => {
    const { box, words } = toLine(text, guessesWords)
    const spans = words.map(
      (it) => `<span class='ocrx_word' title='${bbox(it.box)}; x_wconf 93'>${it.text}</span>`,
    )
    return `<span class='ocr_line' title="${bbox(box)}; baseline 0 -3; x_size 34.5">${spans.join('\n')}</span>`
  }
  const page = ({ texts, rules = [] }: PdfPage) =>
    `<div class='ocr_page' title='image "a.png"; bbox 0 0 1667 2222; ppageno 0'>${texts.map(line).join('\n')}${rules
      .map(
        (it) =>
          `<span class='ocr_separator' title="${bbox(it.map((side) => side * SCALE) as unknown as Line['box'])}"></span>`,
      )
      .join('')}</div>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml"><head><title></title><meta name='ocr-system' content='tesseract 5.3.0'/></head><body>${pages.map(page).join('\n')}</body></html>`
}
