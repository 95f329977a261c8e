import type { QueryPart } from './query-parts.ts'

/** Words of English for days, and the Chinese ones that the archive is written in. */
const NEAR: ReadonlyMap<string, string> = new Map([
  ['today', '今天'],
  ['yesterday', '昨天'],
  ['this week', '本周'],
  ['last week', '上周'],
  ['this month', '本月'],
  ['last month', '上个月'],
  ['this year', '今年'],
  ['last year', '去年'],
])

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
)
const MONTH_FIRST = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$/
const DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?(?: (\d{4}))?$/
const MONTH_AND_YEAR = /^([a-z]{3,9})\.?,? (\d{4})$/

/** A date of at most so many parts: June 8 2024. */
const LONGEST = 3

/**
 * Writes English dates of a query in Chinese, which are then read as such and found in texts: last week as 上周, June 8 as
 * 6月8日. A month by itself stays a word, as May and March are others too.
 */
export function translateDates(parts: readonly QueryPart[]): readonly QueryPart[] {
  const translated: QueryPart[] = []
  for (let at = 0; at < parts.length; ) {
    const part = parts[at]
    if (part === undefined) break
    const { count, date } = dateAt(parts, at)
    translated.push(date !== undefined && part.kind === 'value' ? { ...part, text: date } : part)
    at += count
  }
  return translated
}

/** The longest date that begins with a part, and how many parts it takes; without one the part stands for itself. */
function dateAt(
  parts: readonly QueryPart[],
  at: number,
): { readonly count: number; readonly date: string | undefined } {
  for (let count = LONGEST; count > 0; count--) {
    const date = chineseDateOf(textOf(parts.slice(at, at + count), count))
    if (date !== undefined) return { count, date }
  }
  return { count: 1, date: undefined }
}

/** Plain words of a query as one text, the first of them perhaps behind `date:`; empty if one is quoted, excluded or of another field. */
function textOf(parts: readonly QueryPart[], count: number): string {
  const plain = parts.flatMap((it, i) =>
    it.kind === 'value' &&
    !it.quoted &&
    !it.negated &&
    (it.field === undefined || (i === 0 && it.field.is === 'date'))
      ? it.text
      : [],
  )
  return plain.length === count ? plain.join(' ').toLowerCase() : ''
}

function chineseDateOf(text: string): string | undefined {
  const near = NEAR.get(text)
  if (near !== undefined) return near
  const [, month, day, year] = MONTH_FIRST.exec(text) ?? []
  const [, dayBefore, monthBehind, yearBehind] = DAY_FIRST.exec(text) ?? []
  const [, monthOfYear, itsYear] = MONTH_AND_YEAR.exec(text) ?? []
  const number = monthNumber(month ?? monthBehind ?? monthOfYear ?? '')
  if (number === undefined) return undefined
  const on = day ?? dayBefore
  const of = year ?? yearBehind ?? itsYear
  return `${of === undefined ? '' : `${of}年`}${number}月${on === undefined ? '' : `${on}日`}`
}

/** By its name, or by three letters of it or more. */
function monthNumber(name: string): number | undefined {
  const found = name.length < 3 ? -1 : MONTHS.findIndex((it) => it.startsWith(name))
  return found < 0 ? undefined : found + 1
}
