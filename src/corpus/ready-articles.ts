import { type Article, UnreadablePageError } from '../domain/index.ts'
import { readReadyArticle } from './articles/ready-article.ts'
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
      const article = readLine(line, file.file)
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

/** @returns `undefined` for a blank line */
function readLine({ number, text }: TextLine, file: string): Article | UnreadablePageError | undefined {
  if (text === undefined)
    return new UnreadablePageError(file, `line ${number} is longer than ${LONGEST_RECORD} characters`)
  if (text.trim() === '') return undefined
  try {
    return readReadyArticle(text, file, number)
  } catch (error) {
    if (error instanceof UnreadablePageError) return error
    throw error
  }
}
