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
    const count = [LONGEST, 2, 1].find(
      (it) => chineseDateOf(textOf(parts.slice(at, at + it), it)) !== undefined,
    )
    const [first] = parts.slice(at, at + 1)
    if (first === undefined) break
    const date = chineseDateOf(textOf(parts.slice(at, at + (count ?? 0)), count ?? 0))
    translated.push(date !== undefined && first.kind === 'value' ? { ...first, text: date } : first)
    at += count ?? 1
  }
  return translated
}

/** Plain words of a query as one text; empty if one of them is quoted, excluded or a field's. */
function textOf(parts: readonly QueryPart[], count: number): string {
  const plain = parts.flatMap((it) =>
    it.kind === 'value' && !it.quoted && !it.negated && it.field === undefined ? it.text : [],
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
