import type { Hit, SearchEngine } from '../search/index.ts'

export interface SearchCommand {
  readonly queries: AsyncIterable<string> | Iterable<string>
  /** Hits of each query; 10 unless told. */
  readonly limit?: number
  /** `YYYY-MM-DD` */
  readonly today?: string
  /** One line of JSON a query instead of text for people. */
  readonly json: boolean
}

/** `paperboy search`: answers each query, in order, in the form of docs/architecture.md. */
export async function runSearch(
  { search }: { readonly search: SearchEngine },
  { queries, limit = 10, today, json }: SearchCommand,
  write: (text: string) => void,
): Promise<void> {
  for await (const query of queries) {
    const result = await search.search(query, { limit, ...(today === undefined ? {} : { today }) })
    const answer = {
      query,
      total: result.total,
      hits: result.hits.map(toJson),
      suggestions: result.suggestions,
    }
    write(json ? `${JSON.stringify(answer)}\n` : renderText(query, result.total, result.hits))
  }
}

const toJson = ({ article, score, excerpts }: Hit) => ({
  id: article.id,
  sourceId: article.sourceId,
  headline: article.headline,
  date: article.issueDate,
  paper: article.paper,
  page: article.page,
  file: article.source.file,
  score,
  excerpts,
})

function renderText(query: string, total: number, hits: readonly Hit[]): string {
  const lines = hits.flatMap(({ article, excerpts }, i) => [
    `${i + 1}. ${article.headline}`,
    `   ${[article.paper, article.issueDate, article.page, `/a_${article.id}`].filter(Boolean).join(' · ')}`,
    ...excerpts.map((it) => `   ${it.text}`),
  ])
  return `${[`${query}: ${total}`, ...lines].join('\n')}\n`
}
