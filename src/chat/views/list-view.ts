import type { Hit, SearchResult } from '../../search/index.ts'
import { html, joinHtml, type SafeHtml } from '../html.ts'
import { button, numberRows, pager } from '../keyboard.ts'
import type { Origin } from '../press.ts'
import type { Message } from '../reply.ts'
import { renderSource } from '../source-line.ts'
import { texts } from '../texts.ts'
import { renderExcerpt } from './excerpt.ts'
import { shorten } from './shorten.ts'

export const HITS_PER_PAGE = 5

/** Longest excerpt of a hit, in UTF-16 units: five of them and their headlines stay far below a message's 4096. */
export const EXCERPT_LENGTH = 160

/** Longest query that is shown whole. */
const QUERY_LENGTH = 60

/** A page of hits: headline, source and the sentences that match, numbered as their buttons are. */
export function renderList(query: string, result: SearchResult, { list, page }: Origin): Message {
  const pages = Math.ceil(result.total / HITS_PER_PAGE)
  return {
    html: joinHtml(
      [
        texts.found(shorten(query, QUERY_LENGTH), result.total),
        ...result.hits.map((hit, index) => renderHit(hit, index + 1)),
      ],
      '\n\n',
    ),
    buttons: [
      ...numberRows(
        result.hits.map(({ article }, index) =>
          button(`${index + 1}`, { kind: 'article', id: article.id, page: 0, origin: { list, page } }),
        ),
      ),
      ...pager(page, pages, (to) => ({ kind: 'list', list, page: to })),
    ],
  }
}

/** What a reader sees instead of an empty list: what to do next. */
export function renderNothingFound(query: string, { suggestions }: SearchResult): Message {
  const offer =
    suggestions.length > 0
      ? joinHtml([
          '',
          texts.didYouMean,
          ...suggestions.map((it) => html`　<code>${shorten(it, QUERY_LENGTH)}</code>`),
        ])
      : undefined
  return { html: joinHtml([texts.foundNothing(shorten(query, QUERY_LENGTH)), offer]), buttons: [] }
}

function renderHit({ article, excerpts }: Hit, number: number): SafeHtml {
  const [excerpt] = excerpts
  return joinHtml([
    html`<b>${number}. ${shorten(article.headline, 120)}</b>`,
    html`<i>${renderSource(article)}</i>`,
    excerpt && renderExcerpt(excerpt),
  ])
}
