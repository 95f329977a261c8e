import { addDays, toIsoDate } from '../domain/index.ts'
import { ANY_UNIT } from './question-focus.ts'

/** When a question asks about: `2022年前7个月` is year 2022, months 1 to 7. */
export interface AskedTime {
  readonly year: number | undefined
  /** First and last month, 1 to 12; the same twice for one month. */
  readonly months: readonly [from: number, to: number] | undefined
  readonly day: number | undefined
  /** Whether the first or the last days of a month are meant: 1月初, 11月底. */
  readonly part: 'start' | 'end' | undefined
  /** How news writes the months or the day; undefined if there are none. */
  readonly said: RegExp | undefined
}

/** What of a sentence tells when it is true; texts in normal form. */
export interface TimeContext {
  readonly sentence: string
  readonly before: string
  readonly headline: string
  /** `YYYY-MM-DD`; empty if there is none. */
  readonly issueDate: string
}

/** 2024五一 names a year, 2024人 and 2000多家 count. */
const YEAR = `(?<![\\d.])((?:19|20)\\d{2})(?:年|(?=\\p{sc=Han})(?!${ANY_UNIT}|[万亿多余块]))`
const MONTHS =
  '(?:前(\\d{1,2})个?月|(\\d{1,2})(?:月份?)?[到至—~-](\\d{1,2})月|(\\d{1,2})月(?:份|([末底初]))?(?:(\\d{1,2})[日号])?|(上半年|下半年|[前]?[一二三四]个?季度|第[一二三四]季度))'
const TIME = new RegExp(`${YEAR}(?:的?${MONTHS})?|${MONTHS}`, 'gu')

const SEASONS: Readonly<Record<string, readonly [number, number]>> = {
  上半年: [1, 6],
  下半年: [7, 12],
  一季度: [1, 3],
  二季度: [4, 6],
  三季度: [7, 9],
  四季度: [10, 12],
  前二季度: [1, 6],
  前三季度: [1, 9],
}

/** 2022年底 is its December. */
const withMonths = (text: string) => text.replaceAll(/((?:19|20)\d{2}年)[底末](?!线)/gu, '$112月')

/** The times that a question names, in order. @param question in normal form */
export const askedTimesOf = (question: string): readonly AskedTime[] =>
  Array.from(withMonths(question).matchAll(TIME), (match): AskedTime => {
    const [, year, ...alternatives] = match
    // The months stand behind the year or by themselves: the same groups twice.
    const [upTo, from, to, month, part, day, season] = [0, 1, 2, 3, 4, 5, 6].map(
      (i) => alternatives[i] ?? alternatives[i + 7],
    )
    const months = monthsOf({ upTo, from, to, month, season })
    const wantedDay = day === undefined ? undefined : Number(day)
    return {
      year: year === undefined ? undefined : Number(year),
      months,
      day: wantedDay,
      part: part === undefined ? undefined : part === '初' ? 'start' : 'end',
      said: months && wordsFor(months, wantedDay),
    }
  }).filter(({ year, months }) => year !== undefined || months !== undefined)

function monthsOf({
  upTo,
  from,
  to,
  month,
  season,
}: Readonly<Record<'upTo' | 'from' | 'to' | 'month' | 'season', string | undefined>>): AskedTime['months'] {
  const span =
    upTo !== undefined
      ? ([1, Number(upTo)] as const)
      : from !== undefined && to !== undefined
        ? ([Number(from), Number(to)] as const)
        : month !== undefined
          ? ([Number(month), Number(month)] as const)
          : SEASONS[(season ?? '').replace(/第|个/gu, '')]
  return span !== undefined && span[0] >= 1 && span[0] <= span[1] && span[1] <= 12 ? span : undefined
}

/** A text without the times that it names. */
export const withoutTimes = (text: string): string => withMonths(text).replaceAll(TIME, ' ')

/** Months in which news tells what a time has come to: the year's figures come in the next spring. */
const TOLD_LATER = { year: 3, span: 2, months: 1 } as const
/** Days in which news tells what a day has brought. */
const TOLD_AFTER_A_DAY = 2

/** The days of issues that may tell of a time; undefined without a year. */
export function daysOf({
  year,
  months,
  day,
}: AskedTime): { readonly from: string; readonly to: string } | undefined {
  if (year === undefined) return undefined
  const [first, last] = months ?? [1, 12]
  const from = day === undefined ? undefined : toIsoDate(year, first, day)
  if (from !== undefined) return { from, to: addDays(from, TOLD_AFTER_A_DAY) }
  const later = first < last ? TOLD_LATER.span : TOLD_LATER.months
  const end = last + (months && last < 12 ? later : TOLD_LATER.year)
  return {
    from: `${year}-${String(first).padStart(2, '0')}-01`,
    to: `${year + (end > 12 ? 1 : 0)}-${String(end > 12 ? end - 12 : end).padStart(2, '0')}-31`,
  }
}

/** How well a sentence is of a time that the question names: from 0 to 1, which is also that of a question without one. */
export const timeFit = (context: TimeContext, times: readonly AskedTime[]): number =>
  times.length === 0
    ? 1
    : Math.max(...times.map((it) => yearFit(context, it) * monthsFit(context, it) * partFit(context, it)))

/** 11月底 is not told by an issue of its first days. */
function partFit({ issueDate }: TimeContext, { year, months, part }: AskedTime): number {
  if (part === undefined || monthsBetween(year, months?.[1] ?? 0, issueDate) !== 0) return 1
  const day = Number(issueDate.slice(8))
  return (part === 'end' ? day < ENDS : day > STARTS) ? OTHER_PART : 1
}

/** The days of a month at which its end begins, and its beginning ends. */
const [ENDS, STARTS] = [21, 12]
const OTHER_PART = 0.6

function yearFit({ sentence, before, headline, issueDate }: TimeContext, { year }: AskedTime): number {
  if (year === undefined) return 1
  const asked = String(year)
  const printed = Number(issueDate.slice(0, 4))
  if (sentence.includes(asked)) return 1
  if (headline.includes(asked) || before.includes(asked)) return 0.95
  if (printed === year) return /(?:19|20)\d{2}年|去年|上年(?!同期)/u.test(sentence) ? 0.7 : 0.95
  if (printed === year + 1)
    return /去年|上年(?!同期)|全年/u.test(sentence) ? 1 : /今年/u.test(sentence) ? 0.2 : 0.5
  return 0.3
}

const TODAY = /[今昨明]天\([^)]*\)/gu
/** A month and its day; it is another one where the one that is asked about is not said. */
const DAY = /(?<!\d)\d{1,2}月\d{1,2}日/u
const ANY_MONTH = /(?<!\d)\d{1,2}(?:[—~至到-]\d{1,2})?月|上半年|季度|前[\d一二三四五六七八九十]+个月|全年/u

function monthsFit(context: TimeContext, { year, months, day, said }: AskedTime): number {
  if (months === undefined || said === undefined) return 1
  const { before, headline, issueDate } = context
  // The day of the issue tells when something was told, not of when: 今天(11月2日)公布,10月份.
  const sentence = context.sentence.replaceAll(TODAY, '')
  const [first, last] = months
  if (said.test(sentence)) return 1
  const monthsLater = monthsBetween(year, last, issueDate)
  const isPrintedThen = monthsLater !== undefined && monthsLater >= 0 && monthsLater <= 1
  if (day !== undefined) return dayFit(context, sentence, said, day, isPrintedThen && monthsLater === 0)
  if (said.test(before) || said.test(headline)) return 0.95
  const isOther = ANY_MONTH.test(sentence)
  if (isOther) return 0.3
  return isPrintedThen ? (first === last ? 0.85 : 0.7) : 0.3
}

/**
 * How well a sentence is of a day that it does not tell by its month. What it says of another day is of that (今天(10月17日)通报,
 * 10月16日新增), and so is what follows it.
 * @param sentence without the day of its issue @param isOfMonth whether it was printed in the month of the day
 */
function dayFit(
  context: TimeContext,
  sentence: string,
  said: RegExp,
  day: number,
  isOfMonth: boolean,
): number {
  if (DAY.test(sentence)) return OTHER_DAY
  const bare = Array.from(sentence.matchAll(BARE_DAY), (match) => Number(match[1]))
  if (isOfMonth && bare.includes(day)) return 1
  if (said.test(context.sentence)) return bare.length === 0 ? 1 : DAY_BESIDE
  if (bare.length > 0)
    return isOfMonth && bare.some((it) => Math.abs(it - day) === 1) ? DAY_BESIDE : OTHER_DAY
  const before = context.before.replaceAll(TODAY, '')
  if (said.test(before)) return 0.95
  if (!isOfMonth || DAY.test(before) || DAY.test(context.sentence)) return OTHER_DAY
  const away = Math.abs(Number(context.issueDate.slice(8)) - day)
  return away === 0 ? 0.95 : away === 1 ? 0.8 : away <= 3 ? 0.5 : 0.3
}

const OTHER_DAY = 0.2
const DAY_BESIDE = 0.5
/** 法国25日报告: of the month of the issue, or the one before. */
const BARE_DAY = /(?<![\d月—~至到-])(\d{1,2})日/gu

/** How news writes months: 1—7月, 前7个月, 上半年. */
function wordsFor([first, last]: readonly [number, number], day: number | undefined): RegExp {
  if (first === last)
    return day === undefined
      ? new RegExp(`(?<![\\d—~至到-])${first}月(?!份?(?:以来|起))${first === 12 ? '|年[底末]' : ''}`, 'u')
      : new RegExp(`(?<!\\d)${first}月${day}日`, 'u')
  const names = Object.entries(SEASONS).flatMap(([name, [from, to]]) =>
    from === first && to === last ? [`(?<!前)${name.replace('季', '个?季')}`] : [],
  )
  return new RegExp(
    [
      `(?<!\\d)${first}月?(?:份)?[—~至到-]+${last}月`,
      ...(first === 1 ? [`前${last}个?月`, `前${HAN[last]}个月`] : []),
      ...names,
    ].join('|'),
    'u',
  )
}

const HAN = '零 一 两 三 四 五 六 七 八 九 十 十一 十二'.split(' ')

/** From the last month asked for to that of the issue; undefined if the issue has no day. Without a year, of any. */
function monthsBetween(year: number | undefined, month: number, issueDate: string): number | undefined {
  if (issueDate === '') return undefined
  const [printedYear = 0, printedMonth = 0] = issueDate.split('-').map(Number)
  return year === undefined
    ? (printedMonth - month + 12) % 12
    : 12 * (printedYear - year) + printedMonth - month
}
