import { html } from '../../markup/html.ts'
import type { TrendTexts } from './texts.ts'

/** "on 20 March 2023", "in March 2023", "in the week of 20 March". */
const during = (period: string): string => `${/^\d{1,2} /.test(period) ? 'on' : 'in'} ${period}`

/** Texts about trends in English. */
export const enTrends: TrendTexts = {
  usage: html`What do you want the trend of? Put keywords after /trend, for example <code>/trend 高铁</code>; with commas between them they are compared: <code>/trend 高铁, 大熊猫 去年</code>`,
  weekOf: (day) => `the week of ${day}`,
  total: (query, count) => `“${query}”: ${count} in all`,
  fromTo: (first, firstCount, last, lastCount) =>
    `from ${firstCount} ${during(first)} to ${lastCount} ${during(last)}`,
  most: (period, count) => `most ${during(period)}, with ${count}`,
  perThousand: (first, last) => `Of each thousand articles, from ${first} to ${last}`,
  sentence: (parts) => `${parts.join(', ')}.`,
  onlyIn: (period) => `all of them ${during(period)}, so there is no trend to see yet`,
  none: (query, days) => `No article mentions “${query}”${days === '' ? '' : ` (${days})`}`,
  undated: (count) => `Not counted, as their day or year is not known: ${count}`,
  allUndated: (query, count) =>
    `The day or year is not known of any article that mentions “${query}”: ${count}`,
  byWords: (query) => `No article says “${query}” just so; these are the articles that hold all of its words`,
  leftOut: (kept) => `At most ${kept} can be compared at a time; the others are not drawn`,
  partial: 'Part of the archive did not answer, so the numbers may be too low',
  timelineUsage: html`What do you want the story of? Put keywords after /timeline, for example <code>/timeline 中欧班列</code>`,
  timelineTitle: 'Timeline',
  kinds: { first: 'First mention', turn: 'Turning point', latest: 'Latest' },
  buttons: {
    trend: 'Trend',
    timeline: 'Timeline',
    by: { day: 'By day', week: 'By week', month: 'By month', year: 'By year' },
  },
  title: {
    day: 'Articles a day',
    week: 'Articles a week',
    month: 'Articles a month',
    year: 'Articles a year',
  },
}
