import type { ArticleId } from '../domain/index.ts'
import type { SearchEngine, SearchResult } from '../search/index.ts'

/** Hits of one topic, the best first; a day's paper has fewer articles. */
const MOST = 500

/** In which articles topics are searched, and how relative dates in them are read. */
export interface TopicScope {
  /** Only of this day, `YYYY-MM-DD`; of the whole archive unless told. */
  readonly date?: string
  /** The day that 昨天 in a topic is counted from. */
  readonly today: string
}

/**
 * Which articles the topics of a subscription choose, and for which of them. A topic is a query as one types it to
 * search; an article must hold all of it: what search finds by mending or loosening a query is not chosen, because
 * nobody is there to see that it did so.
 */
export async function chooseByTopics(
  search: SearchEngine,
  topics: readonly string[],
  { date, today }: TopicScope,
): Promise<ReadonlyMap<ArticleId, readonly string[]>> {
  const chosen = new Map<ArticleId, string[]>()
  for (const topic of topics) {
    const result = await search.search(topic, {
      limit: MOST,
      ...(date !== undefined && { filter: { from: date, to: date } }),
      today,
      excerptCount: 1,
    })
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
  if (relaxed.some(({ kind }) => kind === 'corrected' || kind === 'phraseAsWords')) return []
  const partly = relaxed.find((it) => it.kind === 'someWords')
  return partly ? hits.slice(0, partly.complete) : hits
}
