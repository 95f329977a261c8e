/** How long the periods are that articles are counted by. Weeks begin on Monday. */
export type PeriodLength = 'day' | 'week' | 'month' | 'year'

/** The lengths, the shortest first. */
export const PERIOD_LENGTHS: readonly PeriodLength[] = ['day', 'week', 'month', 'year']

/** Days, both inclusive, `YYYY-MM-DD`. */
export interface Period {
  readonly from: string
  readonly to: string
}

const DAY_MS = 24 * 3600 * 1000

/** Days that are shown in periods of a length at most: so many points a line on a phone bears. */
const LONGEST: readonly (readonly [PeriodLength, days: number])[] = [
  ['day', 31],
  ['week', 26 * 7],
  ['month', 5 * 366],
]

/** The length that fits a span: some thirty points at most, sixty of months. */
export const fittingLength = ({ from, to }: Period): PeriodLength => {
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1
  return LONGEST.find(([, most]) => days <= most)?.[0] ?? 'year'
}

/** All periods that touch a span, in order and whole: the first may begin before the span. */
export function periodsOf(span: Period, by: PeriodLength): readonly Period[] {
  const periods: Period[] = []
  for (let period = periodOf(span.from, by); period.from <= span.to; ) {
    periods.push(period)
    period = periodOf(isoDay(Date.parse(period.to) + DAY_MS), by)
  }
  return periods
}

/** The period that a day lies in. @param day `YYYY-MM-DD` */
export function periodOf(day: string, by: PeriodLength): Period {
  const [year = 0, month = 1] = day.split('-').map(Number)
  switch (by) {
    case 'day':
      return { from: day, to: day }
    case 'week': {
      const time = Date.parse(day)
      const monday = time - ((new Date(time).getUTCDay() + 6) % 7) * DAY_MS
      return { from: isoDay(monday), to: isoDay(monday + 6 * DAY_MS) }
    }
    case 'month':
      return { from: `${day.slice(0, 7)}-01`, to: isoDay(Date.UTC(year, month, 0)) }
    case 'year':
      return { from: `${day.slice(0, 4)}-01-01`, to: `${day.slice(0, 4)}-12-31` }
  }
}

const isoDay = (time: number) => new Date(time).toISOString().slice(0, 10)
