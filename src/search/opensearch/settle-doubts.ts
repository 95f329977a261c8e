import type { ArticleId } from '../../domain/index.ts'
import type { ArticleArchive } from '../ranking/article-archive.ts'
import type { QueryPlan, TermClause } from '../ranking/query-plan.ts'
import { matchesTermClause, searchableTextOf } from '../ranking/searchable-text.ts'
import { type Absent, allOf, doubtQuery, oneOf, type ServerQuery } from './clause-queries.ts'
import type { SearchIndex } from './search-index.ts'
import { columnsOf, type ServerHit, withColumns } from './server-hit.ts'

/** What the index cannot tell of a plan: a query for the articles in doubt, and how their texts decide. */
interface Doubt {
  readonly name: string
  readonly query: ServerQuery
  readonly isNoHit: (article: Parameters<typeof searchableTextOf>[0]) => boolean
}

/** Texts that are read to tell the total of one query. */
const MOST_TEXTS = 1000
const TEXTS_AT_ONCE = 64

/** The doubts about a plan; none of most plans. */
export function doubtsAbout(plan: QueryPlan, absent: Absent): readonly Doubt[] {
  const holds = (clauses: readonly TermClause[]) => (article: Parameters<typeof searchableTextOf>[0]) => {
    const text = searchableTextOf(article)
    return clauses.some((it) => matchesTermClause(text, it))
  }
  const required = plan.clauses.flatMap((it, i): readonly Doubt[] => {
    const query = it.required ? doubtQuery(it, absent) : undefined
    const isHeld = holds(it.alternatives)
    return query ? [{ name: `r${i}`, query, isNoHit: (article) => !isHeld(article) }] : []
  })
  const excluded = plan.excluded.flatMap((it, i): readonly Doubt[] => {
    const query = doubtQuery({ alternatives: [it] }, absent)
    return query ? [{ name: `x${i}`, query, isNoHit: holds([{ ...it, dates: undefined }]) }] : []
  })
  return [...required, ...excluded]
}

/**
 * Looks into the texts of articles in doubt.
 * @returns the ids of those that are no hits after all; undefined if there are more in doubt than are read
 */
export async function settleDoubts(
  index: Pick<SearchIndex, 'search'>,
  archive: ArticleArchive,
  query: ServerQuery,
  doubts: readonly Doubt[],
  signal?: AbortSignal,
): Promise<readonly ArticleId[] | undefined> {
  if (doubts.length === 0) return []
  const { body } = await index.search(
    {
      query: allOf([query, oneOf(doubts.map((it) => ({ bool: { filter: [it.query], _name: it.name } })))]),
      size: MOST_TEXTS,
      sort: ['_doc'],
      track_total_hits: MOST_TEXTS + 1,
      ...withColumns('id'),
    },
    signal,
  )
  if (body.hits.total.value > MOST_TEXTS) return undefined
  const hits: readonly ServerHit[] = body.hits.hits
  const noHits: ArticleId[] = []
  for (let at = 0; at < hits.length; at += TEXTS_AT_ONCE) {
    const slice = hits.slice(at, at + TEXTS_AT_ONCE)
    const articles = await archive.getMany(slice.map((it) => columnsOf(it).id))
    for (const [i, hit] of slice.entries()) {
      const article = articles[i]
      const names = hit.matched_queries ?? []
      const open = doubts.filter((it) => names.includes(it.name))
      // Of one that is gone from the archive nothing is known: a required clause it does not hold.
      if (
        article === undefined
          ? open.some((it) => it.name.startsWith('r'))
          : open.some((it) => it.isNoHit(article))
      )
        noHits.push(columnsOf(hit).id)
    }
  }
  return noHits
}
