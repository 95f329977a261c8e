import type { ArticleId } from '../domain/index.ts'
import type { OtherNames, ParsedQuery, QueryProblem } from '../search/index.ts'
import type { Period, PeriodLength } from './period.ts'

/** How many articles of a period hold a query. */
export interface TrendPoint extends Period {
  readonly count: number
  /** Of a thousand articles of the archive in that period; undefined if it has none. */
  readonly per1000: number | undefined
  /** There if it is a peak of its line: the article that says most of the query. */
  readonly peak?: { readonly id: ArticleId; readonly headline: string }
}

/** One line of a chart. */
export interface TrendLine {
  /** What is counted, in the query language, without days and fillers; as typed if nothing else is left. */
  readonly query: string
  /** The query that search answers with what is counted. */
  readonly asked: ParsedQuery
  /** True if no article holds the query as it was typed: then those are counted that hold all of its words. */
  readonly isByWords: boolean
  /** Other names in the query that count as well. */
  readonly otherNames: readonly OtherNames[]
  readonly problems: readonly QueryProblem[]
  /** Dated articles in the span of the chart: the sum of the points. */
  readonly total: number
  /** Articles that hold the query, and whose day or year is not known: they are in no point. */
  readonly undated: number
  /** One for each period of the span, in order; the same for all lines. */
  readonly points: readonly TrendPoint[]
}

/** How often an archive speaks of something, as time goes by. */
export interface Trend {
  readonly by: PeriodLength
  readonly lines: readonly TrendLine[]
  /** Queries that were left out, because there are too many. */
  readonly leftOut: number
  /** There if part of a search server did not answer: there may be more. */
  readonly partial?: true
}
