import { parseQuery } from '../../search/index.ts'
import type { ListSpec } from '../../store/index.ts'
import type { Command } from '../command.ts'
import { openList } from '../lists/open-list.ts'
import type { Parts } from '../parts.ts'
import { edit, type Reply, say, send, toast } from '../reply.ts'
import type { Turn } from '../turn.ts'
import { ISSUES_PER_PAGE, renderIssues } from '../views/issues-view.ts'
import { shorten } from '../views/shorten.ts'

/** `/headlines [date or section]`: what the papers say, newest issue first, page by page. */
export const createHeadlinesCommand =
  (parts: Parts): Command =>
  async (asked, turn) => {
    for (const spec of specsOf(asked, parts.today())) {
      const { total, message } = await openList(parts, spec, turn)
      if (total > 0) return send(message)
    }
    return say(asked === '' ? turn.texts.noHeadlines : turn.texts.noSuchIssue(shorten(asked, 60)))
  }

/** `/latest`: the contents of the newest issue. */
export const createLatestCommand =
  (parts: Parts): Command =>
  async (_text, turn) => {
    const [newest] = await parts.archive.issues({ offset: 0, limit: 1 })
    const date = newest?.issueDate
    const spec: ListSpec = { kind: 'headlines', ...(date !== undefined && { from: date, to: date }) }
    const { total, message } = await openList(parts, spec, turn)
    return total > 0 ? send(message) : say(turn.texts.noHeadlines)
  }

/** Shows the issues that there are, to pick one. */
export async function showIssues({ archive }: Parts, page: number, { texts }: Turn): Promise<Reply> {
  // One more than is shown tells whether there is a next page.
  const found = await archive.issues({ offset: page * ISSUES_PER_PAGE, limit: ISSUES_PER_PAGE + 1 })
  const issues = found.slice(0, ISSUES_PER_PAGE)
  return issues.length === 0
    ? toast(texts.listGone)
    : edit(renderIssues(issues, page, found.length > ISSUES_PER_PAGE, texts))
}

/** Shows the contents of the issues of a day. */
export async function openIssue(parts: Parts, date: string, turn: Turn): Promise<Reply> {
  const { total, message } = await openList(parts, { kind: 'headlines', from: date, to: date }, turn)
  return total > 0 ? edit(message) : toast(turn.texts.listGone)
}

/** What may be meant by the text behind the command: days as search reads them, else a section; nothing means all. */
function specsOf(asked: string, today: string): readonly ListSpec[] {
  if (asked === '') return [{ kind: 'headlines' }]
  const { from, to } = parseQuery(`日期:${asked}`, today).understood.filter
  const days = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
  return [
    ...((from ?? to) ? [{ kind: 'headlines', ...days } as const] : []),
    { kind: 'headlines', section: asked },
  ]
}
