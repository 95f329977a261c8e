import type { Article, ArticleId } from '../../domain/index.ts'
import type { SearchFilter } from '../query/query.ts'
import { DocumentSet } from '../term-index/document-set.ts'
import type { DocumentValues } from '../term-index/document-values.ts'
import type { HeadlineVectors } from '../term-index/headline-vectors.ts'
import type { Headlines } from '../term-index/headlines.ts'
import type { TermIndex } from '../term-index/term-index.ts'
import { topK } from '../term-index/top-k.ts'
import type { ArticleArchive } from './article-archive.ts'
import type { Candidate, CandidateSource, Held } from './candidate-source.ts'
import { type Candidates, findCandidates } from './candidates.ts'
import { matchingDocuments } from './matching-documents.ts'
import type { QueryPlan, TermClause } from './query-plan.ts'
import { createTextChecks } from './text-checks.ts'

/** What a source in memory is made of. */
interface MemoryParts {
  readonly index: TermIndex
  readonly facts: DocumentValues
  readonly archive: ArticleArchive
  readonly headlines: Headlines
  readonly meanings: HeadlineVectors
  readonly add: (articles: readonly Article[], more?: boolean) => Promise<void>
  readonly remove: (ids: readonly ArticleId[]) => Promise<void>
}

/** Candidates out of an index in memory, which knows all of the archive. */
export function createMemorySource(parts: MemoryParts): CandidateSource {
  const { index, facts, archive, headlines, meanings, add, remove } = parts
  const texts = createTextChecks(index, archive)
  let revision = 0
  let last: { readonly key: readonly unknown[]; readonly found: Promise<Candidates> } | undefined
  /** A page far behind is asked for in two windows of one plan. */
  const candidatesOf = (plan: QueryPlan, filter: SearchFilter): Promise<Candidates> => {
    const key = [plan, filter, index.capacity, index.documentCount]
    if (last === undefined || key.some((it, i) => it !== last?.key[i]))
      last = {
        key,
        found: findCandidates(index, plan, {
          passes: facts.matcher(plan.filter, filter),
          issuedIn: (dates) => facts.matcher(dates),
          texts,
        }),
      }
    return last.found
  }
  return {
    find: async (plan, { filter, order, window }) => {
      const { documents, scores, completeCount, clauses } = await candidatesOf(plan, filter)
      // Candidates are told by their places in `documents`.
      const documentAt = (place: number) => documents[place] ?? 0
      const dateAt = (place: number) => facts.dateOf(documentAt(place))
      const scoreAt = (place: number) => scores[place] ?? 0
      const completeAt = (place: number) => (place < completeCount ? 1 : 0)
      const undatedAt = (place: number) => (dateAt(place) === 0 ? 1 : 0)
      const newest = (a: number, b: number) => dateAt(b) - dateAt(a) || documentAt(b) - documentAt(a)
      const compare = {
        newest,
        oldest: (a: number, b: number) =>
          undatedAt(a) - undatedAt(b) || dateAt(a) - dateAt(b) || documentAt(a) - documentAt(b),
        relevance: (a: number, b: number) =>
          completeAt(b) - completeAt(a) || scoreAt(b) - scoreAt(a) || newest(a, b),
      }[order]
      const places = topK(documents.length, window.to, compare).slice(window.from)
      let boundOf: ReturnType<typeof boundsOf> | undefined
      return {
        candidates: places.map((place) => ({
          id: index.idOf(documentAt(place)) ?? '',
          date: dateAt(place),
          number: documentAt(place),
          score: scoreAt(place),
          complete: place < completeCount,
          // Made only if asked for: where every candidate is read, nobody does.
          get bound() {
            boundOf ??= boundsOf(plan, index, headlines)
            return boundOf(documentAt(place))
          },
        })),
        total: documents.length,
        completeCount,
        clauses,
      }
    },
    nearest: async (terms, without, limit) => {
      const own = index.documentOf(without)
      if (own === undefined) return []
      const matching = new DocumentSet(index.capacity)
      for (const { term, boosts } of terms) index.addMatching(term, boosts, matching)
      matching.delete(own)
      const documents = matching.toArray()
      const scores = index.scores(terms, documents)
      const scoreAt = (place: number) => scores[place] ?? 0
      return topK(documents.length, limit, (a, b) => scoreAt(b) - scoreAt(a) || b - a).map((place) => ({
        id: index.idOf(documents[place] ?? 0) ?? '',
        score: scoreAt(place),
      }))
    },
    alike: async (meaning, { plan, filter, least, limit, others }) => {
      const passes = facts.matcher(plan.filter, filter)
      const { documents } = await candidatesOf(plan, filter)
      const found = new DocumentSet(index.capacity)
      found.addAll(documents, documents.length)
      const nearest = meanings.nearest(meaning, {
        limit,
        least,
        passes: (document) => passes(document) && !found.has(document),
      })
      const rest = others.flatMap((id) => {
        const document = index.documentOf(id)
        return document === undefined ? [] : [{ document, cosine: meanings.cosine(document, meaning) }]
      })
      return [...nearest, ...rest].map(({ document, cosine }) => ({
        id: index.idOf(document) ?? '',
        date: facts.dateOf(document),
        number: document,
        headline: headlines.of(document),
        cosine,
      }))
    },
    headlines: async (texts, newest) => headlines.holding(texts, newest),
    apply: async (changes, upTo, more) => {
      await remove(changes.flatMap(({ id, article }) => (article ? [] : [id])))
      await add(
        changes.flatMap(({ article }) => article ?? []),
        more,
      )
      revision = upTo
    },
    state: async () => ({ documents: index.documentCount, revision }),
  }
}

/** What a document may hold of the parts: by what the index knows of its text, which is too much rather than too little. */
export function boundsOf(
  { parts }: QueryPlan,
  index: TermIndex,
  headlines: Headlines,
): (document: number) => Candidate['bound'] {
  const documentsOf = (it: Pick<TermClause, 'literal'>) =>
    matchingDocuments(index, { literal: it.literal, others: [], field: undefined })
  const held = parts.map((it) => ({ typed: documentsOf(it), others: it.others.map(documentsOf) }))
  return (document) => ({
    headline: headlines.of(document),
    partsHeld: held.map(
      ({ typed, others }): Held =>
        typed.has(document) ? 'typed' : others.some((it) => it.has(document)) ? 'other' : undefined,
    ),
  })
}
