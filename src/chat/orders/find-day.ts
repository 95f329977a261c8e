import { readAskedDays } from '../../digest/index.ts'
import { addDays, weekdayOf } from '../../domain/index.ts'
import { normalise } from '../../language/index.ts'

const NUMBER = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})'
const YEAR = '(?:\\d{4}|\\d{2}|[一二〇零九八七六五四三]{4}|去|前|今)年'
/** How people name a day, or a day that there never was: 2月30号. */
const DAY = new RegExp(
  `(?:${YEAR}的?)?${NUMBER}月${NUMBER}(?:[日号](?!线|楼))?|\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}|(?<!\\d)(?:19|20)\\d{6}(?!\\d)|大?前[天日]|昨[天日晚儿]|(?:上个?)?(?:周|星期|礼拜)[一二三四五六日天]|${YEAR}(?:今天|元旦|国庆|春节|五一|十一)|(?<!\\d)\\d{1,2}\\.\\d{1,2}(?!\\d)|${NUMBER}[日号](?!线|楼)|yesterday|(?:last\\s)?(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:january|february|march|april|may|june|july|august|september|october|november|december)\\s\\d{1,2}`,
  'u',
)
const WRITTEN: readonly (readonly [RegExp, string])[] = [
  [/^(\d{2})年/u, '$1年'],
  [/昨[晚儿]/u, '昨天'],
  [/前日/u, '前天'],
  [/(?<=年)元旦/u, '1月1日'],
  [/(?<=年)(?:国庆|十一)/u, '10月1日'],
  [/(?<=年)五一/u, '5月1日'],
  [/(?:星期|礼拜)/u, '周'],
  [/^(\d{1,2})\.(\d{1,2})$/u, '$1月$2日'],
  [/号$/u, '日'],
]
/** Of two digits, from here on they are of the last century. */
const LAST_CENTURY = 50

/**
 * The day that a message names among other words, as it is written: 10.25的要闻麻烦发我 names 10月25日.
 * @returns undefined if it names none; `isDay` is false of one that there never was
 */
export function findDay(
  text: string,
  today: string,
): { readonly day: string; readonly isDay: boolean } | undefined {
  const said = DAY.exec(normalise(text))?.[0]
  if (said === undefined) return undefined
  const whole = said.replace(
    /^(\d{2})年/u,
    (_, year: string) => `${Number(year) >= LAST_CENTURY ? 19 : 20}${year}年`,
  )
  const day = WRITTEN.reduce((written, [form, plain]) => written.replace(form, plain), whole)
  const daysBack = day === '大前天' ? 3 : daysSince(day, today)
  const dated = daysBack === undefined ? day : addDays(today, -daysBack)
  return { day: dated, isDay: readAskedDays(dated, today, today).length > 0 }
}

/** 周一 without more is the last one; 天 is 日. */
function daysSince(day: string, today: string): number | undefined {
  if (!/^周.$/u.test(day)) return undefined
  const weekday = '一二三四五六'.indexOf(day.slice(1)) + 1 || SUNDAY
  return ((weekdayOf(today) - weekday + 6) % 7) + 1
}

const SUNDAY = 7
