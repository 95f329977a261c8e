import type { Article, ArticleId } from '../../domain/index.ts'
import type { Origin } from '../callback/origin.ts'
import { html, joinHtml, type SafeHtml } from '../markup/html.ts'
import type { Texts } from '../texts/index.ts'
import { button, clampPage, pager } from '../turn/keyboard.ts'
import type { Button, Message } from '../turn/reply.ts'
import { backRow } from './back-row.ts'
import { type ArticleBlock, paginate } from './paginate.ts'
import { shorten } from './shorten.ts'
import { renderSource } from './source-line.ts'

/** UTF-16 units of body on a page: two screens of a phone, and far below a message's 4096 with any headline. */
const PAGE_LIMIT = 1400

/** How an article is being read. */
export interface ReadingPlace {
  /** From 0; beyond the end, the last page is shown. */
  readonly page: number
  readonly origin?: Origin | undefined
  readonly isSaved: boolean
  /** Its neighbours in the issue, in printed order. */
  readonly previous?: ArticleId | undefined
  readonly next?: ArticleId | undefined
}

/** An article as one leafs through it in one message. */
export function renderArticle(article: Article, place: ReadingPlace, texts: Texts): Message {
  const { id } = article
  const pages = paginate(blocksOf(article, texts), PAGE_LIMIT)
  const page = clampPage(place.page, pages.length)
  const { origin } = place
  const body = joinHtml((pages[page] ?? []).map(renderBlock), '\n\n')
  return {
    html: joinHtml([renderHead(article, texts, page === 0), '', body]),
    buttons: [
      ...pager(page, pages.length, (to) => ({ kind: 'article', id, page: to, origin })),
      [
        button(texts.buttons.summary, { kind: 'summary', id, origin }),
        button(texts.buttons.related, { kind: 'related', id, origin }),
        button(place.isSaved ? texts.buttons.unsave : texts.buttons.save, {
          kind: 'save',
          id,
          page,
          origin,
        }),
      ],
      [
        { text: texts.buttons.share, share: shareQuery(id) },
        button(texts.buttons.quote, { kind: 'quote', id, page: 0, picked: 0, origin }),
        button(texts.buttons.source, { kind: 'source', id, page: 0, origin }),
      ],
      neighbourRow(place, texts),
      ...backRow(place.origin, texts),
    ].filter((row) => row.length > 0),
  }
}

/** What a share button types behind the bot's name, and inline mode understands. */
export const shareQuery = (id: ArticleId): string => `a_${id}`

/** Headline and source; where the article begins, with kicker, deck and byline. */
export function renderHead(article: Article, texts: Texts, whole: boolean): SafeHtml {
  const headline = html`<b>${shorten(article.headline, 300)}</b>`
  const source = unlessEmpty(shorten(renderSource(article, texts), 200))
  if (!whole) return joinHtml([headline, source])
  const byline = article.byline.length > 0 ? texts.by(shorten(article.byline.join(' '), 200)) : ''
  return joinHtml([
    ...article.kicker.slice(0, 3).map((text) => shorten(text, 150)),
    headline,
    ...deckLines(article.deck, 3),
    source,
    unlessEmpty([shorten(article.dateline ?? article.agency ?? '', 60), byline].filter(Boolean).join('　')),
  ])
}

const unlessEmpty = (text: string) => (text === '' ? undefined : text)

/** Decks as they are shown, each behind a dash; a dash that was printed there is not shown twice (`—— ——`). */
export const deckLines = (deck: readonly string[], most: number): readonly string[] =>
  deck
    .slice(0, most)
    .map((text) => text.replace(/^[\s—–―─-]+/u, ''))
    .filter(Boolean)
    .map((text) => `—— ${shorten(text, 150)}`)

function neighbourRow({ previous, next, origin }: ReadingPlace, texts: Texts): readonly Button[] {
  const open = (text: string, id: ArticleId | undefined) =>
    id === undefined ? [] : [button(text, { kind: 'article', id, page: 0, origin })]
  return [...open(texts.buttons.previous, previous), ...open(texts.buttons.next, next)]
}

function blocksOf(article: Article, texts: Texts): readonly ArticleBlock[] {
  const note = article.continuedFrom
  const blocks: ArticleBlock[] = note ? [{ kind: 'caption', text: texts.continuedFrom(note) }] : []
  const subheadsBefore = (index: number) =>
    article.subheads
      .filter(({ before }) => before === index)
      .map(({ text }): ArticleBlock => ({ kind: 'subhead', text }))
  for (const [index, text] of article.paragraphs.entries())
    blocks.push(...subheadsBefore(index), { kind: 'paragraph', text })
  blocks.push(...subheadsBefore(article.paragraphs.length))
  return [
    ...blocks,
    ...article.captions.map((text): ArticleBlock => ({ kind: 'caption', text: texts.caption(text) })),
  ]
}

function renderBlock({ kind, text }: ArticleBlock): SafeHtml {
  if (kind === 'subhead') return html`<b>${text}</b>`
  return html`${text}`
}
