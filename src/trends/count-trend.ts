import type { AllFound, FoundArticle, SearchEngine, SearchFilter } from '../search/index.ts'
import { renderQuery } from '../search/index.ts'
import type { Archive, ArchiveDay } from '../store/index.ts'
import { findPeaks } from './find-peaks.ts'
import { fittingLength, type Period, type PeriodLength, periodsOf } from './period.ts'
import { splitQueries } from './split-queries.ts'
import type { Trend, TrendLine } from './trend.ts'

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
  const dated = found.flatMap(({ articles }) => articles.find(({ date }) => date > 0)?.date ?? [])
  const [newest, oldest] = [days[0]?.day, days.at(-1)?.day]
  if (dated.length === 0 || newest === undefined || oldest === undefined) return undefined
  const firstFound = dayOf(Math.min(...dated))
  const starts = found.map(({ topic }) => topic.filter.from ?? firstFound)
  const ends = found.map(({ topic }) => topic.filter.to ?? newest)
  return { from: max([oldest, min(starts)]), to: min([newest, max(ends)]) }
}

const min = (days: readonly string[]) => days.reduce((a, b) => (a < b ? a : b))
const max = (days: readonly string[]) => days.reduce((a, b) => (a > b ? a : b))

/** 20240608 → `2024-06-08`. */
const dayOf = (date: number) => String(date).replace(/^(\d{4})(\d\d)/, '$1-$2-')

/** For each period the sum of what lies in it. Periods are ascending and leave no gap. */
function countByPeriod(
  days: readonly (readonly [day: string, count: number])[],
  periods: readonly Period[],
): readonly number[] {
  const counts = periods.map(() => 0)
  for (const [day, count] of days) {
    const at = placeOf(day, periods)
    if (at !== undefined) counts[at] = (counts[at] ?? 0) + count
  }
  return counts
}

/** By halving. */
function placeOf(day: string, periods: readonly Period[]): number | undefined {
  let [low, high] = [0, periods.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const period = periods[middle]
    if (period === undefined) return undefined
    if (day < period.from) high = middle - 1
    else if (day > period.to) low = middle + 1
    else return middle
  }
  return undefined
}

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
  const dated = articles.filter(({ date }) => date > 0)
  const byDay = new Map<number, FoundArticle[]>()
  for (const it of dated) {
    const those = byDay.get(it.date)
    if (those) those.push(it)
    else byDay.set(it.date, [it])
  }
  const counts = countByPeriod(
    Array.from(byDay, ([date, those]) => [dayOf(date), those.length] as const),
    periods,
  )
  const best = (at: number) => {
    const inPeriod = Array.from(byDay).flatMap(([date, those]) =>
      placeOf(dayOf(date), periods) === at ? those : [],
    )
    return inPeriod.reduce((a, b) => (b.score > a.score ? b : a)).id
  }
  const { from: _from, to: _to, ...filter } = topic.filter
  return {
    query: renderQuery({ ...topic, filter }) || typed,
    asked: { ...asked, filter: { ...shared, ...asked.filter } },
    isByWords,
    otherNames,
    problems,
    total: counts.reduce((sum, it) => sum + it, 0),
    undated: articles.length - dated.length,
    points: periods.map((period, at) => {
      const count = counts[at] ?? 0
      const all = printed[at] ?? 0
      return { ...period, count, per1000: all === 0 ? undefined : round((count * 1000) / all) }
    }),
    peaks: new Map(findPeaks(counts).map((at) => [at, best(at)])),
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
