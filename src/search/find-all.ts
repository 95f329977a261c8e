import type { ArticleId } from '../domain/index.ts'
import type { Tokeniser } from '../language/index.ts'
import { parseQuery } from './query/parse-query.ts'
import type { ParsedQuery, Phrase, QueryProblem, SearchFilter } from './query/query.ts'
import type { Calendar } from './query/query-dates.ts'
import { readQuestion } from './query/question.ts'
import type { CandidateSource } from './ranking/candidate-source.ts'
import { type OtherNames, otherNamesIn } from './ranking/names-in-plan.ts'
import { planQuery, type QueryPlan } from './ranking/query-plan.ts'
import { standsIn, type TermCounts } from './ranking/term-counts.ts'

/** An article that holds all of a query. */
export interface FoundArticle {
  readonly id: ArticleId
  /** Day of the issue as a number (20240608); 0 if there is none. */
  readonly date: number
  /** How much it says of the query: BM25, 0 or more. To be compared within one answer only. */
  readonly score: number
}

/** Every article that holds a query, and how the query was read. */
export interface AllFound {
  /** By day, the oldest first; those without a date come last. */
  readonly articles: readonly FoundArticle[]
  /** What was asked about, without fillers; days that it named are in its filter. */
  readonly topic: ParsedQuery
  /** What was looked for: the topic, with phrases where it stands as it was typed. */
  readonly asked: ParsedQuery
  /** True if no article holds the topic as it was typed: then those were found that hold all of its words. */
  readonly isByWords: boolean
  /** Names in the query that go by others too, which count as well: those that stand in the archive. */
  readonly otherNames: readonly OtherNames[]
  readonly problems: readonly QueryProblem[]
  /** There if part of a search server did not answer: there may be more. */
  readonly partial?: true
}

/** What articles are found in. */
interface Parts {
  readonly source: CandidateSource
  readonly counts: TermCounts
  readonly calendar: Calendar
  readonly tokeniser: Tokeniser
}

/** More articles than any archive has. */
const ALL = 1_000_000_000

/**
 * Finds all articles that hold what a query asks for, for counting. Other than a search it brings nothing that holds some of the
 * words only, and a topic of several words (数字经济) is looked for as it was typed, unless no article holds it so. Nothing is
 * corrected. Days in the query (去年, 6月) narrow it in any case.
 */
export async function findAll(
  query: string,
  { today, filter = {} }: { readonly today?: string; readonly filter?: SearchFilter },
  { source, counts, calendar, tokeniser }: Parts,
): Promise<AllFound> {
  const read = (day: string | undefined) => {
    const { understood, problems } = parseQuery(query, day, calendar)
    return { problems, topic: withDaysAsFilter(readQuestion(understood, tokeniser, standsIn(counts)).query) }
  }
  const now = read(today)
  const newest = calendar.newest()
  const { from, to } = now.topic.filter
  const isBeyond = newest !== undefined && from !== undefined && to !== undefined && from > newest
  // This year and last month of an archive that ended long ago are its own.
  const { topic, problems } = isBeyond && today !== undefined ? read(newest) : now
  const find = async (asked: ParsedQuery) => {
    const plan = planQuery(asked, tokeniser)
    const { candidates, partial } = await source.find(exactly(plan), {
      filter,
      order: 'oldest',
      window: { from: 0, to: ALL },
    })
    return {
      articles: candidates.flatMap(({ id, date, score, complete }) => (complete ? { id, date, score } : [])),
      topic,
      asked,
      otherNames: otherNamesIn(plan, counts),
      problems,
      ...(partial && { partial }),
    }
  }
  if (problems.some(({ kind }) => kind === 'nothingAsked'))
    return { articles: [], topic, asked: topic, isByWords: false, otherNames: [], problems }
  const typed: ParsedQuery = {
    ...topic,
    wanted: topic.wanted.map((alternatives) =>
      isOfSeveralWords(alternatives, (it) => planQuery(it, tokeniser))
        ? alternatives.map((it) => ({ ...it, exact: true }))
        : alternatives,
    ),
  }
  const found = await find(typed)
  if (found.articles.length > 0 || typed.wanted.every((it, i) => it === topic.wanted[i]))
    return { ...found, isByWords: false }
  return { ...(await find(topic)), isByWords: true }
}

/** Days are what an article is counted by, not words of it. */
function withDaysAsFilter({ wanted, excluded, filter }: ParsedQuery): ParsedQuery {
  const days = wanted.flatMap(([it, ...others]) =>
    it?.dates && others.length === 0 ? [{ from: it.dates.from, to: it.dates.to }] : [],
  )
  return {
    wanted: wanted.filter(([it, ...others]) => !it?.dates || others.length > 0),
    excluded,
    filter: Object.assign({}, filter, ...days),
  }
}

function isOfSeveralWords(alternatives: readonly Phrase[], plan: (query: ParsedQuery) => QueryPlan): boolean {
  if (alternatives.length !== 1) return false
  const { clauses } = plan({ wanted: [alternatives], excluded: [], filter: {} })
  return clauses.filter(({ residue }) => !residue).length > 1
}

/** Where the index leaves a doubt, texts decide; what the segmenter left over between words are particles mostly. */
const exactly = (plan: QueryPlan): QueryPlan => ({
  ...plan,
  clauses: plan.clauses.flatMap(({ alternatives, residue }) =>
    residue ? [] : [{ alternatives, residue, required: true, shortPart: undefined }],
  ),
})
