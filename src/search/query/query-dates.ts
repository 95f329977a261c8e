import { normalise } from '../../language/index.ts'
import { otherNumberForm } from './number-forms.ts'

/** Days, both inclusive, `YYYY-MM-DD`. */
export interface DateRange {
  readonly from: string
  readonly to: string
}

/**
 * How a date was written: as a range of days and nothing else (`2024-06`), as a word that points from today (去年),
 * or as it is also written in articles (6月7日).
 */
export type DateStyle = 'iso' | 'relative' | 'prose'

/** What an archive has, as far as dates without a year need it: they mean the newest such days that it has. */
export interface Calendar {
  /** Whether there is an issue of one of these days. */
  has(days: DateRange): boolean
  /** The day of the newest issue; undefined if none is dated. */
  newest(): string | undefined
}

/** An archive that is not known. */
const NO_CALENDAR: Calendar = { has: () => false, newest: () => undefined }

interface ReadDate {
  readonly style: DateStyle
  /** undefined if there is no such day, or the range ends before it begins. */
  readonly range: DateRange | undefined
  /** Of days without a year that the archive has: who writes 6月9日 in an issue of these days means the same. */
  readonly saidIn?: DateRange
}

/**
 * Reads a date or range of dates.
 * @param today `YYYY-MM-DD`; without it words such as 昨天 are no dates.
 * @param calendar of the archive, for days without a year
 * @returns undefined where `text` is not written like a date at all.
 */
export function readDate(
  text: string,
  today: string | undefined,
  calendar: Calendar = NO_CALENDAR,
): ReadDate | undefined {
  const normal = normalise(text)
    .replaceAll(/\s/gu, '')
    .replaceAll(/[一二三四五六七八九十〇零]+[年月日号]/gu, (it) => otherNumberForm(it) ?? it)
  const ends = normal.split(/\.{2,}|~|至|到/u)
  const [first = '', second] = ends
  if (second !== undefined) {
    if (ends.length > 2) return undefined
    const from = readOne(first, today, calendar)
    const to = readOne(second, today, calendar, first)
    if (from === undefined || to === undefined) return undefined
    const range =
      from.range && to.range && from.range.from <= to.range.to
        ? { from: from.range.from, to: to.range.to }
        : undefined
    return { style: from.style === 'relative' ? 'relative' : 'iso', range }
  }
  return readOne(normal, today, calendar)
}

/** Days that point from today and are written right before what they are of; 今天 and 去年 are words of articles as often. */
const LEADING =
  /^(昨天|寻日|琴日|前天|[上本这]个?(?:周|星期|礼拜)(?:[一二三四五六日天](?!报)|(?![一二三四五六日天末边期年岁围转报]))|上个月|这个月|最?近(?:三天|一周|一个月))(的)?(.*)$/u

/**
 * Parts a day from what it is of, where Chinese has no blank: 上周五体育, 昨天的地铁.
 * @returns the day and the rest, which is empty for 昨天的; undefined if it begins with no such day, or is nothing else
 */
export function partDay(text: string): readonly [day: string, rest: string] | undefined {
  const normal = normalise(text)
  const [, day, of, rest = ''] = LEADING.exec(normal) ?? []
  // What is left is shown as it was typed.
  if (day === undefined || rest.length === 1 || normal.length !== text.length) return undefined
  if (rest === '') return of === undefined ? undefined : [day, '']
  return [day, text.slice(-rest.length)]
}

const ISO = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/
const SHORT = /^(\d{1,2})[-/.](\d{1,2})$/
const PROSE = /^(?:(\d{4})年)?(?:(\d{1,2})月(?:份)?(?:(\d{1,2})[日号])?)?$/

/** @param before what the range began with: `2024-06-01..06-30` leaves out the year. */
function readOne(
  text: string,
  today: string | undefined,
  calendar: Calendar,
  before?: string,
): ReadDate | undefined {
  if (text === '') return undefined
  const iso = ISO.exec(text)
  if (iso) return { style: 'iso', range: spanOf(Number(iso[1]), Number(iso[2]), iso[3]) }
  if (/^\d{8}$/.test(text))
    return { style: 'iso', range: spanOf(Number(text.slice(0, 4)), Number(text.slice(4, 6)), text.slice(6)) }
  const short = before === undefined ? undefined : SHORT.exec(text)
  const yearBefore = /^(\d{4})/.exec(before ?? '')?.[1]
  if (short && yearBefore)
    return { style: 'iso', range: spanOf(Number(yearBefore), Number(short[1]), short[2]) }
  const prose = PROSE.exec(text)
  if (prose) return readProse(prose[1] ?? yearBefore, prose[2], prose[3], today, calendar)
  if (today === undefined) return undefined
  const relative = RELATIVE.get(text)?.(today)
  if (relative) return { style: 'relative', range: relative }
  const near = nearDays(text, today)
  if (near === undefined || calendar.has(near)) return near && { style: 'relative', range: near }
  // An archive that ended long ago has its own this year and last week.
  const newest = calendar.newest()
  const then = newest === undefined ? undefined : nearDays(text, newest)
  return { style: 'relative', range: then && calendar.has(then) ? then : near }
}

function readProse(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  today: string | undefined,
  calendar: Calendar,
): ReadDate | undefined {
  if (month === undefined) return { style: 'prose', range: { from: `${year}-01-01`, to: `${year}-12-31` } }
  if (year !== undefined) return { style: 'prose', range: spanOf(Number(year), Number(month), day) }
  if (today === undefined) return undefined
  // 6月 without a year: the last June that has begun, and of those the newest that the archive has.
  const thisYear = Number(today.slice(0, 4))
  const past = Array.from({ length: YEARS_BACK }, (_, i) => spanOf(thisYear - i, Number(month), day)).filter(
    (it) => it !== undefined && it.from <= today,
  )
  const range = past.find((it) => it && calendar.has(it))
  if (range === undefined) return { style: 'prose', range: past[0] }
  const saidIn = { from: shift(range.from, -HALF_A_YEAR), to: shift(range.to, HALF_A_YEAR) }
  return { style: 'prose', range, saidIn }
}

/** Days before or after another one at most, if a day without a year is to mean that one. */
const HALF_A_YEAR = 182

/** Years in which a day without a year is looked for; 29 February comes every fourth. */
const YEARS_BACK = 40

/** 今年6月, 去年6月8日, 上周一. */
function nearDays(text: string, today: string): DateRange | undefined {
  const [, year, month, day] = NEAR_YEAR.exec(text) ?? []
  if (year !== undefined) {
    const back = { 今年: 0, 去年: 1, 前年: 2 }[year] ?? 0
    return spanOf(Number(today.slice(0, 4)) - back, Number(month), day)
  }
  const [, week, weekday = ''] = WEEKDAY.exec(text) ?? []
  if (week === undefined) return undefined
  const monday = weekAgo(week === '上' ? 1 : 0)(today).from
  const on = shift(monday, '一二三四五六日'.indexOf(weekday.replace('天', '日')))
  return { from: on, to: on }
}

const NEAR_YEAR = /^(今年|去年|前年)(\d{1,2})月(?:份)?(?:(\d{1,2})[日号])?$/
const WEEKDAY = /^(上|本|这)个?(?:周|星期|礼拜)([一二三四五六日天])$/

/** A month, or a day of it; undefined if the calendar has none such. */
function spanOf(year: number, month: number, day: string | undefined): DateRange | undefined {
  const first = toDay(year, month, day === undefined ? 1 : Number(day))
  if (first === undefined) return undefined
  if (day !== undefined) return { from: first, to: first }
  return { from: first, to: isoDay(new Date(Date.UTC(year, month, 0))) }
}

function toDay(year: number, month: number, day: number): string | undefined {
  if (year < 1000 || month < 1 || month > 12) return undefined
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? isoDay(date) : undefined
}

const isoDay = (date: Date) => date.toISOString().slice(0, 10)

type FromToday = (today: string) => DateRange

const daysAgo =
  (first: number, last = first): FromToday =>
  (today) => ({ from: shift(today, -first), to: shift(today, -last) })

/** Weeks begin on Monday, as they do in China. */
const weekAgo =
  (weeks: number): FromToday =>
  (today) => {
    const weekday = (new Date(`${today}T00:00Z`).getUTCDay() + 6) % 7
    const monday = shift(today, -weekday - 7 * weeks)
    return { from: monday, to: shift(monday, 6) }
  }

const monthAgo =
  (months: number): FromToday =>
  (today) => {
    const [year = 0, month = 1] = today.split('-').map(Number)
    const first = new Date(Date.UTC(year, month - 1 - months, 1))
    const last = new Date(Date.UTC(year, month - months, 0))
    return { from: isoDay(first), to: isoDay(last) }
  }

const yearAgo =
  (years: number): FromToday =>
  (today) => {
    const year = Number(today.slice(0, 4)) - years
    return { from: `${year}-01-01`, to: `${year}-12-31` }
  }

/** 29 February has no day a year ago: the day after it stands in. */
const sameDayAgo =
  (years: number): FromToday =>
  (today) => {
    const [year = 0, month = 1, day = 1] = today.split('-').map(Number)
    const on = isoDay(new Date(Date.UTC(year - years, month - 1, day)))
    return { from: on, to: on }
  }

function shift(day: string, days: number): string {
  const date = new Date(`${day}T00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return isoDay(date)
}

const RELATIVE: ReadonlyMap<string, FromToday> = new Map([
  ['今天', daysAgo(0)],
  ['今日', daysAgo(0)],
  ['昨天', daysAgo(1)],
  ['昨日', daysAgo(1)],
  ['寻日', daysAgo(1)], // Cantonese, as the next one
  ['琴日', daysAgo(1)],
  ['前天', daysAgo(2)],
  ['近三天', daysAgo(2, 0)],
  ['最近三天', daysAgo(2, 0)],
  ['近一周', daysAgo(6, 0)],
  ['最近一周', daysAgo(6, 0)],
  ['近一个月', daysAgo(29, 0)],
  ['最近一个月', daysAgo(29, 0)],
  ['本周', weekAgo(0)],
  ['这周', weekAgo(0)],
  ['上周', weekAgo(1)],
  ['本月', monthAgo(0)],
  ['这个月', monthAgo(0)],
  ['上月', monthAgo(1)],
  ['上个月', monthAgo(1)],
  ['今年', yearAgo(0)],
  ['去年', yearAgo(1)],
  ['去年今天', sameDayAgo(1)],
  ['去年今日', sameDayAgo(1)],
  ['去年的今天', sameDayAgo(1)],
  ['前年', yearAgo(2)],
])
