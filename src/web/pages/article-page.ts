import { renderArticleSheet } from '../view/article-sheet.ts'
import type { Sheet, View } from '../view/frame.ts'
import type { SiteParts } from './site-parts.ts'
import type { SurroundingsFinder } from './surroundings.ts'

/** Who looks at an article, and what was signed for them. */
interface Looking {
  /** Telegram user id, if Telegram vouches for it. */
  readonly userId: number | undefined
  /** An address of this site with what opens it. */
  readonly signed: (path: string) => string
}

/** The reading page of an article; undefined if there is none of this id. */
export async function articlePage(
  { archive, bookmarks, facsimileOf }: SiteParts,
  surroundings: SurroundingsFinder,
  view: View,
  id: string,
  { userId, signed }: Looking,
): Promise<Sheet | undefined> {
  const article = await archive.get(id)
  if (article === undefined) return undefined
  const [around, isSaved, facsimile] = await Promise.all([
    surroundings.of(article),
    userId === undefined ? undefined : bookmarks.has(userId, id),
    facsimileOf(article),
  ])
  return renderArticleSheet(view, {
    article,
    ...around,
    isSaved,
    card: signed(`/a/${id}/card.png`),
    facsimile: facsimile ? `/a/${id}/page.png` : undefined,
  })
}
