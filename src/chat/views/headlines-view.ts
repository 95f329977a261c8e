import type { Article } from '../../domain/index.ts'
import { html, joinHtml, type SafeHtml } from '../html.ts'
import { button, numberRows, pager } from '../keyboard.ts'
import { HEADLINES } from '../press.ts'
import type { Message } from '../reply.ts'
import { renderDate } from '../source-line.ts'
import { texts } from '../texts.ts'
import { shorten } from './shorten.ts'

export const HEADLINES_PER_PAGE = 8

/** Headlines by issue and page, numbered as their buttons are. @param page from 0 */
export function renderHeadlines(articles: readonly Article[], page: number, total: number): Message {
  const lines: SafeHtml[] = []
  let shown = ''
  for (const [index, article] of articles.entries()) {
    const heading = issueOf(article)
    if (heading !== shown) lines.push(html``, html`<b>${heading}</b>`)
    shown = heading
    lines.push(html`${index + 1}. ${shorten(article.headline, 120)}`)
  }
  const open = articles.map(({ id }, index) =>
    button(`${index + 1}`, { kind: 'article', id, page: 0, origin: { list: HEADLINES, page } }),
  )
  const pages = Math.ceil(total / HEADLINES_PER_PAGE)
  return {
    html: joinHtml([texts.headlines(total), ...lines]),
    buttons: [...numberRows(open), ...pager(page, pages, (to) => ({ kind: 'headlines', page: to }))],
  }
}

const issueOf = (article: Article) =>
  [
    article.paper,
    renderDate(article) || texts.undated,
    article.page && `第${article.page}版`,
    article.section,
  ]
    .filter(Boolean)
    .join(' · ')
