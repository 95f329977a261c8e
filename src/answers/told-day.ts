import { addDays, toIsoDate } from '../domain/index.ts'

const FULL = /(\d{4})年(\d{1,2})月(\d{1,2})[日号]/u
const MONTH_AND_DAY = /(\d{1,2})月(\d{1,2})[日号]/u
const DAY = /(?<!\d)(\d{1,2})[日号]/u
const FROM_ISSUE: Readonly<Record<string, number>> = {
  前天: -2,
  昨天: -1,
  昨晚: -1,
  昨日: -1,
  今天: 0,
  今日: 0,
  今晚: 0,
  明天: 1,
  明日: 1,
}
const NEAR = new RegExp(Object.keys(FROM_ISSUE).join('|'), 'u')

/**
 * The day that a stretch of an article tells, `YYYY-MM-DD`: a day without a year or month is the nearest such to the issue,
 * 昨天 the day before it. undefined if it tells no day, or the issue has none.
 * @param text in normal form @param issueDate `YYYY-MM-DD`; empty if there is none
 */
export function toldDayOf(text: string, issueDate: string): string | undefined {
  const [, year, month, day] = FULL.exec(text) ?? []
  if (year !== undefined) return toIsoDate(Number(year), Number(month), Number(day))
  if (issueDate === '') return undefined
  const [printedYear = 0, printedMonth = 0] = issueDate.split('-').map(Number)
  const monthAndDay = MONTH_AND_DAY.exec(text)
  if (monthAndDay)
    return nearest(
      [-1, 0, 1].map((it) => toIsoDate(printedYear + it, Number(monthAndDay[1]), Number(monthAndDay[2]))),
      issueDate,
    )
  const dayAlone = DAY.exec(text)?.[1]
  if (dayAlone !== undefined)
    return nearest(
      [-1, 0, 1].map((it) => inMonthOf(printedYear, printedMonth + it, Number(dayAlone))),
      issueDate,
    )
  const near = NEAR.exec(text)?.[0]
  return near === undefined ? undefined : addDays(issueDate, FROM_ISSUE[near] ?? 0)
}

/** Month 0 is the December before, month 13 the January behind. */
const inMonthOf = (year: number, month: number, day: number): string | undefined =>
  toIsoDate(year + Math.floor((month - 1) / 12), ((month + 11) % 12) + 1, day)

const nearest = (days: readonly (string | undefined)[], issueDate: string): string | undefined =>
  days.filter((it) => it !== undefined).toSorted((a, b) => awayFrom(a, issueDate) - awayFrom(b, issueDate))[0]

const awayFrom = (a: string, b: string): number => Math.abs(Date.parse(a) - Date.parse(b))
