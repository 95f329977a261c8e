import { type Article, weekdayOf } from '../../domain/index.ts'
import { keepByKey } from '../../ops/index.ts'
import type { Texts } from '../texts/index.ts'

/** Making a formatter takes a thousand times as long as using it: one is kept for each language. */
function keepFormat<Format>(make: (locale: string) => Format): (texts: Texts) => Format {
  const formatOf = keepByKey(make)
  return ({ locale }) => formatOf(locale)
}

const dayFormat = keepFormat(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }),
)
const countFormat = keepFormat((locale) => new Intl.NumberFormat(locale))

/** `2024年6月8日`, as the reader's language writes it. @param day `YYYY-MM-DD` */
export const renderDay = (day: string, texts: Texts): string =>
  dayFormat(texts).format(new Date(`${day}T00:00:00Z`))

/** `2024年6月3日至6月9日`; a single day as {@link renderDay}. @param from, to `YYYY-MM-DD` */
export function renderDays(from: string, to: string, texts: Texts): string {
  if (from === to) return renderDay(to, texts)
  const isSameYear = from.slice(0, 4) === to.slice(0, 4)
  return texts.roundUp.between(
    renderDay(from, texts),
    isSameYear ? renderMonthDay(to.slice(5), texts) : renderDay(to, texts),
  )
}

const monthDayFormat = keepFormat(
  (locale) => new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric', timeZone: 'UTC' }),
)

/** `6月26日`. @param monthDay `MM-DD`; 2000 was a leap year */
export const renderMonthDay = (monthDay: string, texts: Texts): string =>
  monthDayFormat(texts).format(new Date(`2000-${monthDay}T00:00:00Z`))

const monthNameFormat = keepFormat(
  (locale) => new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }),
)

/** `2024年6月`. @param month `YYYY-MM` */
export const renderMonthName = (month: string, texts: Texts): string =>
  monthNameFormat(texts).format(new Date(`${month}-01T00:00:00Z`))

const monthFormat = keepFormat(
  (locale) => new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' }),
)
const yearFormat = keepFormat(
  (locale) => new Intl.DateTimeFormat(locale, { year: 'numeric', timeZone: 'UTC' }),
)

/** `6月`. @param day `YYYY-MM-DD` */
export const renderMonth = (day: string, texts: Texts): string =>
  monthFormat(texts).format(new Date(`${day}T00:00:00Z`))

/** `2024年`. @param day `YYYY-MM-DD` */
export const renderYear = (day: string, texts: Texts): string =>
  yearFormat(texts).format(new Date(`${day}T00:00:00Z`))

const weekdayFormat = (weekday: 'long' | 'short' | 'narrow') =>
  keepFormat((locale) => new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' }))
const weekdayFormats = {
  long: weekdayFormat('long'),
  short: weekdayFormat('short'),
  narrow: weekdayFormat('narrow'),
}

/** `周一`, or `一` if it is narrow. @param day 1 (Monday) to 7 */
export const renderWeekday = (day: number, weekday: 'long' | 'short' | 'narrow', texts: Texts): string =>
  // 1 January 2024 was a Monday.
  weekdayFormats[weekday](texts).format(Date.UTC(2024, 0, day))

/** `2024年6月8日 周六`, `Sat 8 June 2024`. @param day `YYYY-MM-DD` */
export function renderDayOfWeek(day: string, texts: Texts): string {
  const parts = [renderDay(day, texts), renderWeekday(weekdayOf(day), 'short', texts)]
  return (texts.language === 'en' ? parts.toReversed() : parts).join(' ')
}

/**
 * The day of the issue; one that was inferred from the text says so, and so does one whose year is not known. Empty if
 * there is none.
 */
export function renderDate({ issueDate, issueMonthDay, datePrecision }: Article, texts: Texts): string {
  if (issueDate === undefined)
    return issueMonthDay === undefined ? '' : texts.yearUnknown(renderMonthDay(issueMonthDay, texts))
  const day = renderDay(issueDate, texts)
  return datePrecision === 'inferred' ? texts.inferred(day) : day
}

/** Paper · date · page and section, as far as they are known: what an excerpt must never lose. */
export function renderSource(article: Article, texts: Texts): string {
  const page = article.page === undefined ? undefined : texts.page(article.page)
  return [article.paper, renderDate(article, texts), [page, article.section].filter(Boolean).join(' ')]
    .filter(Boolean)
    .join(' · ')
}

/** `1,284`, as the reader's language writes it. */
export const renderCount = (count: number, texts: Texts): string => countFormat(texts).format(count)

/** The papers that articles are of, each once, in the order of the articles. */
export const papersOf = (articles: readonly Article[]): readonly string[] => [
  ...new Set(articles.flatMap(({ paper }) => paper ?? [])),
]
