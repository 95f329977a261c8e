import { readTime, WEEK } from '../../digest/index.ts'
import { normalise } from '../../language/index.ts'
import { readDays } from './read-days.ts'

/** When something comes that is to come in the evening: 改成晚上, 每天早上发我. */
export const USUAL_TIMES: Readonly<Record<string, string>> = {
  清晨: '7:00',
  早晨: '8:00',
  早上: '8:00',
  上午: '9:00',
  中午: '12:00',
  下午: '15:00',
  傍晚: '18:00',
  晚上: '20:00',
  夜里: '22:00',
  睡前: '22:00',
}
/** The same in other words. */
const PARTS: Readonly<Record<string, string>> = {
  清早: '清晨',
  大清早: '清晨',
  一早: '早上',
  大早上: '早上',
  早: '早上',
  早间: '早上',
  朝早: '早上',
  午间: '中午',
  午后: '下午',
  晚: '晚上',
  每晚: '晚上',
  今晚: '晚上',
  夜晚: '晚上',
  半夜: '凌晨',
  深夜: '夜里',
  晚饭后: '晚上',
  下班后: '傍晚',
  下班: '傍晚',
  收工: '傍晚',
  放学: '傍晚',
  午休: '中午',
  午睡: '中午',
  午觉: '下午',
  天黑: '晚上',
  晚饭: '晚上',
  晚自习: '晚上',
  睡觉前: '睡前',
  morning: '早上',
  evening: '晚上',
}
const PART = `(?:凌晨|${[...Object.keys(PARTS), ...Object.keys(USUAL_TIMES)]
  .toSorted((one, other) => other.length - one.length)
  .join('|')})`
const PARTS_OF_DAY = new RegExp(`${PART}(?!报|报纸|饭|班)`, 'gu')
const NUMBER = '(?:\\d{1,2}|[零〇一二两三四五六七八九十]{1,3})'
const CLOCK = new RegExp(
  `(?<part>${PART})?[的\\s]*(?<clock>\\d{1,2}[:：]\\d{2}(?:\\s*[ap]m)?|\\d{1,2}(?:[:：]\\d{2})?\\s*[ap]m|(?<![第\\d])(?<hour>${NUMBER})[点时](?!间|候|[份条篇个])(?:钟|整)?(?:(?<quarter>[一三])刻|半|${NUMBER}分?|钟|整)?|\\bnoon\\b|(?<=\\bat )\\d{1,2}\\b)`,
  'gu',
)
/** Where a time stands that is the new one, and where one that is not, or that is the reason. */
const NEW_ONE = /(?:改|换|挪|移|调整?|推迟|提前|延后?|后延|延迟|拖|定|设)[^，,。;；]{0,6}$|(?:\bto|\bat)\s*$/u
const OLD_ONE = /(?:别|不是|不要|不用|原来|之前|本来|从)[^，,。;；]{0,2}$/u
const SENT_THEN = /^[^，,。;；]{0,4}(?:发|送|推|给我|来|收|传|看|报|读|吧|$)/u
const OTHERWISE =
  /^[^，,。;；]{0,3}(?:太|不行|不合适|不方便|才|就得|还在|还没|还|开门|开会|开例会|例会|上班|下班|上课|起床|睡|出门|有课|以后|以前|之后|之前)/u

/**
 * The time of day that a whole message names among other words: 早上六点太早了，挪到七点半 names half past seven.
 * @returns `HH:MM`; undefined if there is none, or it is not clear which
 */
export function findTime(text: string): string | undefined {
  const spoken = normalise(text)
  let lastPart: string | undefined
  const found = Array.from(spoken.matchAll(CLOCK), (match) => {
    const before = spoken.slice(0, match.index)
    const behind = spoken.slice(match.index + match[0].length)
    const { part, ...rest } = match.groups ?? {}
    // 下午三点太早，换成五点: nobody says the part of the day twice.
    lastPart = part ?? lastPart ?? partsIn(before).at(-1)
    const time = timeOf({ part: lastPart, ...rest })
    const signs = [NEW_ONE.test(before) && 2, SENT_THEN.test(behind) && 1, OLD_ONE.test(before) && -3]
    const rank = signs.reduce<number>((sum, it) => sum + Number(it), OTHERWISE.test(behind) ? -2 : 0)
    return { time, rank }
  }).filter(({ time, rank }) => time !== undefined && rank > -2)
  const best = Math.max(...found.map(({ rank }) => rank))
  const times = new Set(found.flatMap(({ time, rank }) => (rank === best ? (time ?? []) : [])))
  return times.size === 1 ? [...times][0] : undefined
}

/** The parts of the day that a text names in words of two characters: 早 and 晚 are earlier and later as well. */
const partsIn = (text: string): readonly string[] =>
  Array.from(text.matchAll(PARTS_OF_DAY), ([it]) => it).filter((it) => it.length > 1)

function timeOf({ part = '', clock = '', hour, quarter }: Record<string, string | undefined>) {
  const usual = PARTS[part] ?? part
  if (clock === 'noon') return '12:00'
  if (/^\d{1,2}$/u.test(clock)) return readTime(`${clock}:00`)
  const told = quarter === undefined ? clock : `${hour}点${quarter === '一' ? '15' : '45'}`
  const plain = told
    .replace('时', '点')
    .replace(/点(?:钟|整)(?=.)/u, '点')
    .replace(/点钟$/u, '点')
  return readTime(`${usual === '睡前' ? '晚上' : usual}${plain}`)
}

/** The usual time of the part of the day that a message names, if it names one only: 还是早上发吧. */
export function findPartOfDay(text: string): string | undefined {
  const spoken = normalise(text)
  const changed = /(?:改|换|挪|移|调)[^，,。]*$/u.exec(spoken)?.[0] ?? spoken
  const parts = partsIn(changed).map((it) => PARTS[it] ?? it)
  const times = new Set(parts.flatMap((it) => USUAL_TIMES[it] ?? []))
  return times.size === 1 ? [...times][0] : undefined
}

/** Days that a message names among other words. */
export interface FoundDays {
  /** Are wanted. */
  readonly on: readonly number[]
  /** Are not wanted. */
  readonly off: readonly number[]
  /** Are wanted beside those that are wanted already. */
  readonly also: readonly number[]
}

const WEEKDAY = '(?:周|星期|礼拜)[一二三四五六日天](?![次回])'
const DAYS = new RegExp(
  `每天|每日|天天|七天|工作日|上班日|上学日|平日|平时|双休日?|周[末未]|${WEEKDAY}(?:(?:到|至|-|~|—)(?:周|星期|礼拜)?[一二三四五六日天]|(?:[、,，和跟及]?(?:周|星期|礼拜)?[一二三四五六日天](?![次回点号月]))*)|[一二三四五六日]{3,6}(?=[^\\p{sc=Han}]*(?:发|送|推|要|收|$))|weekdays?|weekends?|(?:mon|tues?|wednes|thurs?|fri|satur|sun)days?`,
  'gu',
)
const NAMES: Readonly<Record<string, readonly number[]>> = {
  七天: WEEK.every,
  上班日: WEEK.workdays,
  上学日: WEEK.workdays,
  平时: WEEK.workdays,
  weekday: WEEK.workdays,
  双休: WEEK.weekend,
  周未: WEEK.weekend,
}
const NOT_BEFORE = /(?:不要|别在?|去掉|除了?|跳过|取消|免|没有|except|not on|skip|no|without)\s*(?:在)?$/u
const NOT_BEHIND =
  /^(?:那[两几]?天|的|了|就|都|先|请|我|休息|,|，)*(?:别|不|唔|休息|跳过|去掉|停|免|算了|除外|暂不|暂停|勿|歇|没空|没法|(?:.{0,16}|.{0,30}\b)(?:不要|别|唔|don't|not|不用|跳过|不发|不看|不想|免了|算了))/u
const ALSO_BEHIND = /^(?:我)?(?:也|加上|都?加)/u
const ALSO_BEFORE = /(?:加上?|添上?|also on|also|plus)\s*$/u

/** @returns undefined if no day is named */
export function findDays(text: string): FoundDays | undefined {
  const spoken = normalise(text).replace(/^.*(?:改|换)[为成到]/u, '')
  const days = { on: new Set<number>(), off: new Set<number>(), also: new Set<number>() }
  const found = [...spoken.matchAll(DAYS)]
  for (const [at, { 0: said, index }] of found.entries()) {
    const before = spoken.slice(Math.max(0, index - 8), index)
    const [behind = ''] = spoken.slice(index + said.length, found[at + 1]?.index).split(/[。;；！!\s]/u)
    const isOff = NOT_BEFORE.test(before) || NOT_BEHIND.test(behind)
    const isAlso = ALSO_BEFORE.test(before) || ALSO_BEHIND.test(behind)
    const row = isOff ? days.off : isAlso ? days.also : days.on
    for (const day of daysOf(said)) row.add(day)
  }
  // 每天 beside 周末 only says what is spoken of.
  const isEvery = (row: ReadonlySet<number>) => row.size === WEEK.every.length
  const others = [days.on, days.off, days.also].filter((it) => it.size > 0)
  if (others.length > 1) for (const row of others.filter(isEvery)) row.clear()
  for (const day of days.off) days.on.delete(day)
  const [on, off, also] = [days.on, days.off, days.also].map((it) => [...it].toSorted((a, b) => a - b))
  return on && off && also && on.length + off.length + also.length > 0 ? { on, off, also } : undefined
}

const daysOf = (said: string): readonly number[] =>
  NAMES[said] ?? readDays(said) ?? readDays(`周${said}`) ?? []

const LENGTH =
  /(?<half>半)个?(?<halfUnit>月)|(?<![周月第期拜])(?<number>\d{1,3}|[一二两俩仨三四五六七八九十]{1,3})(?:个)?(?<unit>天|日(?!报)|周|星期|礼拜|月(?!\d|初|底|份|[一二三四五六七八九十]))|(?<much>\d{1,2}|a|one|two|three)\s(?<english>day|week|month)s?/u
const IN_ENGLISH: Readonly<Record<string, string>> = {
  a: '1',
  one: '1',
  two: '2',
  three: '3',
  day: '天',
  week: '周',
  month: '个月',
}

/** How long something is not wanted, as it is written behind `暂停`: 先静音两礼拜. */
export function findLength(text: string): string | undefined {
  const { half, number, unit, much, english } = LENGTH.exec(normalise(text))?.groups ?? {}
  if (half !== undefined) return '15天'
  if (much !== undefined && english !== undefined) return `${IN_ENGLISH[much] ?? much}${IN_ENGLISH[english]}`
  if (number === undefined || unit === undefined) return undefined
  const written = { 周: '周', 星期: '星期', 礼拜: '星期', 月: '个月' }[unit] ?? '天'
  return `${number.replace(/[两俩]/u, '二').replace('仨', '三')}${written}`
}
