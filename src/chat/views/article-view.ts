import type { Article } from '../../domain/index.ts'
import { html, joinHtml, type SafeHtml } from '../html.ts'
import { button, clampPage, pager } from '../keyboard.ts'
import { type Block, paginate } from '../paginate.ts'
import type { Origin } from '../press.ts'
import type { Message } from '../reply.ts'
import { renderSource } from '../source-line.ts'
import { texts } from '../texts.ts'
import { backButton } from './back-button.ts'
import { shorten } from './shorten.ts'

/** UTF-16 units of body on a page: two screens of a phone, and far below a message's 4096 with any headline. */
const PAGE_LIMIT = 1400

/** An article as one leafs through it in one message. @param page from 0; beyond the end, the last one is shown. */
export function renderArticle(article: Article, page: number, origin?: Origin): Message {
  const pages = paginate(blocksOf(article), PAGE_LIMIT)
  const at = clampPage(page, pages.length)
  const body = (pages[at] ?? []).map(renderBlock)
  return {
    html: joinHtml([renderHead(article, at === 0), '', joinHtml(body, '\n\n')]),
    buttons: [
      ...pager(at, pages.length, (to) => ({
        kind: 'article',
        id: article.id,
        page: to,
        ...(origin && { origin }),
      })),
      [
        button(texts.summary, { kind: 'summary', id: article.id, ...(origin && { origin }) }),
        ...backButton(origin),
      ],
    ],
  }
}

/** Headline and source, with kicker, deck and byline where the article begins. */
export function renderHead(article: Article, whole: boolean): SafeHtml {
  const headline = html`<b>${shorten(article.headline, 300)}</b>`
  const source = italic(renderSource(article))
  if (!whole) return joinHtml([headline, source])
  const byline = article.byline.length > 0 ? shorten(texts.by(article.byline), 200) : ''
  return joinHtml([
    ...article.kicker.map((text) => shorten(text, 150)),
    headline,
    ...article.deck.map((text) => `—— ${shorten(text, 150)}`),
    source,
    italic([article.dateline ?? article.agency, byline].filter(Boolean).join('　')),
  ])
}

const italic = (text: string) => (text === '' ? undefined : html`<i>${text}</i>`)

function blocksOf(article: Article): readonly Block[] {
  const blocks: Block[] = article.continuedFrom
    ? [{ kind: 'caption', text: texts.continuedFrom(article.continuedFrom) }]
    : []
  const subheadsBefore = (index: number) =>
    article.subheads
      .filter(({ before }) => before === index)
      .map(({ text }): Block => ({ kind: 'subhead', text }))
  for (const [index, text] of article.paragraphs.entries()) {
    blocks.push(...subheadsBefore(index), { kind: 'paragraph', text })
  }
  blocks.push(...subheadsBefore(article.paragraphs.length))
  return [
    ...blocks,
    ...article.captions.map((text): Block => ({ kind: 'caption', text: texts.caption(text) })),
  ]
}

function renderBlock({ kind, text }: Block): SafeHtml {
  if (kind === 'subhead') return html`<b>${text}</b>`
  return kind === 'caption' ? html`<i>${text}</i>` : html`${text}`
}
