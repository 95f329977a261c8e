import { setImmediate as yieldToEventLoop } from 'node:timers/promises'
import { UnreadablePageError } from '../domain/index.ts'
import type { IssueFacts, PdfFile, PrintedPage } from '../sources/index.ts'
import type { CorpusEvent } from './corpus-event.ts'
import type { CorpusFile } from './files/corpus-file.ts'
import { renderLineRanges } from './output/line-ranges.ts'

/** Largest PDF in bytes: it is in memory as a whole, its pages one at a time. */
const LARGEST_PDF = 192 * 1024 * 1024

/** pdf.js and the reader of printed pages are loaded with the first PDF. */
const loadSources = () => import('../sources/index.ts')
const loadPageReader = () => import('./articles/read-printed-page.ts')

/**
 * Reads the pages of a PDF file one by one, however many there are. Pages that hold nothing to read are named with what
 * to do about them.
 * @throws {UnreadablePageError} if it is locked, damaged or too large
 */
export async function* readPdfFile(
  file: CorpusFile,
  sizeBytes: number,
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<CorpusEvent> {
  if (sizeBytes > LARGEST_PDF)
    throw new UnreadablePageError(
      file.file,
      `it is larger than ${LARGEST_PDF / 1024 / 1024} MiB; split the PDF into parts of some hundred pages`,
    )
  const whole = await gather(bytes, sizeBytes)
  const { openPdf, pathFacts, PdfError } = await loadSources()
  let pdf: PdfFile
  try {
    pdf = await openPdf(whole)
  } catch (cause) {
    if (cause instanceof PdfError)
      throw new UnreadablePageError(file.file, cause.message, undefined, { cause })
    throw cause
  }
  try {
    yield* readPages(file, pdf, pathFacts(file.file))
  } finally {
    await pdf.close()
  }
}

async function* readPages(file: CorpusFile, pdf: PdfFile, path: IssueFacts): AsyncGenerator<CorpusEvent> {
  const { readPageInFile } = await loadPageReader()
  const { PdfError } = await loadSources()
  const empty: PrintedPage[] = []
  const warnings: string[] = []
  const known: IssueFacts = { ...(pdf.pageCount === 1 ? path : withoutPage(path)) }
  let articlesBefore = 0
  for (let number = 1; number <= pdf.pageCount; number++) {
    let printed: PrintedPage
    try {
      printed = await pdf.readPage(number)
    } catch (cause) {
      if (!(cause instanceof PdfError)) throw cause
      warnings.push(`page ${number} of the PDF is damaged and left out`)
      continue
    }
    await yieldToEventLoop()
    if (printed.glyphs.length === 0) {
      // Only what is told of it is kept: there may be thousands.
      empty.push({ ...printed, pictures: printed.pictures.slice(0, 1), rules: [], boxes: [] })
      warnings.push(...printed.warnings.map((it) => `page ${number}: ${it}`))
      continue
    }
    const page = readPageInFile({ file: file.file, page: printed, known, articlesBefore })
    articlesBefore += page.articles.length
    const { paper = known.paper } = page
    const date = page.datePrecision === 'printed' ? page.date : known.date
    Object.assign(known, paper === undefined ? {} : { paper }, date === undefined ? {} : { date })
    yield {
      event: 'page',
      file,
      page: { ...page, warnings: page.warnings.map((it) => ofPage(it, number, pdf.pageCount)) },
    }
  }
  for (const message of [...warnings, ...tellEmpty(empty, pdf.pageCount)])
    yield { event: 'warning', file, message }
}

const ofPage = (warning: string, number: number, pages: number): string =>
  pages === 1 ? warning : `page ${number}: ${warning}`

const withoutPage = ({ page: _page, section: _section, ...rest }: IssueFacts): IssueFacts => rest

/** Says which pages hold no text, and what to do: one sentence for the scans, one for the rest. */
function tellEmpty(empty: readonly PrintedPage[], pages: number): string[] {
  const scans = empty.filter((it) => it.pictures.length > 0)
  const blank = empty.filter((it) => it.pictures.length === 0)
  const name = (those: readonly PrintedPage[]) =>
    those.length === pages
      ? pages === 1
        ? 'its page'
        : `each of its ${pages} pages`
      : `${those.length === 1 ? 'page' : 'pages'} ${renderLineRanges(those.map((it) => it.number))}`
  const size = (it: PrintedPage | undefined) =>
    it === undefined ? '' : ` (${Math.round(it.width)} × ${Math.round(it.height)} pt)`
  return [
    ...(scans.length > 0
      ? [
          `${name(scans)} hold pictures without text${size(scans[0])}, as scans do: recognise the text first, for example by ocrmypdf -l chi_sim IN.pdf OUT.pdf`,
        ]
      : []),
    ...(blank.length > 0
      ? [
          `${name(blank)} without text${size(blank[0])}: if something is to be seen there, recognise the text first, for example by ocrmypdf -l chi_sim IN.pdf OUT.pdf`,
        ]
      : []),
  ]
}

async function gather(bytes: AsyncIterable<Uint8Array>, sizeBytes: number): Promise<Uint8Array> {
  const whole = new Uint8Array(sizeBytes)
  let at = 0
  for await (const chunk of bytes) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return at === sizeBytes ? whole : whole.slice(0, at)
}
