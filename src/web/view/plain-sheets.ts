import { html, joinHtml } from '../../chat/index.ts'
import type { Article } from '../../domain/index.ts'
import type { Sheet, View } from './frame.ts'
import { renderHeadline } from './story-list.ts'

/** The articles that a reader keeps. */
export const renderSavedSheet = (view: View, articles: readonly Article[]): Sheet => ({
  title: view.texts.web.savedTitle,
  path: '/saved',
  main: html`<header class="sheet"><h1>${view.texts.web.savedTitle}</h1></header>
${articles.length === 0 ? html`<p class="ways">${view.texts.web.savedNothing}</p>` : html`<ul class="stories">${joinHtml(articles.map((it) => renderHeadline(view, it)))}</ul>`}`,
})

/** Why a page is not shown, and where to go from here. */
export function renderProblemSheet(
  view: View,
  problem: keyof View['texts']['web']['problems'],
  start: string | undefined,
): Sheet {
  const { texts, bot } = view
  const { title, text } = texts.web.problems[problem]
  const link =
    bot === undefined
      ? undefined
      : html`<p class="ways"><a class="button" href="https://t.me/${bot}${start === undefined ? '' : `?start=${start}`}" rel="noopener">${texts.openInBot}</a></p>`
  return {
    title,
    path: view.here.pathname,
    main: joinHtml([html`<header class="sheet problem"><h1>${title}</h1><p>${text}</p></header>`, link]),
  }
}
