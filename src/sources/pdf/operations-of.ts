import type { PDFPageProxy } from 'pdfjs-dist'
import { PdfError } from './pdf-error.ts'

/** A page of a paper has some ten thousand, a map a hundred times as many. More is a file made to fill the memory. */
const MOST_OPERATIONS = 1_000_000

/**
 * Readers of PDF bear some thirty states of drawing that are kept one in another; pdf.js takes the longer for each the more there
 * are.
 */
const MOST_KEPT = 1000

type OperatorList = Awaited<ReturnType<PDFPageProxy['getOperatorList']>>

/* oxlint-disable eslint/no-underscore-dangle -- the names are those of pdf.js */

/** The parts of a page in pdf.js that gather its operations chunk by chunk; they are not in its types. */
interface GatheringPage {
  _renderPageChunk(chunk: Chunk, state: Gathering): void
  _abortOperatorList(order: { intentState: Gathering; reason: Error; force: boolean }): void
}

interface Chunk {
  readonly length: number
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

interface Gathering {
  readonly opListReadCapability?: { reject(reason: Error): void }
}

/**
 * The operations of a page. Its content is unpacked no further than they are gathered, so that a small file that
 * unpacks to gigabytes ends at the limit.
 * @throws {PdfError} `too much`
 */
export async function operationsOf(
  page: PDFPageProxy,
  { AnnotationMode, OPS }: Pick<typeof import('pdfjs-dist'), 'AnnotationMode' | 'OPS'>,
): Promise<OperatorList> {
  if (isGathering(page)) limit(page, OPS)
  return page.getOperatorList({ annotationMode: AnnotationMode.DISABLE })
}

/**
 * The operations of a page that is about to be painted, as far as they are there: the lists grow before pdf.js paints what was
 * added. Undefined if this version of pdf.js gathers them in another way.
 */
export function watchOperations(page: PDFPageProxy) {
  if (!isGathering(page)) return undefined
  const operations: number[] = []
  const values: unknown[] = []
  onChunk(page, ({ length, fnArray, argsArray }) => {
    for (let at = 0; at < length; at++) {
      operations.push(fnArray[at] ?? 0)
      values.push(argsArray[at])
    }
    return true
  })
  return { operations, arguments: values }
}

const isGathering = (page: object): page is GatheringPage =>
  '_renderPageChunk' in page && '_abortOperatorList' in page

function limit(
  page: GatheringPage,
  { save, restore }: { readonly save: number; readonly restore: number },
): void {
  let [count, kept] = [0, 0]
  onChunk(page, ({ length, fnArray }, state) => {
    count += length
    for (const it of fnArray) kept += it === save ? 1 : it === restore ? -1 : 0
    if (count <= MOST_OPERATIONS && kept <= MOST_KEPT) return true
    const reason = new PdfError('too much')
    page._abortOperatorList({ intentState: state, reason, force: true })
    state.opListReadCapability?.reject(reason)
    return false
  })
}

/** @param watch is told each chunk in place of whoever watched before; whether it is to be gathered */
function onChunk(page: GatheringPage, watch: (chunk: Chunk, state: Gathering) => boolean): void {
  const original = Reflect.getPrototypeOf(page)
  if (!original || !isGathering(original)) return
  page._renderPageChunk = (chunk, state) => {
    if (watch(chunk, state)) original._renderPageChunk.call(page, chunk, state)
  }
}
