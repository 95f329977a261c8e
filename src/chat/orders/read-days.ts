import { WEEK } from '../../digest/index.ts'
import { normalise } from '../../language/index.ts'

const NAMED: Readonly<Record<string, readonly number[]>> = {
  每天: WEEK.every,
  每日: WEEK.every,
  天天: WEEK.every,
  daily: WEEK.every,
  everyday: WEEK.every,
  工作日: WEEK.workdays,
  平日: WEEK.workdays,
  weekdays: WEEK.workdays,
  周末: WEEK.weekend,
  双休日: WEEK.weekend,
  weekend: WEEK.weekend,
  weekends: WEEK.weekend,
}

const HAN = '一二三四五六日'
const ENGLISH = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
/** Weekdays as they are written in an order: 周一. @param days 1 (Monday) to 7 */
export const namesOfDays = (days: readonly number[]): readonly string[] =>
  days.map((day) => `周${HAN[day - 1]}`)

/** A day by its name; in a row of Chinese ones (`周一三五`) the first alone says that it is a weekday. */
const DAY =
  '(?:每?(?:周|星期|礼拜))?[一二三四五六日天]|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?'
const LIST = new RegExp(`^(?=每?(?:周|星期|礼拜)|[a-z])(?:${DAY})(?:[、,/+和及]?(?:${DAY}))*$`)
const RANGE = new RegExp(`^(?=每?(?:周|星期|礼拜)|[a-z])(${DAY})(?:到|至|-|~)(${DAY})$`)

/**
 * Reads weekdays as people write them: `每天`, `工作日`, `周末`, `周一到周五`, `星期一、三、五`, `mon-fri`.
 * @returns 1 (Monday) to 7, in order; undefined if it is none
 */
export function readDays(text: string): readonly number[] | undefined {
  const plain = normalise(text)
  const named = Object.hasOwn(NAMED, plain) ? NAMED[plain] : undefined
  if (named) return named
  const [, from, to] = RANGE.exec(plain) ?? []
  if (from !== undefined && to !== undefined) return between(dayOf(from), dayOf(to))
  if (!LIST.test(plain)) return undefined
  const days = [...plain.matchAll(new RegExp(DAY, 'g'))].map(([day]) => dayOf(day))
  return [...new Set(days)].toSorted((a, b) => a - b)
}

function dayOf(name: string): number {
  const han = HAN.indexOf(name.slice(-1).replace('天', '日'))
  return 1 + (han >= 0 ? han : ENGLISH.indexOf(name.slice(0, 3)))
}

/** A week has no beginning: from Saturday to Monday is three days. */
const between = (from: number, to: number): readonly number[] =>
  WEEK.every.filter((day) => (from <= to ? day >= from && day <= to : day >= from || day <= to))
