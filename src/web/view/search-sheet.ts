import {
  html,
  joinHtml,
  quotableTexts,
  renderCount,
  renderSource,
  type SafeHtml,
  type Texts,
} from '../../chat/index.ts'
import { sentencesOf, type TextRange } from '../../language/index.ts'
import type { Hit, SearchResult } from '../../search/index.ts'
import type { Sheet, View } from './frame.ts'

/** One page of what was found. */
export interface SearchSheet {
  readonly query: string
  /** Undefined before anything was searched for. */
  readonly result: SearchResult | undefined
  /** From 1. */
  readonly page: number
  readonly pages: number
}

/** A page of hits, each with the sentences that match; a press on one leads to the sentence in its article. */
export function renderSearchSheet(view: View, { query, result, page, pages }: SearchSheet): Sheet {
  const { texts } = view
  const { web } = texts
  const link = (to: number, rel: string, text: string) =>
    to < 1 || to > pages
      ? html`<span></span>`
      : html`<a rel="${rel}" href="${queryOf(query, to)}">${text}</a>`
  const main =
    result === undefined
      ? html`<header class="sheet"><h1>${web.search}</h1><p>${web.searchHint}</p></header>`
      : html`<header class="sheet"><h1>${query}</h1><p>${told(result, texts)}</p></header>
${offers(result, texts)}${result.total > 1 ? html`<p class="ways"><a href="/trend?${new URLSearchParams({ q: query }).toString()}">${web.trend.title}</a></p>` : ''}
<ul class="stories hits">${joinHtml(result.hits.map((hit) => renderHit(view, hit)))}</ul>
${pages > 1 ? html`<nav class="turn" aria-label="${page}/${pages}">${link(page - 1, 'prev', web.earlierHits)}<span>${page}/${pages}</span>${link(page + 1, 'next', web.moreHits)}</nav>` : ''}`
  return { title: query === '' ? web.search : query, path: queryOf(query), main, query }
}

const told = ({ total, problems, partial }: SearchResult, texts: Texts): SafeHtml => {
  if (problems.some(({ kind }) => kind === 'nothingAsked')) return html`${texts.problems.nothingAsked}`
  const part = partial ? html`<br />${texts.searchServer.partial}` : html``
  return total === 0
    ? html`${texts.foundNothing} ${texts.tryOtherWords}${part}`
    : html`${texts.hits(renderCount(total, texts))}${part}`
}

const queryOf = (q: string, page?: number) =>
  `/q?${new URLSearchParams({ q, ...(page !== undefined && { page: `${page}` }) }).toString()}`

const offers = ({ suggestions }: SearchResult, { didYouMean }: Texts): SafeHtml =>
  suggestions.length === 0
    ? html``
    : html`<p class="ways">${didYouMean} ${joinHtml(
        suggestions.slice(0, 3).map((it) => html`<a href="${queryOf(it)}">${it}</a>`),
        ' · ',
      )}</p>`

function renderHit({ inScript, texts }: View, { article, headlineHighlights, excerpts }: Hit): SafeHtml {
  const sentences = quotableTexts(article)
  const quotes = excerpts.map(({ text, highlights }) => {
    const number = sentences.findIndex((it) => it.includes(sentenceAt(text, highlights[0]?.[0] ?? 0))) + 1
    return html`<p><a href="/a/${article.id}${number > 0 ? `#s${number}` : ''}">${marked(text, highlights, inScript)}</a></p>`
  })
  return html`<li><a href="/a/${article.id}">${marked(article.headline, headlineHighlights, inScript)}</a><small>${inScript(renderSource(article, texts))}</small>${joinHtml(quotes, '')}</li>`
}

/** The sentence of an excerpt that holds what is at a place, without the mark of a cut. */
function sentenceAt(text: string, at: number): string {
  const [from, to] = sentencesOf(text).find((it) => it[1] > at) ?? [0, text.length]
  return text.slice(from, to).replaceAll('…', '')
}

function marked(text: string, ranges: readonly TextRange[], inScript: (text: string) => string): SafeHtml {
  const pieces: (SafeHtml | string)[] = []
  let at = 0
  for (const [from, to] of ranges) {
    pieces.push(inScript(text.slice(at, from)), html`<mark>${inScript(text.slice(from, to))}</mark>`)
    at = to
  }
  return joinHtml([...pieces, inScript(text.slice(at))], '')
}
