import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { systemReasonOf, UnreadablePageError } from '../domain/index.ts'
import { applyGiven } from './articles/apply-given.ts'
import { cutAtTraces } from './articles/cut-at-traces.ts'
import type { CorpusEvent } from './corpus-event.ts'
import { type CorpusFile, isPrinted } from './files/corpus-file.ts'
import { correctionsFileOf } from './files/corrections-file.ts'
import { correctionsOf } from './files/corrections-of-pages.ts'
import { decodePage } from './files/decode.ts'
import { decodeStream } from './files/decode-stream.ts'
import { LONGEST_LINE, WHOLE_FILE_BYTES } from './files/limits.ts'
import { listCorpus, type UnreadableEntry } from './files/list-corpus.ts'
import { readChunks } from './files/page-chunks.ts'
import { type OpenFile, openFile } from './files/read-bytes.ts'
import { readPrintedFile, readScan } from './read-printed-file.ts'
import { LARGEST_SOURCE, readSourceFile, type SourceKind, tellSource } from './read-source-file.ts'
import { readReadyArticles } from './ready-articles.ts'
import { tellUnreliable } from './unreliable-text.ts'
import { isSheetNumber } from './wording/furniture.ts'

/** The page reader, half of this part, is loaded with the first page: most starts find nothing new to read. */
const loadPageReader = () => import('./articles/read-page.ts')
const loadSources = () => import('../sources/index.ts')

/** A text that begins with a name of something (标题：, 【标题】, after rules): the readers of sources are loaded to look at it. */
const NAME_FIRST =
  /^[\ufeff\s=*#>_~</REC-]{0,400}?(?:[【[<〔「]?[\p{L} \u3000_-]{1,20}(?:[】\]>〕」]|\*{0,2}\s{0,4}[:：=]))/u

/**
 * Reads every page and ready article below a folder, in a stable order and bounded memory. Bad files are told by
 * name and skipped.
 * @param onUnreadable as of `listCorpus`
 * @throws {CorpusFolderError} if the folder cannot be read.
 */
export async function* readCorpus(
  folder: string,
  onUnreadable?: (entry: UnreadableEntry) => void,
): AsyncGenerator<CorpusEvent> {
  for await (const file of listCorpus(folder, onUnreadable)) yield* readCorpusFile(file)
}

/** Reads one file as {@link readCorpus} does; the last event is always `end`. */
export async function* readCorpusFile(file: CorpusFile): AsyncGenerator<CorpusEvent> {
  for await (const told of readFileAlone(file))
    yield told.event === 'page' ? { ...told, page: applyGiven(told.page, file.given) } : told
}

async function* readFileAlone(file: CorpusFile): AsyncGenerator<CorpusEvent> {
  const hash = createHash('sha256')
  let source: OpenFile | undefined
  try {
    source = await openFile(file.path, file.file)
    const bytes = hashed(source.chunks(), (chunk) => hash.update(chunk))
    if (file.kind === 'ready') yield* readReadyArticles(file, bytes)
    else if (isPrinted(file.kind)) yield* readPrintedFile(file, file.kind, source.sizeBytes, bytes)
    else if (file.kind !== 'page') yield* readSource(file, file.kind, source.sizeBytes, bytes)
    else if (source.sizeBytes <= WHOLE_FILE_BYTES) yield* readWholeFile(file, bytes)
    else yield* readHugeFile(file, bytes)
    yield { event: 'end', file, contentHash: hash.digest('hex') }
  } catch (cause) {
    yield { event: 'unreadable', file, error: asUnreadable(cause, file) }
    // What is wrong with its bytes will be wrong with them the next time too; the system may do better then.
    const isOfBytes = source !== undefined && !isOfSystem(cause)
    yield { event: 'end', file, ...(isOfBytes && { contentHash: hash.digest('hex') }) }
  } finally {
    await source?.close()
  }
}

async function* hashed(
  chunks: AsyncIterable<Uint8Array>,
  update: (chunk: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    update(chunk)
    yield chunk
  }
}

async function* readWholeFile(
  file: CorpusFile,
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<CorpusEvent> {
  const chunks: Uint8Array[] = []
  for await (const chunk of bytes) chunks.push(chunk)
  const warnings: string[] = []
  let warning: string | undefined
  let text: string
  try {
    text = decodePage(Buffer.concat(chunks), file.file, (message) => {
      warning = message
    })
  } catch (cause) {
    yield { event: 'unreadable', file, error: asUnreadable(cause, file) }
    return
  }
  const mayBeLabelled = file.isFormGiven !== true && NAME_FIRST.test(text)
  const labelled = mayBeLabelled ? (await loadSources()).readLabelled(file.file, text) : undefined
  if (labelled) {
    if (warning !== undefined) yield { event: 'warning', file, message: warning }
    yield* tellSource(file, labelled)
    return
  }
  async function* once() {
    yield text
    // The last page bears it, as if the text were streamed.
    if (warning !== undefined) warnings.push(warning)
  }
  yield* readPages(file, once(), warnings)
}

async function* readSource(
  file: CorpusFile,
  kind: SourceKind,
  sizeBytes: number,
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<CorpusEvent> {
  const most = LARGEST_SOURCE[kind]
  if (sizeBytes > most)
    throw new UnreadablePageError(
      file.file,
      `it is larger than ${most / 1024 / 1024} MiB, too large for one ${kind} file: split it, or keep its articles as JSON Lines (*.jsonl), which may have any size`,
    )
  const chunks: Uint8Array[] = []
  for await (const chunk of bytes) chunks.push(chunk)
  const whole = Buffer.concat(chunks)
  const warnings: string[] = []
  const text = decodePage(whole, file.file, (message) => void warnings.push(message))
  for (const message of warnings) yield { event: 'warning', file, message }
  const { isHocr } = await loadSources()
  // Text recognition writes web pages too.
  if (kind === 'html' && isHocr(text)) yield* readScan(file, 'hocr', text)
  else yield* readSourceFile(file, kind, text, whole)
}

async function* readHugeFile(
  file: CorpusFile,
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<CorpusEvent> {
  const warnings: string[] = []
  const onWarning = (message: string) => void warnings.push(message)
  yield* readPages(file, decodeStream(bytes, { file: file.file, strict: true, onWarning }), warnings)
}

/** @param warnings that come up until the text is read to its end: the last page bears them */
async function* readPages(
  file: CorpusFile,
  texts: AsyncIterable<string>,
  warnings: readonly string[],
): AsyncGenerator<CorpusEvent> {
  const { readPage } = await loadPageReader()
  const own = await correctionsOf(file)
  if (own.problem !== undefined) yield { event: 'warning', file, message: own.problem }
  const tooLong: number[] = []
  const told = (number: number): CorpusEvent => ({
    event: 'unreadable',
    file,
    error: new UnreadablePageError(file.file, `line ${number} is longer than ${LONGEST_LINE} characters`),
  })
  const chunks = readChunks(texts, file.file, (number) => tooLong.push(number), isSheetNumber)
  for await (const chunk of chunks) {
    yield* tooLong.splice(0).map(told)
    for (const { text, linesBefore } of cutAtTraces(chunk)) {
      const corrections = own.within(linesBefore, text)
      const misfits: string[] = []
      const onMisfit = (reason: string) => void misfits.push(reason)
      const page = readPage({ file: file.file, text, linesBefore, corrections, onMisfit })
      for (const reason of misfits) yield misfit(file, reason)
      const { page: marked, told: unreliable } = tellUnreliable(page, text)
      yield { event: 'page', file, page: { ...marked, warnings: [...marked.warnings, ...warnings] } }
      if (unreliable !== undefined) yield { event: 'warning', file, message: unreliable }
    }
  }
  for (const line of own.beyond()) yield misfit(file, `it has no line ${line}`)
  yield* tooLong.map(told)
  for (const message of warnings) yield { event: 'warning', file, message }
}

/**
 * Errors of the file system are foreseen here: the file may be locked, or gone since it was listed. So is a file that
 * is too much for a library that reads it: whatever one file holds, the others are read.
 */
function asUnreadable(cause: unknown, { file }: CorpusFile): UnreadablePageError {
  if (cause instanceof UnreadablePageError) return cause
  const reason = isOfSystem(cause)
    ? systemReasonOf(cause)
    : `its reader failed (${cause instanceof Error ? cause.message : String(cause)}); please report it with the file`
  return new UnreadablePageError(file, reason, undefined, { cause })
}

const isOfSystem = (cause: unknown): cause is Error & { readonly code: unknown } =>
  cause instanceof Error && 'code' in cause && !(cause instanceof UnreadablePageError)

const misfit = (file: CorpusFile, reason: string): CorpusEvent => ({
  event: 'warning',
  file,
  message: `${basename(correctionsFileOf(file.file))} does not fit any more, so that the page is read without it: ${reason}`,
  misfit: reason,
})
