import { html, type SafeHtml } from '../../chat/index.ts'
import type { Article } from '../../domain/index.ts'

/** The page of a day; undefined if the article has none. */
export const dayPath = ({ issueDate }: Pick<Article, 'issueDate'>): string | undefined =>
  issueDate === undefined ? undefined : `/d/${issueDate}`

/** The printed page that an article stands on; undefined if paper, day or page are not known. */
export const pagePath = ({
  paper,
  issueDate,
  page,
}: Pick<Article, 'paper' | 'issueDate' | 'page'>): string | undefined =>
  paper === undefined || issueDate === undefined || page === undefined
    ? undefined
    : `/p/${encodeURIComponent(paper)}/${issueDate}/${encodeURIComponent(page)}`

/** A link, or the text alone where there is nothing to lead to. */
export const addressOf = (path: string | undefined, text: string): SafeHtml =>
  path === undefined ? html`<span>${text}</span>` : html`<a href="${path}">${text}</a>`
