import { setImmediate as yieldToEventLoop } from 'node:timers/promises'
import { UnreadablePageError } from '../domain/index.ts'
import type { IssueFacts, PrintedFile, PrintedPage, SourceFile } from '../sources/index.ts'
import type { CorpusEvent } from './corpus-event.ts'
import type { CorpusFile, PrintedKind } from './files/corpus-file.ts'
import { decodePage } from './files/decode.ts'
import { LARGEST_PDF } from './files/limits.ts'
import { renderLineRanges } from './output/line-ranges.ts'
import { tellSource } from './read-source-file.ts'

/** Largest file in bytes: it is in memory as a whole. A page of ALTO has one to ten MB. */
const LARGEST: Readonly<Record<PrintedKind, number>> = {
  pdf: LARGEST_PDF,
  alto: 48 * 1024 * 1024,
  hocr: 48 * 1024 * 1024,
}

/** Largest XML, in UTF-16 units, that is no ALTO: its elements take a hundred times as much memory. */
const LARGEST_EXPORT = 8 * 1024 * 1024

/** pdf.js and the reader of printed pages are loaded with the first of these files. */
const loadSources = () => import('../sources/index.ts')
const loadPageReader = () => import('./articles/read-printed-page.ts')
const loadSplitter = () => import('./geometry/split-sheet.ts')

/**
 * Reads the pages of a PDF, ALTO or hOCR file one by one, however many there are. Pages that hold nothing to read are
 * named with what to do about them.
 * @throws {UnreadablePageError} if it is locked, damaged or too large, or not of the form that its name says
 */
export async function* readPrintedFile(
  file: CorpusFile,
  kind: PrintedKind,
  sizeBytes: number,
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<CorpusEvent> {
  if (sizeBytes > LARGEST[kind])
    throw new UnreadablePageError(
      file.file,
      `it is larger than ${LARGEST[kind] / 1024 / 1024} MiB; split it into parts of some hundred pages`,
    )
  if (sizeBytes === 0)
    throw new UnreadablePageError(file.file, 'it is empty; get it again: its download may have failed')
  const whole = await gather(bytes, sizeBytes)
  if (kind !== 'pdf') {
    yield* readScan(
      file,
      kind,
      decodePage(whole, file.file, () => {}),
    )
    return
  }
  const pdf = await openPdfFile(file.file, whole)
  try {
    yield* readPages(file, pdf, tellEmptyPdf)
  } finally {
    await pdf.close()
  }
}

/**
 * Reads what text recognition found on pages, as ALTO or hOCR.
 * @throws {UnreadablePageError} if no page is in it
 */
export async function* readScan(
  file: CorpusFile,
  kind: 'alto' | 'hocr',
  text: string,
): AsyncGenerator<CorpusEvent> {
  const { openAlto, openHocr } = await loadSources()
  const opened = kind === 'alto' ? openAlto(text) : openHocr(text)
  if (opened) return yield* readPages(file, opened, tellEmptyScans)
  // Feeds and exports of articles have the same ending as ALTO.
  const source = kind === 'alto' && file.isFormGiven !== true ? await readExport(file.file, text) : undefined
  if (!source) throw new UnreadablePageError(file.file, NO_PAGE[kind])
  yield* tellSource(file, source)
}

async function readExport(file: string, text: string): Promise<SourceFile | undefined> {
  if (text.length > LARGEST_EXPORT)
    throw new UnreadablePageError(
      file,
      'it is no ALTO, and larger than the 8 MiB of text that one feed or export may have: split it, or keep its articles as JSON Lines (*.jsonl), which may have any size',
    )
  const { readXml } = await loadSources()
  return readXml(file, text)
}

async function openPdfFile(file: string, bytes: Uint8Array): Promise<PrintedFile> {
  const { openPdf, PdfError } = await loadSources()
  try {
    return await openPdf(bytes)
  } catch (cause) {
    if (cause instanceof PdfError) throw new UnreadablePageError(file, cause.message, undefined, { cause })
    throw cause
  }
}

const NO_PAGE: Readonly<Record<'alto' | 'hocr', string>> = {
  alto: 'it has no page of ALTO, and no article with a title and a text under a name that is known (RSS, Atom, NITF, NewsML-G2, title and content, 标题 and 正文); lists of pages (METS) are not read',
  hocr: 'it has no page of hOCR (class ocr_page)',
}

async function* readPages(
  file: CorpusFile,
  opened: PrintedFile,
  tellEmpty: typeof tellEmptyPdf,
): AsyncGenerator<CorpusEvent> {
  const { readPageInFile } = await loadPageReader()
  const { splitSheet } = await loadSplitter()
  const { pathFacts, PdfError } = await loadSources()
  const path = pathFacts(file.file)
  const empty: PrintedPage[] = []
  const warnings: string[] = []
  const known: IssueFacts = { ...(opened.pageCount === 1 ? path : withoutPage(path)) }
  let articlesBefore = 0
  for (let number = 1; number <= opened.pageCount; number++) {
    let printed: PrintedPage
    try {
      printed = await opened.readPage(number)
    } catch (cause) {
      if (!(cause instanceof PdfError)) throw cause
      warnings.push(
        cause.problem === 'too much'
          ? `page ${number} of the file is left out: ${cause.message}`
          : `page ${number} of the file is damaged and left out`,
      )
      continue
    }
    await yieldToEventLoop()
    if (printed.glyphs.length === 0) {
      // Only what is told of it is kept: there may be thousands.
      empty.push({ ...printed, pictures: printed.pictures.slice(0, 1), rules: [], boxes: [] })
      warnings.push(...printed.warnings.map((it) => `page ${number}: ${it}`))
      continue
    }
    const sheet = splitSheet(printed)
    for (const half of sheet) {
      const page = readPageInFile({
        file: file.file,
        page: half,
        known: sheet.length === 1 ? known : withoutPage(known),
        articlesBefore,
      })
      articlesBefore += page.articles.length
      const { paper = known.paper } = page
      const date = page.datePrecision === 'printed' ? page.date : known.date
      Object.assign(known, paper === undefined ? {} : { paper }, date === undefined ? {} : { date })
      yield {
        event: 'page',
        file,
        page: { ...page, warnings: page.warnings.map((it) => ofPage(it, number, opened.pageCount)) },
      }
    }
  }
  for (const message of [...warnings, ...tellEmpty(empty, opened.pageCount)])
    yield { event: 'warning', file, message }
}

const ofPage = (warning: string, number: number, pages: number): string =>
  pages === 1 ? warning : `page ${number}: ${warning}`

const withoutPage = ({ page: _page, section: _section, ...rest }: IssueFacts): IssueFacts => rest

/** `page 2`, `pages 1, 3–4`, `its page` or `each of its 9 pages`. */
function nameOf(those: readonly PrintedPage[], pages: number): string {
  if (those.length === pages) return pages === 1 ? 'its page' : `each of its ${pages} pages`
  return `${those.length === 1 ? 'page' : 'pages'} ${renderLineRanges(those.map((it) => it.number))}`
}

const tellEmptyScans = (empty: readonly PrintedPage[], pages: number): string[] =>
  empty.length === 0 ? [] : [`no text was recognised on ${nameOf(empty, pages)}`]

/** Says which pages hold no text, and what to do: one sentence for the scans, one for the rest. */
function tellEmptyPdf(empty: readonly PrintedPage[], pages: number): string[] {
  const scans = empty.filter((it) => it.pictures.length > 0)
  const blank = empty.filter((it) => it.pictures.length === 0)
  const size = (it: PrintedPage | undefined) =>
    it === undefined ? '' : ` (${Math.round(it.width)} × ${Math.round(it.height)} pt)`
  return [
    ...(scans.length > 0
      ? [
          `${nameOf(scans, pages)} ${scans.length > 1 && scans.length < pages ? 'hold' : 'holds'} pictures without text${size(scans[0])}, as scans do: recognise the text first, for example by ocrmypdf -l chi_sim IN.pdf OUT.pdf`,
        ]
      : []),
    ...(blank.length > 0
      ? [
          `${nameOf(blank, pages)} without text${size(blank[0])}: if something is to be seen there, recognise the text first, for example by ocrmypdf -l chi_sim IN.pdf OUT.pdf`,
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
