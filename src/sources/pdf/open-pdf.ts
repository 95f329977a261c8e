import type { PrintedFile, PrintedPage } from '../printed-page.ts'
import { interpretPage } from './interpret-page.ts'
import { markOnlyRead } from './limit-unpacking.ts'
import { loadPdfJs, type OpenedDocument, openToRead } from './load-pdf-js.ts'
import { toMatrix } from './matrix.ts'
import { operationsOf } from './operations-of.ts'
import { PdfError } from './pdf-error.ts'
import { fontsOf } from './pdf-font.ts'
import { leavePicturesUndecoded } from './undecoded-pictures.ts'
import { turnUpright } from './upright.ts'
import { withoutGuesses } from './without-guesses.ts'

/** Of a picture; a larger one is passed over without being decoded. */
const MOST_PIXELS = 4_000_000

/**
 * Opens a PDF file by pdf.js. A page that is damaged cannot be read (`PdfError`); the others can.
 * @param bytes the whole file; they are handed over, and empty afterwards
 * @throws {PdfError}
 */
export async function openPdf(bytes: Uint8Array): Promise<PrintedFile> {
  if (!isPdf(bytes)) throw new PdfError('no PDF')
  const loaded = await loadPdfJs()
  markOnlyRead(bytes)
  leavePicturesUndecoded(bytes)
  const opened = openToRead(loaded, {
    data: bytes,
    maxImageSize: MOST_PIXELS,
    // Nothing is drawn: without a place to put the fonts, the outline of every glyph would be worked out.
    disableFontFace: false,
    ownerDocument: documentWithoutFonts(),
    fontExtraProperties: true,
  })
  let document: Awaited<typeof opened.document>
  try {
    document = await opened.document
  } catch (cause) {
    await opened.close()
    throw new PdfError(cause instanceof Error && cause.name === 'PasswordException' ? 'locked' : 'broken', {
      cause,
    })
  }
  if (document.numPages === 0) {
    await opened.close()
    throw new PdfError('no pages')
  }
  return {
    pageCount: document.numPages,
    close: opened.close,
    readPage: async (number) => {
      try {
        const page = await document.getPage(number)
        try {
          return await readPage(loaded.pdfJs, page)
        } finally {
          page.cleanup()
        }
      } catch (cause) {
        throw cause instanceof PdfError ? cause : new PdfError('broken', { cause })
      }
    },
  }
}

/** The mark of a PDF may stand some way behind the start: mail programs and servers put lines before it. */
const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes('%PDF-')

type PdfJs = Awaited<ReturnType<typeof loadPdfJs>>['pdfJs']
type PdfPage = Awaited<ReturnType<Awaited<OpenedDocument['document']>['getPage']>>

async function readPage(pdfJs: PdfJs, page: PdfPage): Promise<PrintedPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const list = await operationsOf(page, pdfJs)
  const painted = interpretPage(pdfJs.OPS, {
    operations: list.fnArray,
    arguments: list.argsArray,
    fontOf: fontsOf(page),
    view: toMatrix(transform),
    width,
    height,
  })
  const mapped = withoutGuesses(painted.glyphs.filter((it) => it.isMapped && !UNKNOWN.test(it.text)))
  const { askew, ...upright } = turnUpright({ ...painted, glyphs: mapped }, { width, height })
  const unmapped = painted.glyphs.length - mapped.length
  return {
    number: page.pageNumber,
    ...upright,
    warnings: [
      ...(unmapped > 0
        ? [
            `${unmapped} of ${painted.glyphs.length} characters are in fonts that do not tell which characters they are (no Unicode map); they are left out: get a PDF with a text layer, or recognise the page anew (ocrmypdf --force-ocr -l chi_sim IN.pdf OUT.pdf)`,
          ]
        : []),
      ...(askew > 0 ? [`${askew} characters that stand askew are left out`] : []),
    ],
  }
}

/** Characters of private use and replacement characters stand for nothing that can be read. */
const UNKNOWN = /^[\p{Co}\p{Cn}\p{Cc}\ufffd]+$/u

/** A document that takes fonts and keeps none. As styles each would be written out in letters first. */
const documentWithoutFonts = () => ({ fonts: { add: () => {}, delete: () => {} } })
