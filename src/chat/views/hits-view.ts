import type { Article, ArticleId } from '../../domain/index.ts'
import type { Excerpt, Match, SearchResult } from '../../search/index.ts'
import type { Origin } from '../callback/origin.ts'
import { html, joinHtml, type SafeHtml } from '../markup/html.ts'
import type { Texts } from '../texts/index.ts'
import { button, pager, rowsOf, searchRows } from '../turn/keyboard.ts'
import type { Keyboard, Message } from '../turn/reply.ts'
import { renderExcerpt } from './excerpt.ts'
import { shorten } from './shorten.ts'
import { renderCount, renderSource } from './source-line.ts'
import { renderRemarks, renderUnderstood } from './understood-line.ts'

/** Hits on a page. */
export const HITS_PER_PAGE = 5

/**
 * Longest excerpt in UTF-16 units, and how many of them a hit has. Five hits of them, their headlines and the lines
 * above stay below a message's 4096.
 */
export const EXCERPTS = { excerptLength: 140, excerptCount: 3 } as const

/** Doubles of a hit that are named. */
const MOST_DOUBLES = 2
/** Queries that are offered (你是不是要找). */
const MOST_OFFERS = 3

/** How a list is put in order, and whether it is narrowed. */
export interface ListState {
  readonly order: 'relevance' | 'newest' | 'oldest'
  readonly isFiltered: boolean
}

/**
 * A page of hits: headline, source and the sentences that match, numbered as their buttons are.
 * @param doubles by the id of a hit: articles that tell the same, which are not shown
 */
export function renderHits(
  result: SearchResult,
  state: ListState,
  { list, page }: Origin,
  texts: Texts,
  doubles: ReadonlyMap<ArticleId, readonly Article[]> = new Map(),
): Message {
  const pages = Math.ceil(result.total / HITS_PER_PAGE)
  const cards = result.hits.map((hit, place) =>
    renderMatch(hit, place + 1, texts, doubles.get(hit.article.id)),
  )
  const open = result.hits.map(({ article }, place) =>
    button(`${place + 1}`, { kind: 'article', id: article.id, page: 0, origin: { list, page } }),
  )
  const alike = result.hits.flatMap(({ article }, place) =>
    doubles.has(article.id)
      ? [
          button(texts.doublesOf(`${place + 1}`), {
            kind: 'related',
            id: article.id,
            origin: { list, page },
          }),
        ]
      : [],
  )
  const isLong = result.total > 1 || state.isFiltered
  return {
    html: joinHtml([renderHeading(result, texts), ...cards], '\n\n'),
    buttons: [
      ...rowsOf(open),
      ...rowsOf(alike),
      ...pager(
        page,
        pages,
        (to) => ({ kind: 'list', list, page: to }),
        (from) => ({ kind: 'jump', list, page: from }),
      ),
      ...(isLong ? [orderRow(list, state, texts)] : []),
      ...searchRows(page === 0 ? result.suggestions.slice(0, MOST_OFFERS) : []),
      [
        ...(isLong
          ? [filterButton(list, state, texts), button(texts.trends.buttons.trend, { kind: 'trend', list })]
          : []),
        button(texts.alerts.buttons.make, { kind: 'alertOn', list }),
      ],
    ],
  }
}

/** How many there are, how the query was understood, and what was done about it. */
function renderHeading(result: SearchResult, texts: Texts): SafeHtml {
  const understood = renderUnderstood(result, texts)
  const total = html`<b>${texts.hits(renderCount(result.total, texts))}</b>`
  return joinHtml([
    understood === '' ? total : html`${total} · ${understood}`,
    ...renderRemarks(result, texts).map((line) => html`${line}`),
  ])
}

/** An article with the sentences that match. */
export function renderMatch(
  { article, headlineHighlights, excerpts }: Match,
  number: number,
  texts: Texts,
  doubles: readonly Article[] = [],
) {
  const [first, ...others] = excerpts
  const headline = shortenHeadline(article.headline, headlineHighlights)
  const more =
    others.length === 0
      ? undefined
      : html`<blockquote expandable>${texts.more}\n${joinHtml(others.map(renderExcerpt))}</blockquote>`
  return joinHtml([
    html`${number}. <u>${renderExcerpt(headline)}</u>`,
    html`${shorten(renderSource(article, texts), 100)}`,
    doubles.length === 0 ? undefined : renderDoubles(doubles, texts),
    first && renderExcerpt(first),
    more,
  ])
}

/** How many more tell the same, and where. */
function renderDoubles(doubles: readonly Article[], texts: Texts): SafeHtml {
  const sources = doubles.slice(0, MOST_DOUBLES).map((it) => shorten(renderSource(it, texts), 60))
  const where = [...new Set(sources)].filter(Boolean).join('；')
  return html`${texts.doubles(renderCount(doubles.length, texts), where)}`
}

/** Headlines have a length too: what is highlighted beyond it goes with the rest. */
function shortenHeadline(headline: string, highlights: Excerpt['highlights']): Excerpt {
  const text = shorten(headline, 100)
  return { text, highlights: highlights.filter(([, to]) => to < text.length || text === headline) }
}

/** Three in a row: with a fourth beside them, the one that is marked wraps on a phone. */
function orderRow(list: string, { order }: ListState, texts: Texts): Keyboard[number] {
  const toggle = (to: ListState['order']) =>
    button(
      to === order ? `● ${texts.order[to]}` : texts.order[to],
      to === order ? { kind: 'nothing' } : { kind: 'order', list, order: to },
    )
  return [toggle('relevance'), toggle('newest'), toggle('oldest')]
}

const filterButton = (list: string, { isFiltered }: ListState, texts: Texts) =>
  button(isFiltered ? `● ${texts.filter}` : texts.filter, { kind: 'filters', list })

/** What a reader sees instead of an empty list: how the query was read, and what to do next. */
export function renderNothingFound(result: SearchResult, { list }: Origin, texts: Texts): Message {
  const understood = renderUnderstood(result, texts)
  const asked = result.problems.some(({ kind }) => kind === 'nothingAsked')
  const offers = searchRows(result.suggestions.slice(0, MOST_OFFERS))
  return {
    html: joinHtml([
      asked ? undefined : texts.foundNothing,
      understood === '' ? undefined : html`${understood}`,
      ...renderRemarks(result, texts).map((line) => html`${line}`),
      asked ? undefined : texts.tryOtherWords,
      ...(offers.length > 0 ? ['', texts.didYouMean] : []),
    ]),
    // What is not there yet may come.
    buttons: asked ? [] : [...offers, [button(texts.alerts.buttons.make, { kind: 'alertOn', list })]],
  }
}
