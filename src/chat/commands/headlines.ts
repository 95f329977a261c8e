import { type DayRange, newestDate, readAskedDays } from '../../digest/index.ts'
import type { ListSpec } from '../../store/index.ts'
import { pictureOfDay } from '../lists/day-picture.ts'
import { openList } from '../lists/open-list.ts'
import type { Texts } from '../texts/index.ts'
import type { Command } from '../turn/command.ts'
import type { Parts } from '../turn/parts.ts'
import { edit, type Message, type Reply, say, send, toast } from '../turn/reply.ts'
import type { Turn } from '../turn/turn.ts'
import {
  DAYS_IN_A_LIST,
  type IssuesPage,
  type MonthPage,
  renderDays,
  renderMonth,
  renderMonths,
  renderNoSuchIssue,
} from '../views/calendar-view.ts'
import { shorten } from '../views/shorten.ts'

type HeadlinesSpec = Extract<ListSpec, { kind: 'headlines' }>

/** `/headlines [date or section]`: what the papers say, newest issue first, page by page. */
export const createHeadlinesCommand =
  (parts: Parts): Command =>
  async (asked, turn) => {
    const { texts } = turn
    const newest = await newestDate(parts.archive)
    for (const spec of specsOf(asked, parts.today(), newest)) {
      const { total, message } = await openList(parts, spec, turn)
      if (total > 0) return send(message)
    }
    if (asked === '') return say(texts.noHeadlines)
    return send(renderNoSuchIssue(texts.noSuchIssue(shorten(asked, 60)), newest, texts))
  }

/** `/latest`: the front page of the newest issue as a picture, and its contents. */
export const createLatestCommand =
  (parts: Parts): Command =>
  async (_text, turn) => {
    const date = await newestDate(parts.archive)
    const spec: ListSpec = { kind: 'headlines', ...(date !== undefined && { from: date, to: date }) }
    const { total, message } = await openList(parts, spec, turn)
    if (total === 0) return say(turn.texts.noHeadlines)
    const picture =
      date === undefined ? undefined : await pictureOfDay(parts, date, { bot: turn.request.bot }, turn.texts)
    return { kind: 'send', message, ...(picture && { picture }) }
  }

/** 选一期: the days that have issues, to pick one. */
export const createIssuesCommand =
  (parts: Parts): Command =>
  async (_text, { texts }) => {
    const message = await issuesOf(parts, { page: 0 }, texts)
    return message ? send(message) : say(texts.noHeadlines)
  }

/** Shows the days that have issues, to pick one, in the message whose button was pressed. */
export async function showIssues(parts: Parts, action: IssuesPage, { texts }: Turn): Promise<Reply> {
  const message = await issuesOf(parts, action, texts)
  return message ? edit(message) : toast(texts.listGone)
}

/** The days, or their months if they are many; undefined in an empty archive. */
async function issuesOf({ archive }: Parts, action: IssuesPage, texts: Texts): Promise<Message | undefined> {
  const [days, { articles }] = await Promise.all([archive.days(), archive.size()])
  if (articles === 0) return undefined
  const undated = Math.max(0, articles - days.reduce((sum, day) => sum + day.articles, 0))
  return days.length <= DAYS_IN_A_LIST
    ? renderDays({ days, undated }, action.origin, texts)
    : renderMonths({ days, undated }, action, texts)
}

/** Shows the days of a month that have issues. */
export async function showMonth({ archive }: Parts, action: MonthPage, { texts }: Turn): Promise<Reply> {
  const days = await archive.days()
  const isThere = days.some(({ day }) => day.startsWith(action.month))
  return isThere ? edit(renderMonth(days, action, texts)) : toast(texts.listGone)
}

/** Shows the contents of the issues of a day, or of the pages without a date. */
export async function openHeadlines(
  parts: Parts,
  which: Omit<HeadlinesSpec, 'kind'>,
  turn: Turn,
): Promise<Reply> {
  const { total, message } = await openList(parts, { kind: 'headlines', ...which }, turn)
  return total > 0 ? edit(message) : toast(turn.texts.listGone)
}

/** What may be meant by the text behind the command: days, else a section; nothing means all. */
const specsOf = (asked: string, today: string, newest: string | undefined): readonly ListSpec[] =>
  asked === ''
    ? [{ kind: 'headlines' }]
    : [...readAskedDays(asked, today, newest).map(headlinesOf), { kind: 'headlines', section: asked }]

const headlinesOf = (days: DayRange): ListSpec => ({ kind: 'headlines', ...days })
