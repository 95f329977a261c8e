import type { ArticleId } from '../domain/index.ts'
import type { Archive } from '../store/index.ts'
import type { IssueOffer } from './pick-issue.ts'

/** Articles asked of the archive at a time. */
const BATCH = 500

/**
 * All issues with all their articles, newest first. It reads the whole archive: whoever serves many chats does so
 * once for all of them.
 */
export async function listOffers(archive: Archive): Promise<readonly IssueOffer[]> {
  const idsOf = new Map<string | undefined, ArticleId[]>()
  for (let offset = 0; ; offset += BATCH) {
    const { articles } = await archive.browse({ offset, limit: BATCH })
    for (const { issueDate, id } of articles) {
      const ids = idsOf.get(issueDate)
      if (ids) ids.push(id)
      else idsOf.set(issueDate, [id])
    }
    if (articles.length < BATCH) break
  }
  return Array.from(idsOf, ([date, ids]): IssueOffer => (date === undefined ? { ids } : { date, ids }))
}
