import { toIsoDate } from '../../domain/index.ts'

/** A date that a page's text allows, where neither folio nor path tells it. */
export interface InferredDate {
  /** The likeliest day, `YYYY-MM-DD`. */
  readonly date: string
  /** First and last day that the text allows. */
  readonly earliest: string
  readonly latest: string
}

/** A year with a month, or in a count of what has been: it has come. Not after 至 or 到. */
const PAST_YEAR = /(?<![至到达\d])((?:19|20)\d{2})年(?=\d{1,2}月|度|全年|以来|上半年)/gu
const ANY_YEAR = /(?<![至到达\d])((?:19|20)\d{2})年(?![后底前])/gu
const TODAY = /今[天日][（(](\d{1,2})月(\d{1,2})日[）)]/gu
const SENT = /社[\p{Script=Han}]{1,8}?(\d{1,2})月(\d{1,2})日[电讯]/gu
const EVENT = /(?:^|[。\n])(\d{1,2})月(\d{1,2})日[，上下晚]/gu

/**
 * Infers the day of an issue: a day that the text calls today is the day itself; the last day that it was sent from
 * or tells of is, in a morning paper, the day before. The year is the latest that it often speaks of.
 * @returns `undefined` where the text names no year or no day.
 */
export function inferDate(text: string): InferredDate | undefined {
  const year = latestOftenTold([...yearsOf(text, PAST_YEAR), ...yearsOf(text, ANY_YEAR)])
  if (year === undefined) return undefined
  const today = latestDay(text, TODAY, year)
  if (today !== undefined) return { date: today, earliest: today, latest: today }
  const told = [latestDay(text, SENT, year), latestDay(text, EVENT, year)].filter((it) => it !== undefined)
  const last = told.toSorted().at(-1)
  if (last === undefined) return undefined
  return { date: addDays(last, 1), earliest: last, latest: addDays(last, 2) }
}

const yearsOf = (text: string, pattern: RegExp): number[] =>
  [...text.matchAll(pattern)].map((match) => Number(match[1]))

/** The latest of the years that are told of at least half as often as the one told of most. */
function latestOftenTold(years: readonly number[]): number | undefined {
  const counts = new Map<number, number>()
  for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1)
  const most = Math.max(0, ...counts.values())
  return [...counts]
    .flatMap(([year, count]) => (count * 2 >= most ? [year] : []))
    .toSorted((a, b) => b - a)[0]
}

const latestDay = (text: string, pattern: RegExp, year: number): string | undefined =>
  [...text.matchAll(pattern)]
    .flatMap((match) => toIsoDate(year, Number(match[1]), Number(match[2])) ?? [])
    .toSorted()
    .at(-1)

const DAY_MS = 86_400_000

const addDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10)
