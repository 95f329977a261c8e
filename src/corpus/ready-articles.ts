import { type Article, isJsonObject, UnreadablePageError } from '../domain/index.ts'
import { articleFromSource } from './articles/article-from-source.ts'
import { LEFT_OUT, readReadyArticle } from './articles/ready-article.ts'
import type { CorpusEvent } from './corpus-event.ts'
import type { CorpusFile } from './files/corpus-file.ts'
import { decodeStream } from './files/decode-stream.ts'
import { LONGEST_RECORD } from './files/limits.ts'
import { RECORD_END, splitLines, type TextLine } from './files/split-lines.ts'

/** Ready articles that are given at once, at most, and the characters in them. */
const BATCH = 200
const BATCH_CHARACTERS = 1_048_576

/**
 * Reads the articles of a JSON Lines file, in any encoding that a page may have. A line that is no article, or too
 * long, is named and skipped; of a line with damaged bytes the rest is read, and it is named too.
 */
export async function* readReadyArticles(
  file: CorpusFile,
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<CorpusEvent> {
  const warnings: string[] = []
  const onWarning = (message: string) => void warnings.push(message)
  const texts = decodeStream(bytes, { file: file.file, strict: false, onWarning })
  let articles: Article[] = []
  let characters = 0
  const flush = function* (): Generator<CorpusEvent> {
    if (articles.length > 0)
      yield { event: 'page', file, page: { file: file.file, articles, leftovers: [], warnings: [] } }
    articles = []
    characters = 0
  }
  for await (const lines of splitLines(texts, RECORD_END, LONGEST_RECORD)) {
    for (const line of lines) {
      const article = (await readNear(line, file.file)) ?? readLine(line, file.file)
      if (article instanceof UnreadablePageError) yield { event: 'unreadable', file, error: article }
      else if (article) {
        articles.push(article)
        characters += line.text?.length ?? 0
        if (line.text?.includes('\ufffd'))
          yield { event: 'warning', file, message: `line ${line.number} holds damaged characters` }
      }
      if (articles.length >= BATCH || characters >= BATCH_CHARACTERS) yield* flush()
    }
  }
  yield* flush()
  for (const message of warnings) yield { event: 'warning', file, message }
}

/** The reader of records is loaded with the first line that needs it. */
const loadSources = () => import('../sources/index.ts')

/**
 * Reads a line whose title or text stands under another name that people use (`title`, `content`, 标题).
 * @returns undefined if the line has the names of ready articles, or is none at all
 */
async function readNear({ number, text = '' }: TextLine, file: string): Promise<Article | undefined> {
  // Whatever names the key twice is left to who reads the whole.
  if (text.includes('"headline"') && text.includes('"body"')) return undefined
  const record = parse(text)
  if (!isJsonObject(record) || (record.headline !== undefined && record.body !== undefined)) return undefined
  const { readRecords } = await loadSources()
  const [source] = readRecords(file, [{ record, position: number }])
  const article = source && source.headline !== '' ? articleFromSource(source, file) : undefined
  const { id } = record
  return article && (typeof id === 'string' || typeof id === 'number')
    ? { ...article, sourceId: String(id) }
    : article
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** @returns `undefined` for a blank line */
function readLine({ number, text }: TextLine, file: string): Article | UnreadablePageError | undefined {
  if (text === undefined)
    return new UnreadablePageError(
      file,
      `line ${number} is longer than ${LONGEST_RECORD} characters`,
      undefined,
      { advice: LEFT_OUT },
    )
  if (text.trim() === '') return undefined
  try {
    return readReadyArticle(text, file, number)
  } catch (error) {
    if (error instanceof UnreadablePageError) return error
    throw error
  }
}
