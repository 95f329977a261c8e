import { addDays, toIsoDate } from '../../domain/index.ts'

/** A day that a page's text allows, where neither folio nor path tells it. */
export interface InferredDate {
  /** The likeliest day, `MM-DD`. */
  readonly monthDay: string
  /** The same with its year, `YYYY-MM-DD`; only there if the text settles the year. */
  readonly date?: string
}

/** A year with a month, or in a count of what has been: it has come. Not after 至 or 到. */
const PAST_YEAR = /(?<![至到达\d])((?:19|20)\d{2})年(?=\d{1,2}月|度|全年|以来|上半年)/gu
const ANY_YEAR = /(?<![至到达\d])((?:19|20)\d{2})年(?![后底前])/gu
const TODAY = /今[天日][（(](\d{1,2})月(\d{1,2})日[）)]/gu
const SENT = /社[\p{Script=Han}]{1,8}?(\d{1,2})月(\d{1,2})日[电讯]/gu
const WHOLE_DAY = /(?:19|20)\d{2}年(\d{1,2})月(\d{1,2})日/gu
const EVENT = /(?:^|[。\n])(\d{1,2})月(\d{1,2})日[，上下晚]/gu

/**
 * Infers the day of an issue: a day that the text calls today is the day itself; the last day that it was sent from
 * or tells of is, in a morning paper, the day before. The year is settled only by a whole date of about that day, and
 * only if the text speaks of no later year: prizes, plans and anniversaries name years of their own.
 * @returns `undefined` where the text names no day
 */
export function inferDate(text: string): InferredDate | undefined {
  // 29 February is a day too, whatever year it is.
  const any = latestOftenTold([...yearsOf(text, PAST_YEAR), ...yearsOf(text, ANY_YEAR)]) ?? LEAP_YEAR
  const today = latestDay(text, TODAY, any) ?? latestDay(text, TODAY, LEAP_YEAR)
  const sent = daysOf(text, SENT, any)
  const events = daysOf(text, EVENT, any)
  const last = [...sent, ...sureEvents(events, daysOf(text, WHOLE_DAY, any), sent.at(-1))].toSorted().at(-1)
  const day = today ?? (last === undefined ? undefined : addDays(last, 1))
  if (day === undefined) return undefined
  const monthDay = day.slice(5)
  const year = settledYear(text, day)
  return year === undefined ? { monthDay } : { monthDay, date: `${year}-${monthDay}` }
}

const LEAP_YEAR = 2000
const WHOLE = /((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日/gu
/** How far a whole date may be from the day that was inferred, so that it settles the year. */
const NEAR_DAYS = 2
const DAY_MS = 86_400_000
const ANNIVERSARY = /周年|年前的今天|诞辰|逝世/u

/** The year of whole dates of about a day, if they agree and no later year is told of. */
function settledYear(text: string, day: string): number | undefined {
  const whole = [...text.matchAll(WHOLE)].flatMap((it) => {
    const date = toIsoDate(Number(it[1]), Number(it[2]), Number(it[3]))
    const there = date && toIsoDate(Number(date.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8)))
    if (!date || !there || Math.abs(Date.parse(date) - Date.parse(there)) > NEAR_DAYS * DAY_MS) return []
    return [Number(date.slice(0, 4))]
  })
  const [year] = whole
  // A lone date in a text about an anniversary is that of the event.
  if (whole.length === 1 && ANNIVERSARY.test(text)) return undefined
  if (year === undefined || whole.some((it) => it !== year)) return undefined
  return yearsOf(text, ANY_YEAR).every((it) => it <= year) ? year : undefined
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

/** Events of long ago are told of too: one counts if its day is told once more, or a report was sent just about then. */
const sureEvents = (
  events: readonly string[],
  wholeDays: readonly string[],
  sent: string | undefined,
): readonly string[] =>
  events.filter(
    (day, at) =>
      events.indexOf(day) !== at ||
      wholeDays.includes(day) ||
      (sent !== undefined && Math.abs(Date.parse(day) - Date.parse(sent)) <= NEAR_DAYS * DAY_MS),
  )

const latestDay = (text: string, pattern: RegExp, year: number): string | undefined =>
  daysOf(text, pattern, year).at(-1)

/** All days that a pattern finds, in their order, each as often as it stands. */
const daysOf = (text: string, pattern: RegExp, year: number): readonly string[] =>
  [...text.matchAll(pattern)]
    .flatMap((match) => toIsoDate(year, Number(match[1]), Number(match[2])) ?? [])
    .toSorted()
