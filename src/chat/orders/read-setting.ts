import { findTimeZone, readTime } from '../../digest/index.ts'
import { readHanNumber } from '../../domain/index.ts'
import { normalise } from '../../language/index.ts'
import type { Order, OrderProblem } from './order.ts'
import { readDays } from './read-days.ts'

/** What the first words of a text say, and how many of them do; undefined if they say nothing. */
export type Setting =
  | { readonly used: number; readonly order: Order }
  | { readonly problem: OrderProblem }
  | undefined

/** What introduces a setting; its value may stand right behind it (`时区上海`, `quiet: 22-7`). */
const KEYWORDS = [
  ['zone', /^(?:时区|時區|timezone|zone|tz)[:：]?/i],
  ['quiet', /^(?:免打扰|免打擾|勿扰|勿擾|quiet)[:：]?/i],
  ['snooze', /^(?:暂停|暫停|snooze|pause)[:：]?/i],
  ['length', /^(?:篇幅|length)[:：]?/i],
  ['except', /^(?:除了?|except)[:：]?/i],
] as const

const OFF = /^(无|不要|取消|关|关闭|没有|off|none|no)$/
const RESUME = /^(取消|恢复|结束|off|end|resume)$/
const END = /^(退订|停|停止|关|关闭|取消|off|stop)$/
const ON = /^(订阅|开|开启|on|start)$/
/** `every monday`, `on mondays`, `at 8am`: said before what counts. */
const BEFORE_DAYS = /^(every|each|at)$/
/** What a weekly digest is called. */
const WEEKLY =
  /^(?:每周|一周|每週|一週)(?:要闻|要聞|回顾|回顧|精选|精選|新闻|新聞)$|^(?:周报|週報|weekly|round-?up)$/
const SHORT = /^(短|简短|精简|short)$/
const NORMAL = /^(普通|正常|长|normal|long)$/

const MOST_DAYS = 365
/** UTF-16 units of what was typed that a problem repeats. */
export const SHOWN = 60

/** Between days and the time of day, where Chinese has no blank: 每天|早上七点, 周五|八点, but 周一三五. */
export const BEHIND_DAYS =
  /(?<=每天|每日|工作日|周末|(?:周|星期|礼拜)[一二三四五六日天])(?![到至、，和及/~-]|[一二三四五六日天](?![点時时十])|$)/gu

/** The words of a text; a keyword counts also if its value stands right behind it. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .replaceAll(BEHIND_DAYS, ' ')
    .split(/\s+/u)
    .flatMap((word) => {
      const keyword = keywordOf(word)
      return keyword ? [keyword.word, word.slice(keyword.word.length)] : [word]
    })
    .filter(Boolean)

function keywordOf(text: string) {
  for (const [is, pattern] of KEYWORDS) {
    const word = pattern.exec(text)?.[0]
    // A Latin keyword ends where the word does: `zonewards` is another word.
    if (word !== undefined && !/[a-z]$/i.test(word)) return { is, word }
    if (word !== undefined && !/^[a-z]/i.test(text.slice(word.length))) return { is, word }
  }
  return undefined
}

/** Reads one setting from the first of these words. @param nowMs when offsets such as `UTC+8` are asked for */
export function readSetting(words: readonly string[], nowMs: number): Setting {
  const [first = '', ...rest] = words
  switch (keywordOf(first)?.is) {
    case 'zone':
      return readZone(rest, nowMs)
    case 'quiet':
      return readQuiet(rest)
    case 'snooze':
      return readSnooze(rest)
    case 'length': {
      const length = lengthOf(rest[0] ?? '')
      return length && { used: 2, order: { length } }
    }
    case 'except': {
      const except = readDays(rest[0] ?? '')
      return except && { used: 2, order: { except } }
    }
    case undefined:
      return readPlain(words, nowMs)
  }
}

function readPlain(words: readonly string[], nowMs: number): Setting {
  const [first = ''] = words
  const plain = normalise(first)
  const length = lengthOf(first)
  if (length) return { used: 1, order: { length } }
  if (END.test(plain) && words.length === 1) return { used: 1, order: { end: true } }
  if (ON.test(plain) || BEFORE_DAYS.test(plain)) return { used: 1, order: {} }
  if (WEEKLY.test(plain)) return { used: 1, order: { weekly: true } }
  const weekdays = readDays(first)
  if (weekdays) return { used: 1, order: { weekdays } }
  // `晚上 8点` and `8:30 pm` are one time, `New York` is one place.
  for (const used of [2, 1]) {
    if (used > words.length) continue
    const said = words.slice(0, used).join(' ')
    const time = readClock(said)
    if (time !== undefined) return { used, order: { time } }
    const { zone } = findTimeZone(said, nowMs)
    if (zone !== undefined) return { used, order: { timeZone: zone } }
  }
  return undefined
}

function lengthOf(word: string): Order['length'] {
  const plain = normalise(word)
  if (SHORT.test(plain)) return 'short'
  return NORMAL.test(plain) ? 'normal' : undefined
}

/** As {@link readTime}, and the hour alone, which can mean nothing else here. */
function readClock(text: string): string | undefined {
  const plain = normalise(text)
  return readTime(/^\d{1,2}$/.test(plain) ? `${plain}:00` : text)
}

function readZone(words: readonly string[], nowMs: number): Setting {
  const tries = [3, 2, 1].filter((used) => used <= words.length)
  for (const used of tries) {
    const { zone } = findTimeZone(words.slice(0, used).join(' '), nowMs)
    if (zone !== undefined) return { used: used + 1, order: { timeZone: zone } }
  }
  const text = words[0] ?? ''
  return { problem: { kind: 'badZone', text: text.slice(0, SHOWN), near: findTimeZone(text, nowMs).near } }
}

function readQuiet(words: readonly string[]): Setting {
  if (OFF.test(normalise(words[0] ?? ''))) return { used: 2, order: { quiet: 'off' } }
  for (const used of [3, 2, 1]) {
    if (used > words.length) continue
    const ends = normalise(words.slice(0, used).join('')).split(/-|~|到|至|–|—/u)
    const [from, to] = ends.map(readClock)
    if (ends.length === 2 && from !== undefined && to !== undefined && from !== to)
      return { used: used + 1, order: { quiet: [from, to] } }
  }
  return { problem: { kind: 'badQuiet', text: words.join(' ').slice(0, SHOWN) } }
}

function readSnooze(words: readonly string[]): Setting {
  if (RESUME.test(normalise(words[0] ?? ''))) return { used: 2, order: { snoozeDays: 0 } }
  for (const used of [2, 1]) {
    if (used > words.length) continue
    const [, number = '', unit = ''] =
      /^(\d{1,3}|[一二两三四五六七八九十]{1,3}|a)(天|日|周|个?星期|个?礼拜|个?月|d|days?|w|weeks?)$/.exec(
        normalise(words.slice(0, used).join('')),
      ) ?? []
    const count = /^\d/.test(number)
      ? Number(number)
      : number === 'a'
        ? 1
        : readHanNumber(number.replace('两', '二'))
    const days = (count ?? 0) * (/^(周|个?星期|个?礼拜|w)/.test(unit) ? 7 : unit.endsWith('月') ? 30 : 1)
    if (days > 0 && days <= MOST_DAYS) return { used: used + 1, order: { snoozeDays: days } }
  }
  return { problem: { kind: 'badSnooze', text: words.join(' ').slice(0, SHOWN) } }
}
