import type { ArticleId } from '../domain/index.ts'
import { type SearchEngine, type SearchResult, SearchServerError } from '../search/index.ts'
import type { Days } from './round-up/last-days.ts'

/** Hits of one topic, the best first; a week of one paper has fewer articles. */
const MOST = 1000

/** In which articles topics are searched, and how relative dates in them are read. */
export interface TopicScope {
  /** Only of these days, `YYYY-MM-DD`, both included; of the whole archive unless told. */
  readonly days?: Days
  /** The day that 昨天 in a topic is counted from. */
  readonly today: string
}

/**
 * Which articles the topics of a subscription choose, and for which of them. A topic is a query as one types it to
 * search; an article must hold all of it: what search finds by mending or loosening a query is not chosen, because
 * nobody is there to see that it did so.
 * @throws {SearchServerError} if the search server is away, or part of it
 */
export async function chooseByTopics(
  search: SearchEngine,
  topics: readonly string[],
  { days, today }: TopicScope,
): Promise<ReadonlyMap<ArticleId, readonly string[]>> {
  const chosen = new Map<ArticleId, string[]>()
  for (const topic of topics) {
    const result = await search.search(topic, {
      limit: MOST,
      ...(days && { filter: days }),
      today,
      excerptCount: 1,
    })
    // Nobody would see that something is missing.
    if (result.partial)
      throw new SearchServerError('unreachable', 'part of the index on the search server does not answer')
    for (const { article } of completeHits(result)) {
      const known = chosen.get(article.id)
      if (known) known.push(topic)
      else chosen.set(article.id, [topic])
    }
  }
  return chosen
}

function completeHits({ hits, relaxed, problems }: SearchResult): SearchResult['hits'] {
  if (problems.some(({ kind }) => kind === 'nothingAsked')) return []
  if (relaxed.some(({ kind }) => kind === 'corrected' || kind === 'phraseAsWords' || kind === 'alike'))
    return []
  const partly = relaxed.find((it) => it.kind === 'someWords')
  return partly ? hits.slice(0, partly.complete) : hits
}
