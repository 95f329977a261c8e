import { html, joinHtml, renderSource, type SafeHtml } from '../../chat/index.ts'
import type { Article } from '../../domain/index.ts'
import type { View } from './frame.ts'

/** A headline that leads to its article, with where it was printed. */
export const renderHeadline = ({ inScript, texts }: View, article: Article): SafeHtml =>
  html`<li><a href="/a/${article.id}">${inScript(article.headline)}</a><small>${inScript(renderSource(article, texts))}</small></li>`

/** UTF-16 units of an article's opening in a list. */
const OPENING = 90

/** A headline with kicker and the opening, as in a list of one page or day. */
export function renderStory({ inScript }: View, article: Article): SafeHtml {
  const lead = article.paragraphs[0] ?? article.deck[0] ?? ''
  const opening = lead.length > OPENING ? `${lead.slice(0, OPENING).toWellFormed()}…` : lead
  const kicker = article.kicker.map((it) => html`<span class="kicker">${inScript(it)}</span>`)
  return html`<li><a href="/a/${article.id}">${joinHtml(kicker, '')}${inScript(article.headline)}</a><p>${inScript(opening)}</p></li>`
}
