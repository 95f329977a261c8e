import type { Article } from '../../domain/index.ts'
import type { SearchFilter } from '../query/query.ts'
import { findAlike, NOTHING_ALIKE } from './alike.ts'
import type { ArticleArchive } from './article-archive.ts'
import type { Candidate, CandidateSource, FoundCandidates, SortOrder } from './candidate-source.ts'
import { isSure } from './matching-documents.ts'
import type { QueryMeaning } from './query-meaning.ts'
import type { QueryPlan } from './query-plan.ts'
import { recencyOf } from './recency.ts'
import { type RankedCandidate, rerank } from './rerank.ts'
import { rescore, upperBoundOf } from './rescore.ts'

/** One page of hits in their final order. */
export interface RankedPage {
  readonly hits: readonly { readonly article: Article; readonly score: number }[]
  readonly total: number
  /** Whether some hits hold too little of the query, and were found by what their headlines mean. */
  readonly hasAlike: boolean
  /** Of all hits; if there are more than are reranked, as the index counts them. */
  readonly completeCount: number
  /** What the source said of the query. */
  readonly found: Pick<FoundCandidates, 'total' | 'clauses' | 'partial' | 'cut'>
}

/** Candidates that are put in order by their texts. */
const RERANKED = 100

/**
 * Puts the candidates of a plan in order and reads the articles of one page. By relevance the best {@link RERANKED} are
 * judged by their text too; what comes after them stays in the order of the source, so that paging never repeats a hit.
 */
export async function rankPage(
  plan: QueryPlan,
  {
    offset,
    limit,
    order,
    filter,
    meaning,
    wantsNewest,
  }: {
    readonly offset: number
    readonly limit: number
    readonly order: SortOrder
    readonly filter: SearchFilter
    /** What the query means, if that counts too; by relevance only. */
    readonly meaning?: QueryMeaning | undefined
    /** Whether the query asks for the newest; by relevance only. */
    readonly wantsNewest?: boolean
  },
  { source, archive }: { readonly source: CandidateSource; readonly archive: ArticleArchive },
): Promise<RankedPage> {
  const end = offset + limit
  const find = (from: number, to: number) => source.find(plan, { filter, order, window: { from, to } })
  const read = (candidates: readonly Candidate[]) => archive.getMany(candidates.map(({ id }) => id))

  if (order !== 'relevance') {
    const found = await find(offset, end)
    const { candidates, total, completeCount } = found
    const articles = await read(candidates)
    const hits = candidates.flatMap(({ score }, i) => hitOf(articles[i], score))
    return { hits, total, hasAlike: false, completeCount, found }
  }

  const found = await find(0, RERANKED)
  const { completeCount } = found
  const alike = meaning ? await findAlike(found, meaning, plan, filter, source) : NOTHING_ALIKE
  const candidates = [...found.candidates, ...alike.candidates]
  const recency = recencyOf(found.candidates, wantsNewest)
  const scoreOf = (it: Candidate) => it.score * recency(it)
  const clauses = found.clauses.map(({ clause }) => clause)
  const isCountKnown = found.total > RERANKED || clauses.every((it) => it.required || isSure(it))
  const mustRead = isCountKnown ? 0 : completeCount
  const better = (a: RankedCandidate, b: RankedCandidate) =>
    Number(b.complete) - Number(a.complete) ||
    b.score - a.score ||
    newer(candidates[a.place], candidates[b.place])
  // Whoever is behind the last one shown with the best text that it may have need not be read.
  const isBounded = candidates.length > Math.max(mustRead, end)
  const upperBounds = candidates
    .map((it, place) => ({
      place,
      complete: it.complete,
      score: (isBounded ? scoreOf(it) * upperBoundOf(plan, it.bound) : scoreOf(it)) + alike.worthOf(it),
    }))
    .toSorted(better)
  const look = async (places: readonly number[]) => {
    const some = places.flatMap((place) => candidates[place] ?? [])
    const articles = await read(some)
    return some.flatMap((candidate, i) => {
      const article = articles[i]
      const place = places[i]
      if (article === undefined || place === undefined) return []
      const { complete, factor } = rescore(article, plan, clauses)
      return [
        {
          place,
          article,
          complete: complete && candidate.complete,
          score: scoreOf(candidate) * factor + alike.worthOf(candidate),
        },
      ]
    })
  }
  const { hits, seen } = await rerank(upperBounds, { end, mustRead, better, look })
  const from = RERANKED + Math.max(0, offset - hits.length)
  const to = RERANKED + Math.max(0, end - hits.length)
  const later = end > hits.length && found.total > from ? (await find(from, to)).candidates : []
  const laterArticles = await read(later)
  return {
    hits: [
      ...hits.slice(offset, end).map(({ article, score }) => ({ article, score })),
      ...later.flatMap(({ score }, i) => hitOf(laterArticles[i], score)),
    ],
    total: found.total + alike.candidates.length - (seen - hits.length),
    hasAlike: alike.candidates.length > 0,
    completeCount: isCountKnown ? completeCount : hits.filter((it) => it.complete).length,
    found,
  }
}

/** The newer one first; of a day the one that came later. */
const newer = (a: Candidate | undefined, b: Candidate | undefined) =>
  a === undefined || b === undefined ? 0 : b.date - a.date || b.number - a.number

const hitOf = (article: Article | undefined, score: number) =>
  article === undefined ? [] : [{ article, score }]
