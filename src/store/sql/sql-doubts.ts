import { DOUBTFUL } from '../../domain/index.ts'
import type { DoubtStore } from '../doubts.ts'
import { articleOf } from './article-row.ts'
import { inTransaction } from './in-transaction.ts'
import { sql } from './kysely.ts'
import type { SqlDatabase } from './sql-database.ts'

/** What is doubted, in SQL. A report whose article has left the archive stays, and is not listed. */
export const createSqlDoubts = (
  { db, dialect }: Pick<SqlDatabase, 'db' | 'dialect'>,
  now: () => number,
): DoubtStore => {
  const shown = db.selectFrom('articles').where('state', '=', sql.lit('shown'))
  return {
    list: async (limit) => {
      const reports = sql<number>`(SELECT count(*) FROM article_reports WHERE article_reports.article_id = articles.id)`
      const rows = await shown
        .select(['id', 'as_cut', 'as_joined', 'certainty', reports.as('reports')])
        .where((it) =>
          it.or([
            it('certainty', '<', DOUBTFUL),
            it('id', 'in', it.selectFrom('article_reports').select('article_id')),
          ]),
        )
        .orderBy(reports, 'desc')
        .orderBy('certainty')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.flatMap((row) => {
        const article = articleOf(row)
        return article ? [{ article, certainty: row.certainty ?? undefined, reports: row.reports }] : []
      })
    },
    counts: async () => {
      const { doubtful } = await shown
        .select(({ fn }) => fn.countAll<number>().as('doubtful'))
        .where('certainty', '<', DOUBTFUL)
        .executeTakeFirstOrThrow()
      const { reported } = await shown
        .select(({ fn }) => fn.countAll<number>().as('reported'))
        .where('id', 'in', (it) => it.selectFrom('article_reports').select('article_id'))
        .executeTakeFirstOrThrow()
      return { doubtful, reported }
    },
    report: (articleId, ownerId, most) =>
      inTransaction(db, async (trx) => {
        await dialect.lockChat(trx, ownerId)
        const mine = trx.selectFrom('article_reports').where('owner_id', '=', ownerId)
        const known = await mine.select('article_id').where('article_id', '=', articleId).executeTakeFirst()
        if (known) return 'known'
        const { count } = await mine
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow()
        if (count >= most) return 'full'
        await trx
          .insertInto('article_reports')
          .values({ article_id: articleId, owner_id: ownerId, reported_ms: now() })
          .execute()
        return 'noted'
      }),
    reportedBy: async (ownerId) => {
      const rows = await db
        .selectFrom('article_reports')
        .select(['article_id', 'reported_ms'])
        .where('owner_id', '=', ownerId)
        .orderBy('reported_ms', 'desc')
        .orderBy('article_id')
        .execute()
      return rows.map((row) => ({ articleId: row.article_id, reportedMs: row.reported_ms }))
    },
  }
}
