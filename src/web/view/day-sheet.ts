import { html, joinHtml, renderCount, renderDay, renderWeekday, type SafeHtml } from '../../chat/index.ts'
import { type Article, weekdayOf } from '../../domain/index.ts'
import type { Sheet, View } from './frame.ts'
import { pagePath } from './paths.ts'
import { renderStory } from './story-list.ts'

/** What one leafs through: a day, or one page of it. */
export interface DaySheet {
  /** `YYYY-MM-DD`, or `undated` */
  readonly day: string
  /** Of one printed page; all papers of the day without it. */
  readonly page?: { readonly paper: string; readonly page: string }
  /** Address of the day's front page as a picture, for previews of the link. */
  readonly front?: string
  /** In printed order. */
  readonly articles: readonly Article[]
  /** How many there are in all, of which `articles` are some. */
  readonly total: number
  /** Paths of the day or page before and after. */
  readonly previous: string | undefined
  readonly next: string | undefined
  /** Path of the rest, if there are more than are shown. */
  readonly more: string | undefined
}

/** Headlines in a preview: what Telegram shows of it. */
const PREVIEWED = 3

/** The headlines of a day, page by page, or those of one page. */
export function renderDaySheet(view: View, sheet: DaySheet): Sheet {
  const { texts, inScript } = view
  const { day, page, articles, total, front } = sheet
  const isDated = /^\d/.test(day)
  const name = isDated ? renderDay(day, texts) : texts.undated
  const title = page === undefined ? name : inScript([page.paper, name, texts.page(page.page)].join(' · '))
  const weekday = isDated ? `${renderWeekday(weekdayOf(day), 'short', texts)} · ` : ''
  return {
    title,
    path: page === undefined ? `/d/${day}` : (pagePath({ ...page, issueDate: day }) ?? ''),
    ...(front !== undefined && {
      preview: {
        description: inScript(
          articles
            .slice(0, PREVIEWED)
            .map(({ headline }) => headline)
            .join('；'),
        ),
        picture: front,
        published: day,
      },
    }),
    main: html`<header class="sheet"><h1>${title}</h1><p>${weekday}${texts.articles(renderCount(total, texts))}</p></header>
${joinHtml(groupsOf(articles).map((group) => renderGroup(view, group, page !== undefined)))}
${renderTurn(view, sheet)}`,
  }
}

/** Neighbours that were printed on the same page. */
function groupsOf(articles: readonly Article[]): readonly (readonly Article[])[] {
  const groups: Article[][] = []
  for (const article of articles) {
    const last = groups.at(-1)
    const isSame = last?.[0]?.page === article.page && last?.[0]?.paper === article.paper
    if (last && isSame) last.push(article)
    else groups.push([article])
  }
  return groups
}

function renderGroup(
  { texts, inScript, ...view }: View,
  articles: readonly Article[],
  isAlone: boolean,
): SafeHtml {
  const [first] = articles
  if (first === undefined) return html``
  const path = pagePath(first)
  const name = inScript(
    [first.paper, first.page === undefined ? texts.web.withoutPage : texts.page(first.page), first.section]
      .filter((it) => it !== undefined)
      .join(' · '),
  )
  const title = isAlone
    ? undefined
    : html`<h2>${path === undefined ? name : html`<a href="${path}">${name}</a>`}</h2>`
  const list = html`<ul class="stories">${joinHtml(articles.map((it) => renderStory({ texts, inScript, ...view }, it)))}</ul>`
  return html`<section class="page">${joinHtml([title, list])}</section>`
}

function renderTurn({ texts: { web } }: View, { page, previous, next, more, day }: DaySheet): SafeHtml {
  const link = (path: string | undefined, rel: string, text: string) =>
    path === undefined ? html`<span></span>` : html`<a rel="${rel}" href="${path}">${text}</a>`
  const isPage = page !== undefined
  return joinHtml([
    more === undefined ? undefined : html`<p class="ways"><a href="${more}">${web.moreHits}</a></p>`,
    html`<nav class="turn" aria-label="${web.days}">${link(previous, 'prev', isPage ? web.previousPage : web.previousDay)}${link(next, 'next', isPage ? web.nextPage : web.nextDay)}</nav>`,
    isPage ? html`<p class="ways"><a href="/d/${day}">${web.wholeDay}</a></p>` : undefined,
  ])
}
