import { type CorpusFile, readCorpusFile } from '../corpus/index.ts'
import type { FilePiece } from '../store/index.ts'
import type { PassOptions } from './pass-options.ts'

/** Articles of a piece at most: as many as are written at once. */
const ARTICLES_AT_ONCE = 24
/** Sentences that are kept of one file: a damaged file of a million lines has no more to say after that. */
const MOST_PROBLEMS = 20

/**
 * Reads a file into pieces for the manifest, the last one with the facts of the file. A file that the system does not
 * give to its end has no such last piece: what was taken in of it earlier stays, and the next pass tries again.
 */
export async function* readPieces(
  file: CorpusFile,
  { reader, now, onProblems }: Pick<PassOptions, 'reader' | 'now' | 'onProblems'>,
): AsyncGenerator<FilePiece> {
  const takenMs = now()
  const problems: string[] = []
  let more = 0
  let pages = 0
  let place = 0
  const note = (problem: string) => {
    if (problems.length < MOST_PROBLEMS) problems.push(problem)
    else more++
  }
  for await (const told of readCorpusFile(file)) {
    if (told.event === 'unreadable') note(told.error.message)
    else if (told.event === 'warning') note(`${file.file}: ${told.message}`)
    else if (told.event === 'page') {
      for (const articles of slicesOf(told.page.articles, ARTICLES_AT_ONCE)) {
        yield { file: file.file, place, articles }
        place += articles.length
      }
      pages++
    } else {
      if (more > 0) problems.push(`${file.file}: ${more} more problems like these`)
      onProblems(file.file, problems)
      if (told.contentHash === undefined) return
      const { sizeBytes, modifiedMs } = file
      const end = { sizeBytes, modifiedMs, takenMs, hash: told.contentHash, reader, pages, problems }
      yield { file: file.file, place, articles: [], end }
    }
  }
}

function* slicesOf<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size)
}
