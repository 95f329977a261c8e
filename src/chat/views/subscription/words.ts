import { WEEK } from '../../../digest/index.ts'
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

/** `6月9日周日 08:00`, as the clocks of a zone show it. */
export function nameMoment(timeMs: number, timeZone: string, { locale }: Texts): string {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone, ...options }).format(timeMs)
  return `${format({ month: 'long', day: 'numeric', weekday: 'short' })} ${format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}`
}

/** A section by its name, any other topic as it was typed. */
export const nameTopic = (topic: string): string => shorten(sectionOf(topic) ?? topic, 40)
