import { readHanNumber } from '../../domain/index.ts'
import { normalise } from '../../language/index.ts'
import { timeOf } from './local-time.ts'

/**
 * `8:00`, `08:00`, `0800`, `8点`, `8点半`, `8时30分`, `晚上八点`, `8pm`, `8:30 am`, also in full-width forms; the hour alone with
 * its 点, 时 or pm only.
 */
const CLOCK =
  /^(?:(\d{1,2}):(\d{2})|(\d{2})(\d{2})|(\d{1,2})[点时](?:(半)|(\d{1,2})分?|整)?|(\d{1,2})(?=[ap]m))(?:([ap])m)?$/

/** What people say before the hour, and from which hour to which it is meant to be after noon: 中午11点 is before it. */
const PART_OF_DAY = /^(凌晨|清晨|早上|早晨|上午|早|中午|下午|傍晚|晚上|夜里|晚)/
const AFTER_NOON: Readonly<Record<string, readonly [from: number, to: number]>> = {
  中午: [1, 3],
  下午: [1, 11],
  傍晚: [4, 11],
  晚上: [5, 11],
  夜里: [6, 11],
  晚: [5, 11],
}
const AT_NIGHT: ReadonlySet<string> = new Set(['凌晨', '夜里', '晚上', '晚'])

/**
 * Reads a time of day as people write it.
 * @returns `HH:MM`; undefined if it is none, as `25:99`
 */
export function readTime(text: string): string | undefined {
  const plain = normalise(text).replaceAll(/\s/gu, '')
  const part = PART_OF_DAY.exec(plain)?.[0] ?? ''
  const match = CLOCK.exec(toDigits(plain.slice(part.length)))
  if (!match) return undefined
  const [, hour, minute, bareHour, bareMinute, saidHour, half, saidMinute, letterHour, letter] = match
  const told = Number(hour ?? bareHour ?? saidHour ?? letterHour)
  const minutes = half === undefined ? Number(minute ?? bareMinute ?? saidMinute ?? 0) : 30
  const hours = letter === undefined ? inPart(told, part) : inHalf(told, letter)
  if (hours === undefined || hours > 23 || minutes > 59) return undefined
  return timeOf(60 * hours + minutes)
}

/** `晚上8点` is 20, `晚上20点` too; `晚上12点` is midnight. */
function inPart(hour: number, part: string): number {
  if (hour === 12 && AT_NIGHT.has(part)) return 0
  const [from, to] = AFTER_NOON[part] ?? []
  return from !== undefined && to !== undefined && hour >= from && hour <= to ? hour + 12 : hour
}

/** 12am is midnight, 12pm is noon, and there is no 13pm. */
function inHalf(hour: number, letter: string): number | undefined {
  if (hour < 1 || hour > 12) return undefined
  return (hour % 12) + (letter === 'p' ? 12 : 0)
}

/** `八点二十五分` → `8点25分`, `两点零五` → `2点5`; nobody says 二三点 for 23:00. */
const toDigits = (text: string): string =>
  text.replaceAll(/[零〇一二两三四五六七八九十]{1,3}/gu, (said) => {
    const number = /^[^十零〇]{2,}$/u.test(said) ? undefined : readHanNumber(said.replace('两', '二'))
    return number === undefined ? said : `${number}`
  })
