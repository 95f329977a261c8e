import type { DateRange } from '../query/query-dates.ts'
import { DocumentSet } from '../term-index/document-set.ts'
import { type DocumentTest, everything } from '../term-index/document-values.ts'
import type { TermIndex } from '../term-index/term-index.ts'
import type { CountedClause } from './candidate-source.ts'
import { ENOUGH_COMPLETE, sharesOf, thoseThatCount } from './clauses-that-count.ts'
import { doubtfulDocuments, matchingDocuments } from './matching-documents.ts'
import type { Clause, QueryPlan, TermClause } from './query-plan.ts'
import { inverseDocumentFrequency } from './term-counts.ts'
import type { Doubt, TextChecks } from './text-checks.ts'

/** What the index says about a query, and the texts where it is in doubt. */
export interface Candidates {
  /** Documents that are hits: those that hold every clause, then those that hold some, each by ascending number. */
  readonly documents: Uint32Array
  /** How many of them hold every clause. */
  readonly completeCount: number
  /** By place in `documents`. */
  readonly scores: Float64Array
  /** The clauses that count, and for each how many documents hold it. */
  readonly clauses: readonly CountedClause[]
}

interface DocumentTests {
  /** Called for documents that hold enough of the words. */
  readonly passes: DocumentTest
  readonly issuedIn: (dates: DateRange) => DocumentTest
  readonly texts: TextChecks
}

/** A clause that counts, and the documents that hold it. */
interface MatchedClause {
  readonly clause: Clause
  readonly matching: DocumentSet
  readonly count: number
  /** Of a required clause: what only texts can tell. */
  readonly doubts: readonly Doubt[]
}

/**
 * Finds the hits of a query: documents that hold every clause and, if those are fewer than ten, also documents that hold
 * enough of them by inverse document frequency. Of required and excluded clauses every text is looked at that the index
 * cannot vouch for.
 */
export async function findCandidates(
  index: TermIndex,
  plan: QueryPlan,
  tests: DocumentTests,
): Promise<Candidates> {
  const clauses = clausesThatCount(index, plan, tests)
  const excluded = plan.excluded.map((it) => matchedTerm(index, it))
  const barred = new DocumentSet(index.capacity)
  for (const { certain } of excluded) barred.join(certain)
  const doubts = {
    required: clauses.flatMap((it) => (it.doubts.length > 0 ? [it] : [])),
    excluded: excluded.flatMap((it) => it.doubt ?? []),
  }
  const settled = (documents: Uint32Array) => settle(documents, doubts, index, tests.texts)

  const all = everyDocument(index)
  for (const { matching } of clauses) all.meet(matching)
  all.subtract(barred)
  const complete = await settled(passing(all, tests.passes))
  let documents = complete
  if (complete.length < ENOUGH_COMPLETE) {
    const partial = async (share: number) => {
      const { promising, holdsEnough } = partialMatches(index, clauses, share)
      promising.subtract(all)
      promising.subtract(barred)
      // The filter first: it costs less, and leaves less to be weighed.
      return settled(passing(promising, (document) => tests.passes(document) && holdsEnough(document)))
    }
    const [share, lenientShare] = sharesOf(plan, clauses.length)
    let some = await partial(share)
    if (lenientShare !== undefined && complete.length + some.length === 0) some = await partial(lenientShare)
    documents = new Uint32Array(complete.length + some.length)
    documents.set(complete)
    documents.set(some, complete.length)
  }
  return {
    documents,
    completeCount: complete.length,
    scores: index.scores(plan.terms, documents),
    clauses,
  }
}

/** Leaves out documents whose texts lack a required clause, or hold an excluded one. */
async function settle(
  documents: Uint32Array,
  doubts: { readonly required: readonly MatchedClause[]; readonly excluded: readonly Doubt[] },
  index: TermIndex,
  texts: TextChecks,
): Promise<Uint32Array> {
  if (documents.length === 0 || doubts.required.length + doubts.excluded.length === 0) return documents
  const candidates = new DocumentSet(index.capacity)
  candidates.addAll(documents, documents.length)
  const inQuestion = ({ clause, documents: doubtful }: Doubt): Doubt => {
    const both = doubtful.copy()
    both.meet(candidates)
    return { clause, documents: both }
  }
  const asked = [...doubts.required.flatMap((it) => it.doubts), ...doubts.excluded].map(inQuestion)
  const holding = await texts.settle(asked)
  let next = 0
  for (const clause of doubts.required) {
    const lacking = new DocumentSet(index.capacity)
    const found = new DocumentSet(index.capacity)
    for (const _ of clause.doubts) {
      lacking.join(asked[next]?.documents ?? found)
      found.join(holding[next] ?? found)
      next++
    }
    lacking.subtract(found)
    candidates.subtract(lacking)
  }
  for (const found of holding.slice(next)) candidates.subtract(found)
  return candidates.toArray()
}

/** Those that pass, ascending. */
function passing(set: DocumentSet, passes: DocumentTest): Uint32Array {
  const documents = set.toArray()
  if (passes === everything) return documents
  let count = 0
  for (let i = 0; i < documents.length; i++) {
    const document = documents[i] ?? 0
    if (passes(document)) documents[count++] = document
  }
  return documents.subarray(0, count)
}

function clausesThatCount(index: TermIndex, plan: QueryPlan, tests: DocumentTests): readonly MatchedClause[] {
  const clauses = plan.clauses.map((clause) => {
    const { matching, doubts } = documentsOfClause(index, clause, tests)
    return { clause, matching, doubts, count: matching.size }
  })
  return thoseThatCount(clauses, ({ clause }) => ({
    clause,
    matching: new DocumentSet(0),
    count: 0,
    doubts: [],
  }))
}

/**
 * Documents that hold every required clause and one of those that say most, which is all that may hold enough of what the
 * clauses say; and whether one of them does.
 */
function partialMatches(
  index: TermIndex,
  clauses: readonly MatchedClause[],
  minimumShare: number,
): { readonly promising: DocumentSet; readonly holdsEnough: DocumentTest } {
  const weighted = clauses
    .filter(({ clause, count }) => count > 0 || clause.required)
    .map(({ clause, matching, count }) => ({
      clause,
      matching,
      weight: inverseDocumentFrequency(count, index.documentCount),
    }))
  const total = weighted.reduce((sum, it) => sum + it.weight, 0)
  const promising = new DocumentSet(index.capacity)
  // Whoever holds none of the rarest cannot hold enough: so many are looked at that the others together say too little.
  let others = total
  for (const { weight, matching } of weighted.toSorted((a, b) => b.weight - a.weight)) {
    if (others < minimumShare * total * JUST_BELOW) break
    promising.join(matching)
    others -= weight
  }
  for (const { clause, matching } of weighted) if (clause.required) promising.meet(matching)
  const holdsEnough = (document: number) => {
    let said = 0
    for (const { weight, matching } of weighted) if (matching.has(document)) said += weight
    return said >= minimumShare * total
  }
  return { promising, holdsEnough }
}

/** Sums in another order differ in their last digit. */
const JUST_BELOW = 1 - 1e-9

function everyDocument(index: TermIndex): DocumentSet {
  const documents = new DocumentSet(index.capacity)
  index.addAllLive(documents)
  return documents
}

/** Documents that hold one of the alternatives, and what is not certain of them. */
function documentsOfClause(
  index: TermIndex,
  { alternatives, required }: Clause,
  tests: DocumentTests,
): Pick<MatchedClause, 'matching' | 'doubts'> {
  const matching = new DocumentSet(index.capacity)
  const certain = new DocumentSet(index.capacity)
  const doubts: Doubt[] = []
  for (const clause of alternatives) {
    const { dates } = clause
    if (dates !== undefined) {
      const inRange = tests.issuedIn(dates)
      for (const document of everyDocument(index).toArray()) if (inRange(document)) certain.add(document)
    }
    if (!required) {
      matching.join(matchingDocuments(index, clause))
      continue
    }
    const term = matchedTerm(index, clause)
    certain.join(term.certain)
    if (term.doubt === undefined) continue
    matching.join(term.doubt.documents)
    doubts.push(term.doubt)
  }
  matching.join(certain)
  for (const { documents } of doubts) documents.subtract(certain)
  return { matching, doubts: doubts.filter(({ documents }) => !documents.isEmpty) }
}

/** The documents that hold a term clause for certain, and those that may. */
function matchedTerm(
  index: TermIndex,
  clause: TermClause,
): { readonly certain: DocumentSet; readonly doubt: Doubt | undefined } {
  const certain = matchingDocuments(index, clause)
  const documents = doubtfulDocuments(index, clause, certain)
  if (documents === undefined) return { certain, doubt: undefined }
  certain.subtract(documents)
  return { certain, doubt: { clause, documents } }
}
