/**
 * Writes small PDF files by hand: Chinese text in fonts that are not embedded, by the character maps that every reader
 * of PDF brings. Places are in points from the top left corner of the page.
 */
export interface PdfText {
  readonly text: string
  readonly x: number
  /** Of the base line. */
  readonly y: number
  readonly size: number
  /** `song` is the face of the text, `hei` the heavy one of titles, `kai` that of captions. */
  readonly font?: keyof typeof FONTS
  /** Added behind each character. */
  readonly spacing?: number
  /** The line runs downwards. */
  readonly vertical?: boolean
}

export interface PdfPage {
  readonly width?: number
  readonly height?: number
  readonly rotate?: 0 | 90 | 180 | 270
  readonly texts: readonly PdfText[]
  /** Filled black, thin ones are rules: left, top, width, height. */
  readonly rules?: readonly (readonly [number, number, number, number])[]
  readonly frames?: readonly (readonly [number, number, number, number])[]
  readonly tints?: readonly (readonly [number, number, number, number])[]
  readonly pictures?: readonly (readonly [number, number, number, number])[]
  /** Operators put before all others. */
  readonly raw?: string
}

const FONTS = {
  song: ['STSong-Light', 'UniGB-UCS2-H'],
  hei: ['STHeiti-Bold', 'UniGB-UCS2-H'],
  kai: ['STKaiti-Regular', 'UniGB-UCS2-H'],
  gbk: ['STSong-Light', 'GBK-EUC-H'],
  down: ['STHeiti-Bold', 'UniGB-UCS2-V'],
  /** Codes are glyph numbers of a font that is not there, and nothing says what they stand for. */
  unmapped: ['Unknown', 'Identity-H'],
} as const

/** The bytes of a PDF file with these pages. */
export function writePdf(pages: readonly PdfPage[], trailer = ''): Uint8Array {
  const objects: string[] = []
  const add = (body: string) => objects.push(body)
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add('') // the pages, when their numbers are known
  const fonts = Object.entries(FONTS).map(([key, [name, encoding]]) => {
    const ordering = encoding.startsWith('Identity') ? 'Identity' : 'GB1'
    const descriptor = add(
      `<< /Type /FontDescriptor /FontName /${name} /Flags 6 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 800 /StemV 80 >>`,
    )
    const descendant = add(
      `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 4 >> /FontDescriptor ${descriptor} 0 R /DW 1000 >>`,
    )
    const font = add(
      `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /${encoding} /DescendantFonts [${descendant} 0 R] >>`,
    )
    return `/${key} ${font} 0 R`
  })
  const image = add(
    '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\nA\nendstream',
  )
  const kids = pages.map((page) => {
    const stream = contentOf(page)
    const content = add(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`)
    const { width = 600, height = 800, rotate = 0 } = page
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${rotate} /Contents ${content} 0 R /Resources << /Font << ${fonts.join(' ')} >> /XObject << /im ${image} 0 R >> >> >>`,
    )
  })
  objects[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((it) => `${it} 0 R`).join(' ')}] >>`
  let file = '%PDF-1.7\n'
  const offsets: number[] = []
  for (const [at, body] of objects.entries()) {
    offsets.push(file.length)
    file += `${at + 1} 0 obj\n${body}\nendobj\n`
  }
  const start = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  for (const offset of offsets) file += `${String(offset).padStart(10, '0')} 00000 n \n`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
  return new Uint8Array(Buffer.from(file, 'latin1'))
}

function contentOf(page: PdfPage): string {
  const { height = 800 } = page
  const rect = ([x, y, w, h]: readonly [number, number, number, number]) =>
    `${x} ${height - y - h} ${w} ${h} re`
  return [
    page.raw ?? '',
    ...(page.tints ?? []).map((it) => `0.9 g ${rect(it)} f 0 g`),
    ...(page.frames ?? []).map((it) => `0.5 w ${rect(it)} S`),
    ...(page.rules ?? []).map((it) => `${rect(it)} f`),
    ...(page.pictures ?? []).map(([x, y, w, h]) => `q ${w} 0 0 ${h} ${x} ${height - y - h} cm /im Do Q`),
    ...page.texts.map(
      ({ text, x, y, size, font = 'song', spacing = 0, vertical = false }) =>
        `BT /${vertical ? 'down' : font} ${size} Tf ${spacing} Tc 1 0 0 1 ${x} ${height - y} Tm <${codesOf(text, font)}> Tj ET`,
    ),
  ].join('\n')
}

/** Codes of the text in the encoding of its font. */
function codesOf(text: string, font: keyof typeof FONTS): string {
  if (font !== 'gbk') return Buffer.from(text, 'utf16le').swap16().toString('hex')
  return GBK[text] ?? ''
}

/** Node writes no GBK. */
const GBK: Readonly<Record<string, string>> = { 报纸: 'b1a8d6bd', 新闻: 'd0c2cec5' }

/** What running text is set in. */
export interface Column {
  readonly x: number
  readonly y: number
  /** Characters to a line. */
  readonly measure: number
  readonly size?: number
  readonly pitch?: number
  /** Lines that fit; the rest is given back. */
  readonly lines?: number
  readonly font?: keyof typeof FONTS
  /** Whether the first paragraph goes on from elsewhere, so that it is not indented. */
  readonly goesOn?: boolean
}

/** Sets paragraphs into a column, indented by two characters, and gives back what did not fit. */
export function setColumn(
  paragraphs: readonly string[],
  column: Column,
): { readonly texts: readonly PdfText[]; readonly rest: readonly string[]; readonly bottom: number } {
  const { x, measure, size = 10, pitch = 15, lines = Infinity, font = 'song', goesOn = false } = column
  const texts: PdfText[] = []
  const rest: string[] = []
  let y = column.y
  for (const [at, paragraph] of paragraphs.entries()) {
    let left = Array.from(paragraph)
    let indent = at === 0 && goesOn ? 0 : 2
    while (left.length > 0 && texts.length < lines) {
      texts.push({ text: left.slice(0, measure - indent).join(''), x: x + indent * size, y, size, font })
      left = left.slice(measure - indent)
      indent = 0
      y += pitch
    }
    if (left.length > 0) rest.push(left.join(''))
  }
  return { texts, rest, bottom: y - pitch }
}
