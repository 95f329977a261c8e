import type { Sheet, View } from '../view/frame.ts'
import { renderSavedSheet } from '../view/plain-sheets.ts'
import type { SiteParts } from './site-parts.ts'

const LIMIT = 100

/** What a reader keeps, the latest first. */
export async function savedPage(
  { archive, bookmarks }: SiteParts,
  view: View,
  userId: number,
): Promise<Sheet> {
  const { articleIds } = await bookmarks.list(userId, { offset: 0, limit: LIMIT })
  const articles = await archive.getMany(articleIds)
  return renderSavedSheet(
    view,
    articles.filter((it) => it !== undefined),
  )
}
