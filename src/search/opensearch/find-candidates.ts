import type { ArticleArchive } from '../ranking/article-archive.ts'
import type { Candidate, CandidateSource, CountedClause, FindOptions } from '../ranking/candidate-source.ts'
import { ENOUGH_COMPLETE, sharesOf } from '../ranking/clauses-that-count.ts'
import type { QueryPlan } from '../ranking/query-plan.ts'
import { inverseDocumentFrequency, type TermCounts } from '../ranking/term-counts.ts'
import {
  type Absent,
  allOf,
  certainQuery,
  clauseQuery,
  EVERYTHING,
  filterQueries,
  leavesOf,
  matchingQuery,
  NOTHING,
  type ServerQuery,
} from './clause-queries.ts'
import { countClauses } from './count-clauses.ts'
import { scoringTerms } from './score-terms.ts'
import type { SearchIndex } from './search-index.ts'
import { doubtsAbout, settleDoubts } from './settle-doubts.ts'
import { type Found, readWindow } from './window.ts'

interface Parts {
  readonly index: SearchIndex
  readonly archive: ArticleArchive
  readonly counts: TermCounts
}

/** Numbers of 32 bits on the server, and of 64 here: an article on the border is a hit on both. */
const JUST_BELOW = 1 - 1e-6

/** Asks a server what `findCandidates` asks the index in memory, in two to four requests. */
export async function findOnServer(
  plan: QueryPlan,
  { filter, order, window }: FindOptions,
  { index, archive, counts }: Parts,
  signal?: AbortSignal,
): Promise<Awaited<ReturnType<CandidateSource['find']>>> {
  const filters = [...filterQueries(plan.filter), ...filterQueries(filter)]
  const barredBy = (absent: Absent) =>
    plan.excluded.map((it) => certainQuery(it, absent) ?? matchingQuery(it, absent))
  const allBy = (clauses: readonly CountedClause[], absent: Absent) =>
    allOf([...clauses.map((it) => holding(it, absent)), EVERYTHING])
  let cut: ReturnType<typeof scoringTerms>['cut']

  /** A window of what a query finds, without what texts tell to be no hits. */
  const read = async (query: ServerQuery, absent: Absent, places: FindOptions['window']): Promise<Found> => {
    const doubts = doubtsAbout(plan, absent)
    const noHits = await settleDoubts(index, archive, query, doubts, signal)
    const excluded: readonly ServerQuery[] = noHits && noHits.length > 0 ? [{ ids: { values: noHits } }] : []
    const terms = scoringTerms(plan.terms, counts, index.mostClauses - leavesOf(query) - RESERVED)
    cut = terms.cut ?? cut
    const scored = {
      bool: { filter: [query], must_not: excluded, should: terms.queries, minimum_should_match: 0 },
    }
    const found = await readWindow(index, scored, order, places, plan.parts.length, signal)
    if (noHits !== undefined || found.candidates.length === 0) return found
    // Too many to tell the total exactly; what is shown is looked at.
    const shown = allOf([query, { ids: { values: found.candidates.map(({ id }) => id) } }])
    const wrong = new Set(await settleDoubts(index, archive, shown, doubts, signal))
    return { ...found, candidates: found.candidates.filter(({ id }) => !wrong.has(id)) }
  }

  const readComplete = async (clauses: readonly CountedClause[], absent: Absent): Promise<Found> =>
    clauses.some(({ count }) => count === 0)
      ? { candidates: [], total: 0 }
      : read(
          allOf([...filters, allBy(clauses, absent)], barredBy(absent)),
          absent,
          isByDate(order) ? { from: 0, to: window.to } : window,
        )

  // Mostly every word stands somewhere. Then the articles can be asked for while the clauses are counted.
  const none: Absent = new Set()
  const expected = plan.clauses.flatMap((clause) => (clause.residue ? [] : [{ clause, count: 1 }]))
  const [counted, guess] = await Promise.allSettled([
    countClauses(index, plan, signal),
    readComplete(expected, none),
  ])
  if (counted.status === 'rejected') throw counted.reason
  const { clauses, absent, documentCount } = counted.value
  const isAsExpected =
    absent.size === 0 &&
    clauses.length === expected.length &&
    clauses.every(({ clause, count }, i) => count > 0 && clause === expected[i]?.clause)
  if (isAsExpected && guess.status === 'rejected') throw guess.reason
  const complete: Found =
    isAsExpected && guess.status === 'fulfilled' ? guess.value : await readComplete(clauses, absent)
  const all = allBy(clauses, absent)
  const barred = barredBy(absent)
  const answer = (candidates: readonly Candidate[], total: number) => ({
    candidates,
    total,
    completeCount: complete.total,
    clauses,
    ...(index.isPartial && { partial: true as const }),
    ...(cut && { cut }),
  })
  const asComplete = (it: Found['candidates'][number]): Candidate => ({ ...it, complete: true })
  if (complete.total >= ENOUGH_COMPLETE || clauses.length === 0) {
    const candidates = isByDate(order) ? complete.candidates.slice(window.from) : complete.candidates
    return answer(candidates.map(asComplete), complete.total)
  }

  const someWords = (share: number) => {
    const holdsEnough = enoughQuery(clauses, absent, documentCount, share)
    const places = isByDate(order)
      ? { from: 0, to: window.to }
      : { from: Math.max(0, window.from - complete.total), to: Math.max(0, window.to - complete.total) }
    return read(allOf([...filters, holdsEnough], [all, ...barred]), absent, places)
  }
  const [share, lenientShare] = sharesOf(plan, clauses.length)
  let some = await someWords(share)
  if (lenientShare !== undefined && complete.total + some.total === 0) some = await someWords(lenientShare)
  const both = [
    ...complete.candidates.map(asComplete),
    ...some.candidates.map((it): Candidate => ({ ...it, complete: false })),
  ]
  const candidates = isByDate(order) ? both.toSorted(byDate[order]).slice(window.from, window.to) : both
  return answer(candidates, complete.total + some.total)
}

/** Clauses that are not counted by {@link leavesOf}. */
const RESERVED = 8

const isByDate = (order: FindOptions['order']): order is 'newest' | 'oldest' => order !== 'relevance'

const undated = ({ date }: Candidate) => (date === 0 ? 1 : 0)
const byDate = {
  newest: (a: Candidate, b: Candidate) => b.date - a.date || b.number - a.number,
  oldest: (a: Candidate, b: Candidate) => undated(a) - undated(b) || a.date - b.date || a.number - b.number,
}

const holding = ({ clause, count }: CountedClause, absent: Absent): ServerQuery =>
  count === 0 ? NOTHING : clauseQuery(clause, absent)

/** Articles that hold every required clause, and enough of what the clauses say; see `partialMatches`. */
function enoughQuery(
  clauses: readonly CountedClause[],
  absent: Absent,
  documentCount: number,
  share: number,
): ServerQuery {
  const weighted = clauses.filter(({ clause, count }) => count > 0 || clause.required)
  const total = weighted.reduce((sum, { count }) => sum + inverseDocumentFrequency(count, documentCount), 0)
  const required = weighted.filter(({ clause }) => clause.required).map((it) => holding(it, absent))
  if (weighted.length === 0) return NOTHING
  const enough: ServerQuery = {
    function_score: {
      // Each clause is walked through once, and adds what it weighs. Functions with filters would walk through all of them twice.
      query: {
        bool: {
          should: weighted.map((it) => ({
            constant_score: {
              filter: holding(it, absent),
              boost: inverseDocumentFrequency(it.count, documentCount),
            },
          })),
        },
      },
      min_score: share * total * JUST_BELOW,
    },
  }
  return allOf([...required, enough])
}
