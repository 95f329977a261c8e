import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { type Article, UnreadablePageError } from '../domain/index.ts'
import type { CorpusFile } from './files/corpus-file.ts'
import { decodePage } from './files/decode.ts'
import { listCorpus } from './files/list-corpus.ts'
import { readChunks } from './files/page-chunks.ts'
import type { Page } from './page.ts'
import { readReadyArticle } from './ready-article.ts'

/** What the reading of a corpus tells, in order. */
export type CorpusEvent =
  /** A page, or up to 200 ready articles of a JSON Lines file. A huge file gives many. */
  | { readonly event: 'page'; readonly file: CorpusFile; readonly page: Page }
  /** A file, or one line of a JSON Lines file, that gives nothing. The reading goes on behind it. */
  | { readonly event: 'unreadable'; readonly file: CorpusFile; readonly error: UnreadablePageError }
  /** A file is done. `contentHash` is the SHA-256 of its bytes in hex; absent where they could not all be read. */
  | { readonly event: 'end'; readonly file: CorpusFile; readonly contentHash?: string }

/** The page reader, half of this part, is loaded with the first page: most starts find nothing new to read. */
const loadPageReader = () => import('./read-page.ts')

/** Ready articles that are given at once. */
const READY_BATCH = 200
/** Larger files are streamed: their pages are cut as the bytes come. */
const WHOLE_FILE_BYTES = 4 * 1024 * 1024

/**
 * Reads every page and ready article below a folder, in a stable order and bounded memory. Bad files are told by
 * name and skipped.
 * @throws {CorpusFolderError} where the folder cannot be read.
 */
export async function* readCorpus(folder: string): AsyncGenerator<CorpusEvent> {
  for await (const file of listCorpus(folder)) yield* readCorpusFile(file)
}

/** Reads one file as {@link readCorpus} does; the last event is always `end`. */
export async function* readCorpusFile(file: CorpusFile): AsyncGenerator<CorpusEvent> {
  const hash = createHash('sha256')
  try {
    if (file.kind === 'ready') yield* readReadyFile(file, hash)
    else if (file.sizeBytes <= WHOLE_FILE_BYTES) yield* readWholeFile(file, hash)
    else yield* readHugeFile(file, hash)
    yield { event: 'end', file, contentHash: hash.digest('hex') }
  } catch (cause) {
    yield { event: 'unreadable', file, error: asUnreadable(cause, file) }
    yield { event: 'end', file }
  }
}

async function* readWholeFile(file: CorpusFile, hash: Hash): AsyncGenerator<CorpusEvent> {
  const bytes = await readFile(file.path)
  hash.update(bytes)
  let text: string
  try {
    text = decodePage(bytes, file.file)
  } catch (cause) {
    yield { event: 'unreadable', file, error: asUnreadable(cause, file) }
    return
  }
  async function* once() {
    yield bytes
  }
  if (text.includes('\f') || text.length > 65_536) yield* readPieces(file, once())
  else {
    const { readPage } = await loadPageReader()
    yield { event: 'page', file, page: readPage({ file: file.file, text }) }
  }
}

async function* readHugeFile(file: CorpusFile, hash: Hash): AsyncGenerator<CorpusEvent> {
  async function* hashed(): AsyncGenerator<Uint8Array> {
    for await (const chunk of createReadStream(file.path) as AsyncIterable<Buffer>) {
      hash.update(chunk)
      yield chunk
    }
  }
  yield* readPieces(file, hashed())
}

async function* readPieces(file: CorpusFile, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<CorpusEvent> {
  const { readPage } = await loadPageReader()
  for await (const { text, linesBefore } of readChunks(bytes, file.file))
    yield { event: 'page', file, page: readPage({ file: file.file, text, linesBefore }) }
}

async function* readReadyFile(file: CorpusFile, hash: Hash): AsyncGenerator<CorpusEvent> {
  const input = createReadStream(file.path)
  input.on('data', (chunk) => hash.update(chunk))
  let articles: Article[] = []
  let number = 0
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    const record = line.replace(/^\ufeff/, '')
    if (record.trim() === '') continue
    try {
      articles.push(readReadyArticle(record, file.file, number))
    } catch (error) {
      yield { event: 'unreadable', file, error: asUnreadable(error, file) }
    }
    if (articles.length < READY_BATCH) continue
    yield { event: 'page', file, page: { file: file.file, articles, leftovers: [], warnings: [] } }
    articles = []
  }
  if (articles.length > 0)
    yield { event: 'page', file, page: { file: file.file, articles, leftovers: [], warnings: [] } }
}

/** Errors of the file system are foreseen here: the file may be locked, or gone since it was listed. */
function asUnreadable(cause: unknown, { file }: CorpusFile): UnreadablePageError {
  if (cause instanceof UnreadablePageError) return cause
  if (cause instanceof Error && 'code' in cause)
    return new UnreadablePageError(file, `the system says ${String(cause.code)}`, undefined, { cause })
  throw cause
}
