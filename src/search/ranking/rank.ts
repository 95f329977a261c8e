import type { Article } from '../../domain/index.ts'
import type { DocumentValues } from '../term-index/document-values.ts'
import type { TermIndex } from '../term-index/term-index.ts'
import type { ArticleArchive } from './article-archive.ts'
import type { Candidates } from './candidates.ts'
import { isSure } from './matching-documents.ts'
import type { QueryPlan } from './query-plan.ts'
import { type RankedCandidate, rerank } from './rerank.ts'
import { rescore, upperBoundOf } from './rescore.ts'
import { topK } from './top-k.ts'

/** By relevance, or by day; articles without a date come last in the latter. */
export type SortOrder = 'relevance' | 'newest' | 'oldest'

/** One page of hits in their final order. */
export interface RankedPage {
  readonly hits: readonly { readonly article: Article; readonly score: number }[]
  readonly total: number
  /** Of all hits; if there are more than are reranked, as the index counts them. */
  readonly completeCount: number
}

/** Candidates that are put in order by their texts. */
const RERANKED = 100

interface Parts {
  readonly index: TermIndex
  readonly facts: DocumentValues
  readonly archive: ArticleArchive
  /** In normal form, by document. */
  readonly headlineOf: (document: number) => string
}

/**
 * Puts candidates in order and reads the articles of one page. By relevance the best {@link RERANKED} are judged
 * by their text too; what comes after them stays in the order of the index, so that paging never repeats a hit.
 */
export async function rankPage(
  candidates: Candidates,
  plan: QueryPlan,
  page: {
    readonly offset: number
    readonly limit: number
    readonly order: SortOrder
  },
  { index, facts, archive, headlineOf }: Parts,
): Promise<RankedPage> {
  const { documents, scores, completeCount } = candidates
  const { offset, limit, order } = page
  const clauses = candidates.clauses.map((it) => it.clause)
  const end = offset + limit
  // Candidates are told by their places in `documents`.
  const documentAt = (place: number) => documents[place] ?? 0
  const dateAt = (place: number) => facts.dateOf(documentAt(place))
  const scoreAt = (place: number) => scores[place] ?? 0
  const completeAt = (place: number) => (place < completeCount ? 1 : 0)
  const undatedAt = (place: number) => (dateAt(place) === 0 ? 1 : 0)
  const newest = (a: number, b: number) => dateAt(b) - dateAt(a) || documentAt(b) - documentAt(a)
  const oldest = (a: number, b: number) =>
    undatedAt(a) - undatedAt(b) || dateAt(a) - dateAt(b) || documentAt(a) - documentAt(b)
  const relevance = (a: number, b: number) =>
    completeAt(b) - completeAt(a) || scoreAt(b) - scoreAt(a) || newest(a, b)
  const read = (places: readonly number[]) =>
    archive.getMany(places.map((place) => index.idOf(documentAt(place)) ?? ''))

  if (order !== 'relevance') {
    const shown = topK(documents.length, end, order === 'newest' ? newest : oldest).slice(offset)
    const articles = await read(shown)
    const hits = shown.flatMap((place, i) => hitOf(articles[i], scoreAt(place)))
    return { hits, total: documents.length, completeCount }
  }

  const sorted = topK(documents.length, Math.max(RERANKED, end), relevance)
  const first = sorted.slice(0, RERANKED)
  const better = (a: RankedCandidate, b: RankedCandidate) =>
    Number(b.complete) - Number(a.complete) || b.score - a.score || newest(a.place, b.place)
  const isCountKnown = documents.length > RERANKED || clauses.every((it) => it.required || isSure(it))
  const mustRead = isCountKnown ? 0 : completeCount
  // Whoever is behind the last one shown with the best text that it may have need not be read.
  const upperBound = first.length > Math.max(mustRead, end) ? upperBoundOf(plan, index, headlineOf) : () => 1
  const upperBounds = first
    .map((place) => ({
      place,
      complete: place < completeCount,
      score: scoreAt(place) * upperBound(documentAt(place)),
    }))
    .toSorted(better)
  const look = async (places: readonly number[]) => {
    const articles = await read(places)
    return places.flatMap((place, i) => {
      const article = articles[i]
      if (article === undefined) return []
      const { complete, factor } = rescore(article, plan, clauses)
      return [{ place, article, complete: complete && place < completeCount, score: scoreAt(place) * factor }]
    })
  }
  const { hits, seen } = await rerank(upperBounds, { end, mustRead, better, look })
  const later = sorted
    .slice(RERANKED)
    .slice(Math.max(0, offset - hits.length), Math.max(0, end - hits.length))
  const laterArticles = await read(later)
  return {
    hits: [
      ...hits.slice(offset, end).map(({ article, score }) => ({ article, score })),
      ...later.flatMap((place, i) => hitOf(laterArticles[i], scoreAt(place))),
    ],
    total: documents.length - (seen - hits.length),
    completeCount: isCountKnown ? completeCount : hits.filter((it) => it.complete).length,
  }
}

const hitOf = (article: Article | undefined, score: number) =>
  article === undefined ? [] : [{ article, score }]
