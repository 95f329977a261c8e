import type { PDFPageProxy } from 'pdfjs-dist'
import { PdfError } from './pdf-error.ts'

/** A page of a paper has some ten thousand, a map a hundred times as many. More is a file made to fill the memory. */
const MOST_OPERATIONS = 1_000_000

type OperatorList = Awaited<ReturnType<PDFPageProxy['getOperatorList']>>

/* oxlint-disable eslint/no-underscore-dangle -- the names are those of pdf.js */

/** The parts of a page in pdf.js that gather its operations chunk by chunk; they are not in its types. */
interface GatheringPage {
  _renderPageChunk(chunk: { readonly length: number }, state: Gathering): void
  _abortOperatorList(order: { intentState: Gathering; reason: Error; force: boolean }): void
}

interface Gathering {
  readonly opListReadCapability?: { reject(reason: Error): void }
}

/**
 * The operations of a page. Its content is unpacked no further than they are gathered, so that a small file that
 * unpacks to gigabytes ends at the limit.
 * @throws {PdfError} `too much`
 */
export async function operationsOf(page: PDFPageProxy, annotationMode: number): Promise<OperatorList> {
  if (isGathering(page)) limit(page)
  return page.getOperatorList({ annotationMode })
}

const isGathering = (page: object): page is GatheringPage =>
  '_renderPageChunk' in page && '_abortOperatorList' in page

function limit(page: GatheringPage): void {
  const gather = page._renderPageChunk.bind(page)
  let count = 0
  page._renderPageChunk = (chunk, state) => {
    count += chunk.length
    if (count <= MOST_OPERATIONS) return gather(chunk, state)
    const reason = new PdfError('too much')
    page._abortOperatorList({ intentState: state, reason, force: true })
    state.opListReadCapability?.reject(reason)
  }
}
