import { readHanNumber } from '../../domain/index.ts'
import { normalise } from '../../language/index.ts'
import { CITIES } from './cities.ts'
import { offsetAt } from './local-time.ts'
import { readTimeZone } from './read-time-zone.ts'

/** What a name of a place or zone may mean; the best first, at most {@link MOST}. */
export interface FoundTimeZone {
  /** The zone that was meant, if there is no doubt. */
  readonly zone?: string
  /** What may have been meant, if there is. */
  readonly near: readonly string[]
}

const MOST = 4
const HOUR_MS = 3_600_000

/** `UTC+8`, `GMT-5`, `+08:00`, `东八区`: an offset, which does not say when its clocks are changed. */
const OFFSET = /^(?:utc|gmt)?([+-])(\d{1,2})(?::?(00|30|45))?$/
const AREA = /^([东西])([一二三四五六七八九十]{1,2})区$/

/** Zones with the offsets that are asked for, before all others. */
const COMMON = [
  'Asia/Shanghai',
  'Asia/Hong_Kong',
  'Asia/Taipei',
  'Asia/Singapore',
  'Asia/Tokyo',
  'Australia/Sydney',
  'Europe/London',
  'Europe/Berlin',
  'America/New_York',
  'America/Los_Angeles',
]

/**
 * Finds a time zone by its IANA name, by a city (`上海`, `New York`), a country or an offset; what is nearly one of them is
 * offered. @param nowMs when offsets are asked for: many change twice a year
 */
export function findTimeZone(text: string, nowMs: number): FoundTimeZone {
  const zone = readTimeZone(text)
  if (zone !== undefined) return { zone, near: [] }
  const name = keyOf(text)
  const offset = offsetOf(name)
  if (offset !== undefined) return { near: zonesAt(offset, nowMs) }
  const zones = CITIES.get(name) ?? CITIES.get(name.replace(/市$/u, '')) ?? zonesByCity().get(name)
  if (zones?.length === 1 && zones[0] !== undefined) return { zone: zones[0], near: [] }
  return { near: (zones ?? nearTo(name)).slice(0, MOST) }
}

const keyOf = (text: string) => normalise(text.slice(0, 60)).replaceAll(/[\s_]/gu, '')

let byCity: ReadonlyMap<string, readonly string[]> | undefined

/** The last part of every zone's name: `newyork`. */
function zonesByCity(): ReadonlyMap<string, readonly string[]> {
  if (byCity) return byCity
  const found = new Map<string, string[]>()
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const city = keyOf(zone.slice(zone.lastIndexOf('/') + 1))
    found.set(city, [...(found.get(city) ?? []), zone])
  }
  byCity = found
  return found
}

function offsetOf(name: string): number | undefined {
  const [, sign, hours, minutes = '0'] = OFFSET.exec(name) ?? []
  if (hours !== undefined)
    return (sign === '-' ? -1 : 1) * (Number(hours) * HOUR_MS + Number(minutes) * 60_000)
  const [, side, said = ''] = AREA.exec(name) ?? []
  const area = readHanNumber(said) ?? 0
  return side === undefined || area < 1 || area > 12 ? undefined : (side === '西' ? -1 : 1) * area * HOUR_MS
}

const zonesAt = (offset: number, nowMs: number): readonly string[] =>
  [...new Set([...COMMON, ...Intl.supportedValuesOf('timeZone')])]
    .filter((zone) => offsetAt(nowMs, zone) === offset)
    .slice(0, MOST)

const HAN = /\p{Script=Han}/u

/** Places within the text (`美国纽约`), and names that differ by a slip of the finger (`Asia/Shanhai`). */
function nearTo(name: string): readonly string[] {
  const city = name.slice(name.lastIndexOf('/') + 1)
  const within = [...CITIES].filter(([it]) => HAN.test(it) && name.includes(it))
  const longest = within.toSorted(([a], [b]) => b.length - a.length)
  const known = [...CITIES, ...zonesByCity()]
  const alike = known
    .map(([it, zones]) => ({ zones, slips: city.length < 3 ? 9 : slipsBetween(it, city) }))
    .filter(({ slips }) => slips <= (city.length < 6 ? 1 : 2))
    .toSorted((a, b) => a.slips - b.slips)
  return [...new Set([...longest.flatMap(([, zones]) => zones), ...alike.flatMap(({ zones }) => zones)])]
}

/** Characters to add, leave out or change, to make one name of the other (Levenshtein). */
function slipsBetween(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1]
    for (let j = 0; j < b.length; j++)
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1)))
    row = next
  }
  return row[b.length] ?? 0
}
