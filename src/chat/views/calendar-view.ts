import type { ArchiveDay } from '../../store/index.ts'
import type { Origin } from '../callback/origin.ts'
import { html, joinHtml, type SafeHtml } from '../markup/html.ts'
import type { Texts } from '../texts/index.ts'
import { button, clampPage, inRows, pager } from '../turn/keyboard.ts'
import type { Button, Message } from '../turn/reply.ts'
import { backRow } from './back-row.ts'
import { renderCount, renderDay, renderMonthName, renderWeekday } from './source-line.ts'

/** Days that are listed one by one; of more, one picks the month first. */
export const DAYS_IN_A_LIST = 8

const MONTHS_PER_PAGE = 12
const MONTHS_PER_ROW = 3
const DAYS_PER_WEEK = 7
/** A place in the calendar where there is nothing to press: a button must say something (Bot API). */
const BLANK = button('·', { kind: 'nothing' })

/** Which page of the months is shown, and the list that one came from. */
export interface IssuesPage {
  /** From 0. */
  readonly page: number
  readonly origin?: Origin | undefined
}

/** Which month is shown, `2024-06`, and the list that one came from. */
export interface MonthPage {
  readonly month: string
  readonly origin?: Origin | undefined
}

/** What there is to pick from. */
export interface Dates {
  /** Newest first. */
  readonly days: readonly ArchiveDay[]
  /** Articles without a date. */
  readonly undated: number
}

/** A button for each day. */
export const renderDays = ({ days, undated }: Dates, origin: Origin | undefined, texts: Texts): Message => ({
  html: html`<b>${texts.pickDate}</b>`,
  buttons: [
    ...days.map(({ day, articles }) => [
      button(`${renderDay(day, texts)} · ${texts.articles(renderCount(articles, texts))}`, {
        kind: 'issue',
        date: day,
      }),
    ]),
    ...undatedRow(undated, texts),
    ...backRow(origin, texts),
  ],
})

/** A button for each month that has issues, newest first. */
export function renderMonths(
  { days, undated }: Dates,
  { page: asked, origin }: IssuesPage,
  texts: Texts,
): Message {
  const months = monthsOf(days)
  const pages = Math.ceil(months.length / MONTHS_PER_PAGE)
  const page = clampPage(asked, pages)
  const buttons = months
    .slice(page * MONTHS_PER_PAGE, (page + 1) * MONTHS_PER_PAGE)
    .map((month) => button(renderMonthName(month, texts), { kind: 'month', month, origin }))
  return {
    html: html`<b>${texts.pickDate}</b>`,
    buttons: [
      ...inRows(buttons, MONTHS_PER_ROW),
      ...pager(page, pages, (to) => ({ kind: 'issues', page: to, origin })),
      ...undatedRow(undated, texts),
      ...backRow(origin, texts),
    ],
  }
}

/** A month as a calendar, weeks from Monday; days without an issue are blank. @param days newest first */
export function renderMonth(
  days: readonly ArchiveDay[],
  { month, origin }: MonthPage,
  texts: Texts,
): Message {
  const withIssues = new Set(days.map(({ day }) => day))
  const first = new Date(`${month}-01T00:00:00Z`)
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  const daysBefore = (first.getUTCDay() + 6) % DAYS_PER_WEEK
  const cells = Array.from({ length }, (_, i) => {
    const date = `${month}-${`${i + 1}`.padStart(2, '0')}`
    return withIssues.has(date) ? button(`${i + 1}`, { kind: 'issue', date }) : BLANK
  })
  const daysAfter = (6 * DAYS_PER_WEEK - daysBefore - length) % DAYS_PER_WEEK
  const weeks = inRows([...blanks(daysBefore), ...cells, ...blanks(daysAfter)], DAYS_PER_WEEK)
  const months = monthsOf(days)
  const at = months.indexOf(month)
  const turnTo = (to: string | undefined, mark: string) =>
    button(
      to === undefined ? '·' : mark,
      to === undefined ? { kind: 'nothing' } : { kind: 'month', month: to, origin },
    )
  return {
    html: html`<b>${renderMonthName(month, texts)}</b>`,
    buttons: [
      weekdayRow(texts),
      ...weeks,
      [
        turnTo(months[at + 1], '‹'),
        button(texts.buttons.months, { kind: 'issues', page: Math.floor(at / MONTHS_PER_PAGE), origin }),
        turnTo(months[at - 1], '›'),
      ],
      ...backRow(origin, texts),
    ],
  }
}

const undatedRow = (undated: number, texts: Texts): readonly (readonly Button[])[] =>
  undated === 0
    ? []
    : [[button(texts.buttons.undated(texts.articles(renderCount(undated, texts))), { kind: 'undated' })]]

const monthsOf = (days: readonly ArchiveDay[]) => [...new Set(days.map(({ day }) => day.slice(0, 7)))]

const weekdayRow = (texts: Texts): readonly Button[] =>
  Array.from({ length: DAYS_PER_WEEK }, (_, i) =>
    button(renderWeekday(i + 1, 'narrow', texts), { kind: 'nothing' }),
  )

const blanks = (count: number) => Array<Button>(count).fill(BLANK)

/** There is no issue as it was asked for: which one is the newest, and the days that there are. */
export const renderNoSuchIssue = (told: SafeHtml, newest: string | undefined, texts: Texts): Message => ({
  html: joinHtml([told, newest === undefined ? undefined : texts.newestIssue(renderDay(newest, texts))]),
  buttons: [[button(texts.buttons.dates, { kind: 'issues', page: 0 })]],
})
