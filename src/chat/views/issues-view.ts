import type { Issue } from '../../store/index.ts'
import { html } from '../html.ts'
import { button } from '../keyboard.ts'
import type { Message } from '../reply.ts'
import { renderCount, renderDay } from '../source-line.ts'
import type { Texts } from '../texts/index.ts'
import { shorten } from './shorten.ts'

export const ISSUES_PER_PAGE = 8

/** The issues that there are, newest first, a button each. @param page from 0 */
export function renderIssues(issues: readonly Issue[], page: number, isMore: boolean, texts: Texts): Message {
  const rows = issues.map(({ issueDate, paper, articles }) => {
    const day = issueDate === undefined ? texts.undated : renderDay(issueDate, texts)
    const label = [day, paper, texts.articles(renderCount(articles, texts))].filter(Boolean).join(' · ')
    return [
      button(
        shorten(label, 60),
        issueDate === undefined ? { kind: 'nothing' } : { kind: 'issue', date: issueDate },
      ),
    ]
  })
  const turn = [
    ...(page > 0 ? [button('‹', { kind: 'issues', page: page - 1 })] : []),
    ...(isMore ? [button('›', { kind: 'issues', page: page + 1 })] : []),
  ]
  return { html: html`<b>${texts.pickDate}</b>`, buttons: turn.length > 0 ? [...rows, turn] : rows }
}
