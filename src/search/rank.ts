import type { Article } from '../domain/index.ts'
import type { Candidates } from './candidates.ts'
import type { DocumentFacts } from './document-facts.ts'
import { isSure } from './holders.ts'
import { lookAtBest, type Rated } from './look-at-best.ts'
import type { QueryPlan, Unit } from './query-plan.ts'
import type { ArticleArchive, SearchOptions } from './search-engine.ts'
import { ceilingOf, lookAgain } from './second-look.ts'
import type { TermIndex } from './term-index.ts'
import { topOf } from './top-of.ts'

export interface RankedPage {
  readonly hits: readonly { readonly article: Article; readonly score: number }[]
  readonly total: number
  /** Of all hits; where there are more than get a second look, as the index counts them. */
  readonly completeCount: number
}

/** Candidates that are put in order by their texts. */
const SECOND_LOOK = 100

interface Parts {
  readonly index: TermIndex
  readonly facts: DocumentFacts
  readonly archive: ArticleArchive
  /** In normal form, by document. */
  readonly headlineOf: (document: number) => string
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
  { index, facts, archive, headlineOf }: Parts,
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
  const better = (a: Rated, b: Rated) =>
    Number(b.complete) - Number(a.complete) || b.score - a.score || newest(a.place, b.place)
  const isCountKnown = documents.length > SECOND_LOOK || units.every(isSure)
  const mustSee = mayLose(plan, units) ? first.length : isCountKnown ? 0 : completeCount
  // Whoever is behind the last one shown with the best text that it may have need not be read.
  const ceiling = first.length > Math.max(mustSee, end) ? ceilingOf(plan, index, headlineOf) : () => 1
  const ceilings = first
    .map((place) => ({
      place,
      complete: place < completeCount,
      score: scoreAt(place) * ceiling(documentAt(place)),
    }))
    .toSorted(better)
  const look = async (places: readonly number[]) => {
    const articles = await read(places)
    return places.flatMap((place, i) => {
      const article = articles[i]
      const looked = article && lookAgain(article, plan, units)
      return article && looked?.admissible
        ? [{ place, article, complete: looked.complete, score: scoreAt(place) * looked.factor }]
        : []
    })
  }
  const { hits, seen } = await lookAtBest(ceilings, { end, mustSee, better, look })
  const later = sorted
    .slice(SECOND_LOOK)
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

/** True where a text may show that a candidate is no hit after all. */
const mayLose = (plan: QueryPlan, units: readonly Unit[]): boolean =>
  plan.excluded.length > 0 || units.some((it) => it.mandatory)

const hitOf = (article: Article | undefined, score: number) =>
  article === undefined ? [] : [{ article, score }]
