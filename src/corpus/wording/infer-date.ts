import { addDays, toIsoDate } from '../../domain/index.ts'
import { settleYear } from './settle-year.ts'

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
const TODAY = /今[天日晚][（(](?:(?:19|20)\d{2}年)?(\d{1,2})月(\d{1,2})日[）)]/gu
const TODAY_WITH_YEAR = /今[天日晚][（(]((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日[）)]/gu
const SENT = /社([\p{Script=Han}]{1,8}?)(\d{1,2})月(\d{1,2})日[电讯]/gu
/** From abroad a report may be printed two days after it was sent: these are at home, with the hour of the paper. */
const AT_HOME =
  /^(?:北京|天津|石家庄|太原|呼和浩特|沈阳|大连|长春|哈尔滨|上海|南京|苏州|杭州|宁波|合肥|福州|厦门|南昌|济南|青岛|郑州|武汉|长沙|广州|深圳|珠海|南宁|海口|三亚|重庆|成都|贵阳|昆明|拉萨|西安|兰州|西宁|银川|乌鲁木齐|香港|澳门|台北)$/u
const WITHOUT_YEAR = /(?<![年\d])(\d{1,2})月(\d{1,2})日/gu
const EVENT = /(?:^|[。\n])(\d{1,2})月(\d{1,2})日[，上下晚]/gu

/**
 * Infers the day of an issue: a day that the text calls today is the day itself; the last day that it was sent from
 * is, in a morning paper, the day before, unless the text names the day after as it names others. What only tells of events, or was sent
 * from abroad alone, gives none: papers tell of old days, too. Laws, prizes, plans and anniversaries name years of their own: the year is
 * there only where all that is told of years settles it.
 * @returns `undefined` where the text names no day, or none for sure
 */
export function inferDate(text: string): InferredDate | undefined {
  // 29 February is a day too, whatever year it is.
  const any = latestOftenTold([...yearsOf(text, PAST_YEAR), ...yearsOf(text, ANY_YEAR)]) ?? LEAP_YEAR
  const today = daysOf(text, TODAY, any).at(-1) ?? daysOf(text, TODAY, LEAP_YEAR).at(-1)
  const last = lastSent(text, any)
  const day = today ?? (last === undefined ? undefined : addDays(last, 1))
  if (day === undefined || (today === undefined && isNamed(text, day))) return undefined
  const monthDay = day.slice(5)
  const year = settledYear(text, day)
  return year === undefined ? { monthDay } : { monthDay, date: `${year}-${monthDay}` }
}

/** Whether a text names a day as it names others: a paper calls its own day today. */
const isNamed = (text: string, day: string): boolean =>
  daysOf(text, WITHOUT_YEAR, LEAP_YEAR).some((it) => it.slice(5) === day.slice(5))

/**
 * Whether reports on a page may have been printed on a day that stands there: not if some were sent after it, and none right
 * before.
 */
export function isPrintedOn(day: string, text: string): boolean {
  const before = [...text.matchAll(SENT)].flatMap(([, , month, date]) => {
    const sent = toIsoDate(Number(day.slice(0, 4)), Number(month), Number(date))
    return sent === undefined ? [] : [daysUpTo(sent, day)]
  })
  return before.every((it) => it >= 0) || before.some((it) => it >= 0 && it <= NEAR_DAYS)
}

/** How many days lie between two, whatever the year of the first: less than none if it comes after the second. */
const daysUpTo = (from: string, to: string): number =>
  (((Date.parse(to) - Date.parse(from)) / DAY_MS + HALF_A_YEAR + YEAR) % YEAR) - HALF_A_YEAR

/** The last day that a report was sent on, or an event just after it, if one of that day's reports came from at home. */
function lastSent(text: string, year: number): string | undefined {
  const sent = [...text.matchAll(SENT)].flatMap(([, place = '', month, day]) => {
    const date = toIsoDate(year, Number(month), Number(day))
    return date === undefined ? [] : [{ date, isAtHome: AT_HOME.test(place) }]
  })
  const last = inSeason(sent.map(({ date }) => date)).at(-1)
  if (last === undefined || !sent.some(({ date, isAtHome }) => isAtHome && date === last)) return undefined
  const events = daysOf(text, EVENT, year).filter((it) => it > last && daysBetween(it, last) <= NEAR_DAYS)
  return events.at(-1) ?? last
}

/** Days of one paper in their order: if they are half a year apart, those of spring come after those of autumn. */
function inSeason(days: readonly string[]): readonly string[] {
  const sorted = days.toSorted()
  const [first = '', last = ''] = [sorted[0], sorted.at(-1)]
  if (daysBetween(first, last) < HALF_A_YEAR) return sorted
  const isSpring = (day: string) => day.slice(5, 7) < '07'
  return [...sorted.filter((it) => !isSpring(it)), ...sorted.filter(isSpring)]
}

const HALF_A_YEAR = 183
const YEAR = 365
const daysBetween = (a: string, b: string): number => Math.abs(Date.parse(a) - Date.parse(b)) / DAY_MS

const LEAP_YEAR = 2000
const WHOLE = /((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日/gu
/** How far a whole date may be from the day that was inferred, so that it settles the year, */
const NEAR_DAYS = 2
/** and how far another one that speaks for it. */
const ABOUT_DAYS = 60
const DAY_MS = 86_400_000
const ANNIVERSARY = /周年|年前的今天|诞辰|逝世/u

/**
 * The year that a text gives to what it calls today; else that of whole dates of about a day; else what all that is told of years
 * settles.
 */
function settledYear(text: string, day: string): number | undefined {
  const today = wholeDates(text, TODAY_WITH_YEAR).filter((it) => it.slice(5) === day.slice(5))
  const years = new Set(today.map(yearOf))
  if (years.size > 0) return years.size === 1 ? [...years][0] : undefined
  return yearOfWholeDates(text, day) ?? settleYear(text, day.slice(5))
}

/**
 * The year of whole dates of about a day, if one of them is at most two days away, there are two such dates, all agree, and no later
 * year is told of. A lone one is as often that of a law, a plan or of what happened on this day once.
 */
function yearOfWholeDates(text: string, day: string): number | undefined {
  if (ANNIVERSARY.test(text)) return undefined
  const about = wholeDates(text, WHOLE).flatMap((date) => {
    const nearest = nearestOf(day.slice(5), date)
    const days = nearest === undefined ? ABOUT_DAYS + 1 : daysBetween(date, nearest)
    return nearest !== undefined && days <= ABOUT_DAYS ? [{ date, days, year: yearOf(nearest) }] : []
  })
  const year = about.find(({ days }) => days <= NEAR_DAYS)?.year
  if (year === undefined || new Set(about.map(({ date }) => date)).size < 2) return undefined
  if (about.some((it) => it.year !== year)) return undefined
  return yearsOf(text, ANY_YEAR).every((it) => it <= year) ? year : undefined
}

/** The day of this name that lies nearest to a date, in its year or one beside it. */
const nearestOf = (monthDay: string, date: string): string | undefined =>
  [-1, 0, 1]
    .flatMap(
      (it) => toIsoDate(yearOf(date) + it, Number(monthDay.slice(0, 2)), Number(monthDay.slice(3))) ?? [],
    )
    .toSorted((a, b) => daysBetween(a, date) - daysBetween(b, date))[0]

const yearOf = (date: string): number => Number(date.slice(0, 4))

const wholeDates = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].flatMap((it) => toIsoDate(Number(it[1]), Number(it[2]), Number(it[3])) ?? [])

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

/** All days that a pattern finds, in their order, each as often as it stands. */
const daysOf = (text: string, pattern: RegExp, year: number): readonly string[] =>
  [...text.matchAll(pattern)]
    .flatMap((match) => toIsoDate(year, Number(match[1]), Number(match[2])) ?? [])
    .toSorted()
