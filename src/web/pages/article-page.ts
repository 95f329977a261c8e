import type { Article } from '../../domain/index.ts'
import { type ArticleSheet, renderArticleSheet } from '../view/article-sheet.ts'
import type { Sheet, View } from '../view/frame.ts'
import type { SiteParts } from './site-parts.ts'

/** Articles that are offered below another one. */
const ON_PAGE = 6
const RELATED = 5

/** Who looks at an article, and what was signed for them. */
interface Looking {
  /** Telegram user id, if Telegram vouches for it. */
  readonly userId: number | undefined
  /** An address of this site with what opens it. */
  readonly signed: (path: string) => string
}

/** The reading page of an article; undefined if there is none of this id. */
export async function articlePage(
  { archive, bookmarks, search }: SiteParts,
  view: View,
  id: string,
  { userId, signed }: Looking,
): Promise<Sheet | undefined> {
  const article = await archive.get(id)
  if (article === undefined) return undefined
  const [ways, related, onPage, isSaved] = await Promise.all([
    archive.neighbours(id),
    search.related(id, RELATED),
    onSamePage(archive, article),
    userId === undefined ? undefined : bookmarks.has(userId, id),
  ])
  const [previous, next] = await archive.getMany([ways.previousInIssue ?? '', ways.nextInIssue ?? ''])
  const sheet: ArticleSheet = {
    article,
    previous,
    next,
    onPage: onPage
      .filter((it) => it.id !== id && it.id !== previous?.id && it.id !== next?.id)
      .slice(0, ON_PAGE),
    related: related.map((it) => it.article).filter((it) => it.id !== id),
    isSaved,
    card: signed(`/a/${id}/card.png`),
    facsimile: hasFacsimile(article) ? `/a/${id}/page.png` : undefined,
  }
  return renderArticleSheet(view, sheet)
}

/** Whether the source of an article shows the printed page. */
export const hasFacsimile = ({ source }: Article): boolean =>
  (source.regions?.length ?? 0) > 0 && /\.pdf$/i.test(source.file)

async function onSamePage(
  archive: SiteParts['archive'],
  { issueDate, paper, page }: Article,
): Promise<readonly Article[]> {
  if (issueDate === undefined || page === undefined) return []
  const { articles } = await archive.browse({
    from: issueDate,
    to: issueDate,
    page,
    ...(paper !== undefined && { paper }),
    offset: 0,
    limit: ON_PAGE + 3,
  })
  return articles
}
