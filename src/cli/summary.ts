import type { ArticleArchive } from '../search/index.ts'
import { summarise } from '../summary/index.ts'

export interface SummaryCommand {
  /** Ids of articles. */
  readonly ids: AsyncIterable<string> | Iterable<string>
  /** Sentences of each summary at most. */
  readonly sentences?: number
  readonly json: boolean
}

/** `paperboy summary`: sums up each article, in order. @returns the ids that are not in the archive. */
export async function runSummary(
  { archive }: { readonly archive: ArticleArchive },
  { ids, sentences, json }: SummaryCommand,
  write: (text: string) => void,
): Promise<readonly string[]> {
  const unknown: string[] = []
  for await (const id of ids) {
    const [article] = await archive.getMany([id])
    if (article === undefined) {
      unknown.push(id)
      if (json) write(`${JSON.stringify({ id, error: 'no such article' })}\n`)
      continue
    }
    const summary = summarise(article, sentences === undefined ? {} : { sentences })
    const { headline } = article
    write(
      json
        ? `${JSON.stringify({ id, headline, sentences: summary })}\n`
        : `${[headline, ...summary].join('\n')}\n`,
    )
  }
  return unknown
}
