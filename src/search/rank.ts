import type { Article } from '../domain/index.ts'
import type { Candidates } from './candidates.ts'
import type { DocumentFacts } from './document-facts.ts'
import type { QueryPlan } from './query-plan.ts'
import type { ArticleArchive, SearchOptions } from './search-engine.ts'
import { lookAgain } from './second-look.ts'
import type { TermIndex } from './term-index.ts'
import { topOf } from './top-of.ts'

export interface RankedPage {
  readonly hits: readonly { readonly article: Article; readonly score: number }[]
  readonly total: number
  /** Of all hits; where there are more than get a second look, as the index counts them. */
  readonly completeCount: number
}

/** Candidates whose text is read before they are put in order. */
const SECOND_LOOK = 100

interface Parts {
  readonly index: TermIndex
  readonly facts: DocumentFacts
  readonly archive: ArticleArchive
}

/**
 * Puts candidates in order and reads the articles of one page. By relevance the best {@link SECOND_LOOK} are judged
 * by their text too; what comes after them stays in the order of the index, so that paging never repeats a hit.
 */
export async function rankPage(
  candidates: Candidates,
  plan: QueryPlan,
  page: {
    readonly offset: number
    readonly limit: number
    readonly order: NonNullable<SearchOptions['order']>
  },
  { index, facts, archive }: Parts,
): Promise<RankedPage> {
  const { documents, scores, completeCount } = candidates
  const { offset, limit, order } = page
  const units = candidates.units.map((it) => it.unit)
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
    const shown = topOf(documents.length, end, order === 'newest' ? newest : oldest).slice(offset)
    const articles = await read(shown)
    const hits = shown.flatMap((place, i) => hitOf(articles[i], scoreAt(place)))
    return { hits, total: documents.length, completeCount }
  }

  const sorted = topOf(documents.length, Math.max(SECOND_LOOK, end), relevance)
  const first = sorted.slice(0, SECOND_LOOK)
  const articles = await read(first)
  const looked = first.flatMap((place, i) => {
    const article = articles[i]
    const look = article && lookAgain(article, plan, units)
    return article && look?.admissible
      ? [{ place, article, complete: look.complete, score: scoreAt(place) * look.factor }]
      : []
  })
  looked.sort(
    (a, b) => Number(b.complete) - Number(a.complete) || b.score - a.score || newest(a.place, b.place),
  )
  const later = sorted
    .slice(SECOND_LOOK)
    .slice(Math.max(0, offset - looked.length), Math.max(0, end - looked.length))
  const laterArticles = await read(later)
  return {
    hits: [
      ...looked.slice(offset, end).map(({ article, score }) => ({ article, score })),
      ...later.flatMap((place, i) => hitOf(laterArticles[i], scoreAt(place))),
    ],
    total: documents.length - (first.length - looked.length),
    completeCount: documents.length > SECOND_LOOK ? completeCount : looked.filter((it) => it.complete).length,
  }
}

const hitOf = (article: Article | undefined, score: number) =>
  article === undefined ? [] : [{ article, score }]
