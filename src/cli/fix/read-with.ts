import { type CorpusFile, type Correction, readCorpusFile } from '../../corpus/index.ts'
import type { Article } from '../../domain/index.ts'

/** A page as it is read with some corrections. */
export interface ReadResult {
  readonly articles: readonly Article[]
  /** Why the corrections do not fit; then it was read without them. */
  readonly misfit?: string
}

/**
 * Reads the articles of a page file with some corrections in place of those beside it.
 * @throws {UnreadablePageError} if it cannot be read
 */
export async function readWith(file: CorpusFile, corrections: readonly Correction[]): Promise<ReadResult> {
  const articles: Article[] = []
  let misfit: string | undefined
  for await (const told of readCorpusFile({ ...file, corrections })) {
    if (told.event === 'page') articles.push(...told.page.articles)
    else if (told.event === 'unreadable') throw told.error
    else if (told.event === 'warning') misfit ??= told.misfit
  }
  return { articles, ...(misfit !== undefined && { misfit }) }
}
