import type { AllFound, SearchEngine, SearchFilter } from '../search/index.ts'
import type { Archive, ArchiveDay } from '../store/index.ts'
import { countByPeriod, placeOf } from './count-by-period.ts'
import { byDay, mostTelling } from './dated-articles.ts'
import { findPeaks } from './find-peaks.ts'
import { nameOfTopic } from './name-of-topic.ts'
import { fittingLength, type Period, type PeriodLength, periodsOf } from './period.ts'
import { splitQueries } from './split-queries.ts'
import type { Trend, TrendLine } from './trend.ts'

/** A line has so many peaks at most. */
const MOST_PEAKS = 3

/** What articles are counted in. */
export interface TrendParts {
  readonly search: Pick<SearchEngine, 'findAll'>
  readonly archive: Pick<Archive, 'days' | 'getMany'>
}

/** How a trend is counted. */
export interface TrendOptions {
  /** `YYYY-MM-DD`, the day that 去年 is counted from. */
  readonly today: string
  /** The length that fits the span unless told. */
  readonly by?: PeriodLength
}

/**
 * Counts the articles that hold each of some queries, day by day or year by year. The span is that of the days in the query,
 * as far as the archive has them, else from the first article that is counted to the newest issue. Days that only one
 * query names (`高铁, 大熊猫 去年`) are meant for all.
 * @param asked one query, or up to four with commas between them
 */
export async function countTrend(
  asked: string,
  { today, by: wanted }: TrendOptions,
  { search, archive }: TrendParts,
): Promise<Trend> {
  const { queries, leftOut } = splitQueries(asked)
  const days = await archive.days()
  const first = await Promise.all(queries.map((it) => search.findAll(it, { today })))
  const shared = daysOf(first.findLast(({ topic }) => daysOf(topic.filter) !== undefined)?.topic.filter)
  const found = await Promise.all(
    first.map(async (it, i) =>
      shared === undefined || daysOf(it.topic.filter) !== undefined
        ? it
        : search.findAll(queries[i] ?? '', { today, filter: shared }),
    ),
  )
  const span = spanOf(found, days)
  const by = wanted ?? fittingLength(span ?? { from: today, to: today })
  const periods = span ? periodsOf(span, by) : []
  const printed = countByPeriod(
    days.map(({ day, articles }) => [day, articles] as const),
    periods,
  )
  const lines = found.map((it, i) => lineOf(queries[i] ?? '', it, periods, printed, shared))
  return {
    by,
    lines: await withHeadlines(lines, archive),
    leftOut,
    ...(found.some(({ partial }) => partial) && { partial: true as const }),
  }
}

/** The days of a filter, if it has any. */
const daysOf = (filter: SearchFilter = {}): SearchFilter | undefined =>
  filter.from === undefined && filter.to === undefined
    ? undefined
    : { ...(filter.from && { from: filter.from }), ...(filter.to && { to: filter.to }) }

function spanOf(found: readonly AllFound[], days: readonly ArchiveDay[]): Period | undefined {
  const firstDays = found.flatMap((it) => [...byDay(it).keys()][0] ?? [])
  const [newest, oldest] = [days[0]?.day, days.at(-1)?.day]
  if (firstDays.length === 0 || newest === undefined || oldest === undefined) return undefined
  const starts = found.map(({ topic }) => topic.filter.from ?? min(firstDays))
  const ends = found.map(({ topic }) => topic.filter.to ?? newest)
  return { from: max([oldest, min(starts)]), to: min([newest, max(ends)]) }
}

const min = (days: readonly string[]) => days.reduce((a, b) => (a < b ? a : b))
const max = (days: readonly string[]) => days.reduce((a, b) => (a > b ? a : b))

/** A line whose peaks have no headline yet. */
interface Counted extends TrendLine {
  readonly peaks: ReadonlyMap<number, string>
}

function lineOf(
  typed: string,
  { articles, topic, asked, isByWords, otherNames, problems }: AllFound,
  periods: readonly Period[],
  printed: readonly number[],
  shared: SearchFilter | undefined,
): Counted {
  const days = byDay({ articles })
  const counts = countByPeriod(
    Array.from(days, ([day, those]) => [day, those.length] as const),
    periods,
  )
  const best = (at: number) =>
    mostTelling(Array.from(days).flatMap(([day, those]) => (placeOf(day, periods) === at ? those : []))).id
  return {
    query: nameOfTopic(topic, typed),
    asked: { ...asked, filter: { ...shared, ...asked.filter } },
    isByWords,
    otherNames,
    problems,
    total: counts.reduce((sum, it) => sum + it, 0),
    undated: articles.filter(({ date }) => date === 0).length,
    points: periods.map((period, at) => {
      const count = counts[at] ?? 0
      const all = printed[at] ?? 0
      return { ...period, count, per1000: all === 0 ? undefined : round((count * 1000) / all) }
    }),
    peaks: new Map(findPeaks(counts, MOST_PEAKS).map((at) => [at, best(at)])),
  }
}

/** To hundredths. */
const round = (value: number) => Math.round(value * 100) / 100

async function withHeadlines(
  lines: readonly Counted[],
  archive: TrendParts['archive'],
): Promise<readonly TrendLine[]> {
  const ids = lines.flatMap(({ peaks }) => [...peaks.values()])
  const articles = await archive.getMany(ids)
  const headlines = new Map(ids.map((id, i) => [id, articles[i]?.headline]))
  return lines.map(({ peaks, ...line }) => ({
    ...line,
    points: line.points.map((point, at) => {
      const id = peaks.get(at)
      const headline = id === undefined ? undefined : headlines.get(id)
      return id === undefined || headline === undefined ? point : { ...point, peak: { id, headline } }
    }),
  }))
}
