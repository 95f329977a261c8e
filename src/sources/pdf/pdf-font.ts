import type { PDFPageProxy } from 'pdfjs-dist'
import type { PdfFont } from './graphics-state.ts'

/** The fonts of a page by their names, as far as pdf.js has read them. */
export function fontsOf({
  commonObjs,
}: Pick<PDFPageProxy, 'commonObjs'>): (name: string) => PdfFont | undefined {
  const fonts = new Map<string, PdfFont | undefined>()
  return (name) => {
    if (!fonts.has(name)) fonts.set(name, commonObjs.has(name) ? toFont(commonObjs.get(name)) : undefined)
    return fonts.get(name)
  }
}

/** What pdf.js tells of a font, as far as it is used here. */
interface FontFacts {
  readonly name?: string
  readonly bold?: boolean
  readonly black?: boolean
  readonly vertical?: boolean
  readonly isType3Font?: boolean
  readonly fontMatrix?: readonly number[]
  readonly defaultVMetrics?: readonly number[]
  readonly composite?: boolean
  readonly cMap?: { readonly name?: string; readonly builtInCMap?: boolean }
  readonly toUnicode?: { readonly firstChar?: number; readonly _map?: unknown }
}

const BOLD = /bold|black|heavy|medium|semibold|demi|(?:^|[-_])(?:bd|hei|dh|cu)|\u7c97|\u9ed1/iu

function toFont(facts: FontFacts): PdfFont {
  const matrix = facts.fontMatrix ?? [0.001, 0, 0, 0.001, 0, 0]
  const name = (facts.name ?? '').replace(/^[A-Z]{6}\+/u, '')
  return {
    name,
    isBold: facts.bold === true || facts.black === true || BOLD.test(name),
    isVertical: facts.vertical === true,
    // Widths come in the units of the font; its type is as high as its size says, but for Type 3.
    matrix: facts.isType3Font === true ? matrix : [matrix[0] ?? 0.001, 0, 0, 0.001, 0, 0],
    defaultVMetrics: facts.defaultVMetrics,
    isWithoutUnicode: facts.composite === true && facts.toUnicode?.firstChar !== undefined,
    // oxlint-disable-next-line eslint/no-underscore-dangle -- pdf.js names it so, and its own reading of it is as slow as the map is long
    isTakenAsLatin: facts.composite !== true && isOfLatin(facts.toUnicode?._map),
  }
}

/** Whether a map gives most of the codes of ASCII their own characters: one that a file brings along holds the characters of its text only. */
function isOfLatin(map: unknown): boolean {
  if (!Array.isArray(map)) return false
  let own = 0
  for (let code = 33; code < 127; code++) if (map[code] === String.fromCharCode(code)) own++
  return own > 80
}
