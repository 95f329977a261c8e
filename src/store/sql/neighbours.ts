import type { ArticleId } from '../../domain/index.ts'
import type { AdjacentArticles } from '../archive.ts'
import { type Kysely, sql } from './kysely.ts'
import type { Schema } from './schema.ts'

/** What stands before and after an article; see `Archive.neighbours`. */
export async function neighboursOf(db: Kysely<Schema>, id: ArticleId): Promise<AdjacentArticles> {
  const shown = db.selectFrom('articles').where('state', '=', sql.lit('shown'))
  const here = await shown
    .select(['issue_date', 'paper', 'page_order', 'file', 'place'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!here) return {}

  const sameIssue = shown.where('issue_date', '=', here.issue_date).where('paper', '=', here.paper)
  const onPage = sameIssue.where('page_order', '=', here.page_order)
  const dated = here.issue_date !== ''
  // Pages that bear no number, or no date, are told apart by their files.
  const samePage = here.page_order === '' || !dated ? onPage.where('file', '=', here.file) : onPage
  // All that has no date is no issue: the page is all that is known of it.
  const issue = dated ? sameIssue : samePage

  const next = async (among: typeof sameIssue, way: '<' | '>') => {
    const order = way === '<' ? 'desc' : 'asc'
    const row = await among
      .select('id')
      .where(
        sql<boolean>`(page_order, file, place) ${sql.raw(way)} (${here.page_order}, ${here.file}, ${here.place})`,
      )
      .orderBy('page_order', order)
      .orderBy('file', order)
      .orderBy('place', order)
      .limit(1)
      .executeTakeFirst()
    return row?.id
  }
  const previousOnPage = await next(samePage, '<')
  const nextOnPage = await next(samePage, '>')
  const previousInIssue = await next(issue, '<')
  const nextInIssue = await next(issue, '>')
  return {
    ...(previousOnPage !== undefined && { previousOnPage }),
    ...(nextOnPage !== undefined && { nextOnPage }),
    ...(previousInIssue !== undefined && { previousInIssue }),
    ...(nextInIssue !== undefined && { nextInIssue }),
  }
}
