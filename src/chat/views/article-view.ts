import type { Article, ArticleId } from '../../domain/index.ts'
import type { Facsimile } from '../../pictures/index.ts'
import type { Origin } from '../callback/origin.ts'
import { html, joinHtml, type SafeHtml } from '../markup/html.ts'
import type { Texts } from '../texts/index.ts'
import { button, clampPage, inRows, pager } from '../turn/keyboard.ts'
import type { Button, Keyboard, Message } from '../turn/reply.ts'
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
  /** All buttons are shown; else two rows, and the way to the others. */
  readonly isUnfolded?: boolean
  /** Its neighbours in the issue, in printed order. */
  readonly previous?: ArticleId | undefined
  readonly next?: ArticleId | undefined
  /** What shows it as it was printed. */
  readonly facsimile?: Facsimile | undefined
  /** Whether it is shown in the characters that it was printed in, or in others; undefined if these are the same. */
  readonly script?: 'original' | 'converted' | undefined
  /** Opens it as a page in the browser. */
  readonly pageButton?: Button | undefined
}

/** An article as one leafs through it in one message. */
export function renderArticle(article: Article, place: ReadingPlace, texts: Texts): Message {
  const { id } = article
  const pages = paginate(blocksOf(article, texts), PAGE_LIMIT)
  const page = clampPage(place.page, pages.length)
  const body = joinHtml((pages[page] ?? []).map(renderBlock), '\n\n')
  return {
    html: joinHtml([renderHead(article, texts, page === 0), '', body]),
    buttons: buttonsOf(id, page, pages.length, place, texts),
  }
}

/**
 * Two rows: the arrows, or its neighbours in the issue if the article is one page, and what one does most; a third one
 * leads to the reading page, if there is one. All else, with the neighbours, takes their place when it is asked for: more
 * than three rows push the text off a phone.
 */
function buttonsOf(
  id: ArticleId,
  page: number,
  pages: number,
  { origin, isSaved, isUnfolded = false, pageButton, facsimile, script, ...neighbours }: ReadingPlace,
  texts: Texts,
): Keyboard {
  const { buttons } = texts
  const open = (text: string, to: ArticleId | undefined) =>
    to === undefined ? [] : [button(text, { kind: 'article', id: to, page: 0, origin })]
  const beside = [...open(buttons.previous, neighbours.previous), ...open(buttons.next, neighbours.next)]
  const first = pages > 1 ? pager(page, pages, (to) => ({ kind: 'article', id, page: to, origin })) : [beside]
  const back = backRow(origin, texts).flat()
  const main = [
    ...back,
    button(buttons.summary, { kind: 'summary', id, origin }),
    button(isSaved ? buttons.unsave : buttons.save, { kind: 'save', id, page, origin }),
    button(buttons.more, { kind: 'more', id, page, origin }),
  ]
  const rest = [
    button(buttons.related, { kind: 'related', id, origin }),
    button(buttons.quote, { kind: 'quote', id, page: 0, picked: 0, origin }),
    button(buttons.source, { kind: 'source', id, page: 0, origin }),
    button(texts.pictures.buttons.card, { kind: 'card', id, page: 0, picked: 0, look: 'light', origin }),
    ...clippingButton(id, facsimile, origin, texts),
    { text: buttons.share, share: shareQuery(id) },
    button(texts.reports.button, { kind: 'report', id }),
  ]
  const otherScript =
    script === 'original'
      ? [button(buttons.inTraditional, { kind: 'article', id, page, origin })]
      : script === 'converted'
        ? [button(buttons.original, { kind: 'original', id, page, origin })]
        : []
  const asPage = [...(pageButton === undefined ? [] : [pageButton]), ...otherScript]
  const less = button(buttons.less, { kind: 'article', id, page, origin })
  const rows = isUnfolded
    ? [[...back, ...beside, less], ...inRows(rest, Math.ceil(rest.length / 2))]
    : [...first, main, asPage]
  return rows.filter((row) => row.length > 0)
}

/** Shows the article as it was printed, or the page that it was printed on. */
function clippingButton(
  id: ArticleId,
  facsimile: Facsimile | undefined,
  origin: Origin | undefined,
  { pictures: { buttons } }: Texts,
): readonly Button[] {
  if (facsimile === undefined) return []
  const look = facsimile === 'clipping' ? 'clipping' : 'outlined'
  return [button(buttons[look], { kind: 'clip', id, part: 0, look, origin })]
}

/** The page, from 0, on which a sentence of a paragraph stands, as {@link renderArticle} deals them out. */
export function pageOfSentence(
  article: Article,
  { paragraph, sentence }: { readonly paragraph: number; readonly sentence: string },
  texts: Texts,
): number {
  const pages = paginate(blocksOf(article, texts), PAGE_LIMIT)
  const holds = (text: string) => (page: readonly ArticleBlock[]) =>
    page.some((block) => block.kind === 'paragraph' && block.text.includes(text))
  const whole = pages.findIndex(holds(sentence))
  // A sentence longer than a page was cut somewhere: what it is in begins no later than its paragraph.
  const opening = (article.paragraphs[paragraph] ?? '').slice(0, OPENING)
  return Math.max(0, whole >= 0 ? whole : pages.findIndex(holds(opening)))
}

/** UTF-16 units by which a paragraph is known. */
const OPENING = 12

/** What a share button types behind the bot's name, and inline mode understands. */
export const shareQuery = (id: ArticleId): string => `a_${id}`

/** Headline and source; on the first page with kicker, deck and byline. */
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
