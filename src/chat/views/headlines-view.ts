import type { Article } from '../../domain/index.ts'
import type { Origin } from '../callback/origin.ts'
import { html, joinHtml, type SafeHtml } from '../markup/html.ts'
import type { Texts } from '../texts/index.ts'
import { button, pager, rowsOf } from '../turn/keyboard.ts'
import type { Keyboard, Message } from '../turn/reply.ts'
import { shorten } from './shorten.ts'
import { renderDate } from './source-line.ts'

/** Headlines on a page. */
export const HEADLINES_PER_PAGE = 8

/** A page of headlines. */
interface HeadlinesPage {
  readonly title: string
  readonly articles: readonly Article[]
  /** Of all pages. */
  readonly total: number
  readonly origin: Origin
  /** Rows below the arrows. */
  readonly more?: Keyboard
}

/** Headlines under their issue, page and section, numbered as their buttons are. */
export function renderHeadlines(
  { title, articles, total, origin, more = [] }: HeadlinesPage,
  texts: Texts,
): Message {
  const lines: SafeHtml[] = []
  let shown: string | undefined
  for (const [place, article] of articles.entries()) {
    const heading = headingOf(article, title, texts)
    if (heading !== shown)
      lines.push(html``, ...(heading === '' ? [] : [html`<b>${shorten(heading, 120)}</b>`]))
    shown = heading
    lines.push(html`${place + 1}. ${shorten(article.headline, 100)}`)
  }
  const open = articles.map(({ id }, place) =>
    button(`${place + 1}`, { kind: 'article', id, page: 0, origin }),
  )
  const pages = Math.ceil(total / HEADLINES_PER_PAGE)
  return {
    html: joinHtml([html`<b>${shorten(title, 120)}</b>`, ...lines]),
    buttons: [
      ...rowsOf(open),
      ...pager(
        origin.page,
        pages,
        (page) => ({ kind: 'list', list: origin.list, page }),
        (page) => ({ kind: 'jump', list: origin.list, page }),
      ),
      ...more,
    ],
  }
}

/** Says the day only if the title does not. */
function headingOf(article: Article, title: string, texts: Texts): string {
  const day = renderDate(article, texts) || texts.undated
  return [
    article.paper,
    title.includes(day) ? undefined : day,
    article.page === undefined ? undefined : texts.page(article.page),
    article.section,
  ]
    .filter(Boolean)
    .join(' · ')
}
