import { readHanNumber } from '../../domain/index.ts'
import { statementsOf, type ToldTime, toldTimes } from './told-times.ts'

/** What speaks for one year of a day whose month and day are known. */
export interface YearSigns {
  readonly year: number
  /** How often each sign stands in the text. */
  readonly counts: ReadonlyMap<string, number>
  /** How many times are told as if they had been that lie in a later month. */
  readonly later: number
}

/** Days between a time and the day, and months, and years: each stretch up to one of these is a sign of its own. */
const DAYS = [-366, -31, -1, 3, 30, 90, 365]
const MONTHS = [-13, -3, -1, 0, 2, 6, 12]
const YEARS = [-3, -2, -1, 0, 1, 2, 5]
const GOALS = [-3, -1, 0, 1]
const NEAR_YEARS = [-2, -1, 0, 1, 2]
const DAY_MS = 86_400_000

/** Years of which papers count anniversaries without naming them. */
const FOUNDED: readonly (readonly [string, number])[] = [
  ['中华人民共和国|新中国|建国', 1949],
  ['中国共产党|建党', 1921],
  ['中国人民解放军|建军', 1927],
  ['抗日战争|抗战|世界反法西斯战争', 1945],
  ['抗美援朝', 1950],
  ['改革开放', 1978],
  ['五四运动', 1919],
  ['辛亥革命', 1911],
]
const ANNIVERSARIES = FOUNDED.map(
  ([name, year]) =>
    [
      new RegExp(`(?:${name})[^。，、；\\n]{0,8}?([\\d〇零一二三四五六七八九十百]{2,5})周年`, 'gu'),
      year,
    ] as const,
)
/** Words that tie a sentence to the year of the paper. */
const RELATIVE: readonly (readonly [string, RegExp])[] = [
  ['this year', /今年/u],
  ['last year', /去年|上年/u],
  ['next year', /明年/u],
]

/**
 * What a text tells for and against each year that a day may be of: how far the times that it names with their years lie from that
 * day, whether as plans, what is said of them (2024年度, 2024年以来), the years beside 今年 and 去年, and anniversaries.
 * @param monthDay `MM-DD`
 * @returns none if it names no year
 */
export function yearSigns(text: string, monthDay: string): readonly YearSigns[] {
  const times = toldTimes(text)
  const hints = hintsOf(text, times)
  const years = new Set(
    times.flatMap(({ kind, year }) => (kind === 'goal' ? [year - 1, year] : [year - 1, year, year + 1])),
  )
  const [month = 1, day = 1] = monthDay.split('-').map(Number)
  return [...years].map((year) => {
    const signs = [
      ...times.map((it) => signOf(it, { year, month, day })),
      ...hints.map(([name, told]) => `${name} ${stretch(year - told, NEAR_YEARS)}`),
    ]
    const counts = new Map<string, number>()
    for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1)
    const isLater = (it: ToldTime) =>
      it.month !== undefined && !it.isPlanned && it.year * 12 + it.month > year * 12 + month
    return { year, counts, later: times.filter(isLater).length }
  })
}

interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Where a time lies, as seen from a day. */
function signOf(time: ToldTime, { year, month, day }: Day): string {
  const { kind } = time
  if (kind === 'goal') return `goal ${stretch(year - time.year, GOALS)}`
  if (time.month === undefined) {
    const away = year - time.year
    const season = away === 0 || away === 1 ? inEarly(month) : away < 0 && month >= 11 ? ' late' : ''
    const setting = away >= -1 && away <= 3 && time.setting !== '' ? ` ${time.setting}` : ''
    return `year ${stretch(away, YEARS)}${season}${away <= 0 ? planned(time) : ''}${setting}`
  }
  const monthsAway = year * 12 + month - time.year * 12 - time.month
  if (time.day === undefined)
    return `month ${stretch(monthsAway, MONTHS)}${monthsAway < 0 ? planned(time) : ''}`
  const daysAway = Math.round(
    (Date.UTC(year, month - 1, day) - Date.UTC(time.year, time.month - 1, time.day)) / DAY_MS,
  )
  return `day ${stretch(daysAway, DAYS)}${daysAway < 0 ? planned(time) : ''}`
}

/** In January and February papers tell as much of the year before. */
const inEarly = (month: number): string => (month <= 2 ? ' early' : '')
const planned = ({ isPlanned }: ToldTime): string => (isPlanned ? ' planned' : '')

/** Years that something else than a time names, and what. */
function hintsOf(text: string, times: readonly ToldTime[]): readonly (readonly [string, number])[] {
  const been = times.filter(({ kind }) => kind !== 'goal').map(({ year }) => year)
  const anniversaries = ANNIVERSARIES.flatMap(([pattern, year]) =>
    [...text.matchAll(pattern)].flatMap(([, count = '']) => {
      const years = /^\d+$/u.test(count) ? Number(count) : readHanNumber(count)
      return years === undefined ? [] : [['anniversary', year + years] as const]
    }),
  )
  const beside = statementsOf(text).flatMap((sentence) => {
    const tied = RELATIVE.filter(([, pattern]) => pattern.test(sentence))
    if (tied.length === 0) return []
    const told = new Set(toldTimes(sentence).flatMap(({ kind, year }) => (kind === 'goal' ? [] : [year])))
    return tied.flatMap(([name]) => [...told].map((year) => [name, year] as const))
  })
  return [...anniversaries, ...beside, ...(been.length > 0 ? [['latest', Math.max(...been)] as const] : [])]
}

/** The stretch in which a number lies: `..-31`, `-30..-1`, `366..`. */
function stretch(value: number, ends: readonly number[]): string {
  const at = ends.findIndex((end) => value <= end)
  if (at < 0) return `${(ends.at(-1) ?? 0) + 1}..`
  const [before, end] = [ends[at - 1], ends[at]]
  if (before === undefined) return `..${end}`
  return before + 1 === end ? `${end}` : `${before + 1}..${end}`
}
