import { LARGEST_PDF } from './limits.ts'
import { type OpenFile, openFile } from './read-bytes.ts'

/** The mark of a PDF stands within so many bytes from its start. */
const START_BYTES = 1024
/** That of its end: some programs write a line or padding behind it. */
const END_BYTES = 2048

/**
 * Whether a file that bears the name of a PDF has no page that could be read. One that ends as PDFs do is taken at its
 * word, for to open it all of it must be read. What the system does not give is not hollow: it is told of
 * where it is read.
 */
export async function isHollowPdf(path: string): Promise<boolean> {
  let source: OpenFile
  try {
    source = await openFile(path, path)
  } catch {
    return false
  }
  try {
    if (!(await startOf(source)).includes('%PDF-')) return true
    if ((await source.end(END_BYTES)).includes('%%EOF') || source.sizeBytes > LARGEST_PDF) return false
    return !(await hasPage(source))
  } catch {
    return false
  } finally {
    await source.close()
  }
}

async function startOf(source: OpenFile): Promise<Buffer> {
  for await (const chunk of source.chunks()) return chunk.subarray(0, START_BYTES)
  return Buffer.alloc(0)
}

/** pdf.js finds the pages of many files that lack their end; it is loaded with the first one. */
async function hasPage(source: OpenFile): Promise<boolean> {
  const { openPdf, PdfError } = await import('../../sources/index.ts')
  const chunks: Buffer[] = []
  for await (const chunk of source.chunks()) chunks.push(chunk)
  try {
    const pdf = await openPdf(new Uint8Array(Buffer.concat(chunks)))
    await pdf.close()
    return true
  } catch (error) {
    // A locked one has pages, and whoever has it can unlock it.
    if (error instanceof PdfError) return error.problem === 'locked'
    throw error
  }
}
