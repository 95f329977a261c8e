import { renderLineRanges } from '../../corpus/index.ts'
import type { Article } from '../../domain/index.ts'
import type { Origin } from '../callback/origin.ts'
import { html, joinHtml } from '../markup/html.ts'
import type { Texts } from '../texts/index.ts'
import { button, clampPage, pager } from '../turn/keyboard.ts'
import type { Message } from '../turn/reply.ts'
import { backRow } from './back-row.ts'
import { splitText } from './paginate.ts'
import { shorten } from './shorten.ts'

/** UTF-16 units of printed lines on a page. */
const PAGE_LIMIT = 1600

/** The lines of the page file that an article was cut from, as they stand there. @param page from 0 */
export function renderSourcePage(
  article: Article,
  lines: readonly string[],
  { page: asked, origin }: { readonly page: number; readonly origin?: Origin | undefined },
  texts: Texts,
): Message {
  const { id, source } = article
  const pages = pagesOf(lines)
  const page = clampPage(asked, pages.length)
  const where = texts.sourceTitle(shorten(source.file, 200), shorten(renderLineRanges(source.lines), 200))
  return {
    html: joinHtml([
      html`<b>${shorten(article.headline, 200)}</b>`,
      html`<pre>${pages[page] ?? ''}</pre>`,
      where,
    ]),
    buttons: [
      ...pager(page, pages.length, (to) => ({ kind: 'source', id, page: to, origin })),
      [button(texts.buttons.fullText, { kind: 'article', id, page: 0, origin })],
      ...backRow(origin, texts),
    ],
  }
}

/** Whole lines, as many as a page holds; a line longer than a page goes on on the next. */
function pagesOf(lines: readonly string[]): readonly string[] {
  const pages = ['']
  for (const line of lines.flatMap((it) => splitText(it, PAGE_LIMIT))) {
    const page = pages.at(-1) ?? ''
    if (page !== '' && page.length + line.length + 1 > PAGE_LIMIT) pages.push(line)
    else pages[pages.length - 1] = page === '' ? line : `${page}\n${line}`
  }
  return pages
}
