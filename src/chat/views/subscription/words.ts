import { WEEK } from '../../../digest/index.ts'
import { LRUCache } from '../../../ops/index.ts'
import { sectionOf } from '../../orders/topics.ts'
import type { Texts } from '../../texts/index.ts'
import { shorten } from '../shorten.ts'
import { renderWeekday } from '../source-line.ts'

/** `每天`, `工作日`, `周一、周三`. @param days 1 (Monday) to 7, in order */
export function nameDays(days: readonly number[], texts: Texts): string {
  for (const name of ['every', 'workdays', 'weekend'] as const)
    if (WEEK[name].join() === days.join()) return texts.subscription.days[name]
  return new Intl.ListFormat(texts.locale, { style: 'narrow' }).format(days.map((day) => nameDay(day, texts)))
}

/** `周一`. */
export const nameDay = (day: number, texts: Texts): string => renderWeekday(day, 'short', texts)

/** `北京`, or the last part of the zone's own name. */
export const nameCity = (timeZone: string, { subscription }: Texts): string =>
  subscription.cities[timeZone] ?? timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ')

/** To make them takes a thousand times as long as to use them; most readers are of a few zones. */
const momentFormats = new LRUCache<string, readonly [day: Intl.DateTimeFormat, time: Intl.DateTimeFormat]>({
  max: 100,
})

/** `6月9日周日 08:00`, as the clocks of a zone show it. */
export function nameMoment(timeMs: number, timeZone: string, { locale }: Texts): string {
  const key = `${locale} ${timeZone}`
  const make = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone, ...options })
  const formats = momentFormats.get(key) ?? [
    make({ month: 'long', day: 'numeric', weekday: 'short' }),
    make({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
  ]
  momentFormats.set(key, formats)
  return formats.map((format) => format.format(timeMs)).join(' ')
}

/** A section by its name, any other topic as it was typed. */
export const nameTopic = (topic: string): string => shorten(sectionOf(topic) ?? topic, 40)
