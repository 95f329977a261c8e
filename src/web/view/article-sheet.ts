import { html, joinHtml, renderDate, renderSource, type SafeHtml } from '../../chat/index.ts'
import type { Article } from '../../domain/index.ts'
import type { Sheet, View } from './frame.ts'
import { addressOf, dayPath, pagePath } from './paths.ts'
import { renderBody } from './sentences.ts'
import { renderHeadline } from './story-list.ts'

/** An article, and what one may turn to from it. */
export interface ArticleSheet {
  readonly article: Article
  readonly previous: Article | undefined
  readonly next: Article | undefined
  /** On the same page, without the article itself. */
  readonly onPage: readonly Article[]
  readonly related: readonly Article[]
  /** Undefined if Telegram does not vouch for the reader. */
  readonly isSaved: boolean | undefined
  /** Address of the card that previews show, with all that is needed to get it. */
  readonly card: string
  /** Address of the printed page, with the article outlined; undefined if the source shows none. */
  readonly facsimile: string | undefined
}

/** UTF-16 units of the description in a preview: what Telegram shows of one. */
const DESCRIPTION = 140

/** The reading page of one article. */
export function renderArticleSheet(view: View, sheet: ArticleSheet): Sheet {
  const { article, card, facsimile } = sheet
  const { texts, inScript } = view
  const lead = article.paragraphs[0] ?? ''
  const path = `/a/${article.id}`
  return {
    title: inScript(article.headline),
    path,
    preview: {
      description: inScript(
        lead.length > DESCRIPTION ? `${lead.slice(0, DESCRIPTION).toWellFormed()}…` : lead,
      ),
      picture: card,
      ...(article.issueDate !== undefined && { published: article.issueDate }),
    },
    main: html`<div class="${facsimile === undefined ? 'reading' : 'reading beside'}">
<article data-source="${sourceLine(view, article)}">
${renderHead(view, article)}
<div class="body">
${article.continuedFrom === undefined ? '' : html`<p class="caption">${texts.continuedFrom(article.continuedFrom)}</p>\n`}${renderBody(article, inScript, texts.caption)}
</div>
${renderActions(view, sheet)}
</article>${facsimile === undefined ? '' : renderFacsimile(view, facsimile)}
<div class="after">
${renderWays(view, sheet)}
</div>
</div>`,
  }
}

/** What stands under a copied text. */
const sourceLine = ({ texts, inScript, origin }: View, article: Article) =>
  `——${inScript(`《${article.headline}》`)}，${inScript(renderSource(article, texts))}\n${origin}/a/${article.id}`

function renderHead({ texts, inScript }: View, article: Article): SafeHtml {
  const { kicker, headline, deck, byline, dateline, agency, section, paper, page, issueDate } = article
  const day = addressOf(dayPath(article), renderDate(article, texts))
  const printed = page === undefined ? undefined : addressOf(pagePath(article), texts.page(page))
  const signed = [dateline ?? agency, byline.length > 0 ? texts.by(byline.join('　')) : undefined]
    .filter((it) => it !== undefined)
    .map((it) => html`<span>${inScript(it)}</span>`)
  return html`<header>
${section === undefined ? '' : html`<p class="section">${inScript(section)}</p>\n`}${joinHtml(
  kicker.map((it) => html`<p class="kicker">${inScript(it)}</p>\n`),
  '',
)}<h1>${renderPhrases(inScript(headline))}</h1>
${joinHtml(
  deck.map((it) => html`<p class="deck">${inScript(it)}</p>\n`),
  '',
)}<p class="source">${joinHtml(
    [
      paper === undefined ? undefined : html`<span>${inScript(paper)}</span>`,
      issueDate === undefined && renderDate(article, texts) === '' ? undefined : day,
      printed,
    ],
    ' · ',
  )}</p>
${signed.length > 0 ? html`<p class="signed">${joinHtml(signed, '　')}</p>\n` : ''}</header>`
}

/** Phrases that were printed on lines of their own stay whole where they fit. */
const renderPhrases = (headline: string): SafeHtml =>
  joinHtml(
    headline.split(' ').map((it) => html`<span class="phrase">${it}</span>`),
    ' ',
  )

function renderActions(
  { texts, bot, origin, inScript, isVerified }: View,
  { article, isSaved, card }: ArticleSheet,
): SafeHtml {
  const { web, buttons } = texts
  const address = `${origin}/a/${article.id}`
  const share = `https://t.me/share/url?${new URLSearchParams({ url: address, text: inScript(article.headline) }).toString()}`
  const bookmark = html`<form method="post" action="/a/${article.id}/bookmark"><input type="hidden" name="saved" value="${isSaved ? 'no' : 'yes'}"><button>${isSaved ? buttons.unsave : buttons.save}</button></form>`
  return html`<footer class="actions">
${isVerified ? bookmark : ''}<button type="button" data-do="copy" data-done="${web.copied}" hidden>${web.copy}</button>
<a href="${share}" data-do="share" rel="noopener">${web.share}</a>
<a href="${card}">${web.card}</a>
<button type="button" data-do="print" hidden>${web.print}</button>
${bot === undefined ? '' : html`<a href="https://t.me/${bot}?start=a_${article.id}" rel="noopener">${texts.openInBot}</a>`}
<p class="told" role="status"></p>
</footer>`
}

const renderFacsimile = ({ texts }: View, picture: string): SafeHtml => html`
<aside class="facsimile" aria-label="${texts.web.facsimile}"><a href="#zoom"><img src="${picture}" alt="${texts.web.facsimileHint}" loading="lazy"></a>
<div id="zoom"><a href="#text" aria-label="${texts.buttons.back}"><img src="${picture}" alt="" loading="lazy"></a></div></aside>`

/** What comes before and after, and what else there is. */
function renderWays(view: View, { article, previous, next, onPage, related }: ArticleSheet): SafeHtml {
  const { texts, inScript } = view
  const { web } = texts
  const way = (it: Article | undefined, rel: string, label: string) =>
    it === undefined
      ? html`<span></span>`
      : html`<a rel="${rel}" href="/a/${it.id}"><small>${label}</small>${inScript(it.headline)}</a>`
  const list = (title: string, articles: readonly Article[]) =>
    articles.length === 0
      ? undefined
      : html`<section><h2>${title}</h2><ul class="stories">${joinHtml(articles.map((it) => renderHeadline(view, it)))}</ul></section>`
  const day = dayPath(article)
  const page = pagePath(article)
  return joinHtml([
    previous || next
      ? html`<nav class="turn" aria-label="${web.previousArticle} / ${web.nextArticle}">${way(previous, 'prev', web.previousArticle)}${way(next, 'next', web.nextArticle)}</nav>`
      : undefined,
    html`<div class="more">`,
    list(web.onThisPage, onPage),
    list(web.related, related),
    day === undefined
      ? undefined
      : html`<p class="ways">${joinHtml([page === undefined ? undefined : html`<a href="${page}">${web.wholePage}</a>`, html`<a href="${day}">${web.wholeDay}</a>`], ' · ')}</p>`,
    html`</div>`,
  ])
}
