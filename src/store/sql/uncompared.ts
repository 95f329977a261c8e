import type { Kysely, Transaction } from 'kysely'
import { LARGEST_DAY } from '../../domain/index.ts'
import { sql } from './kysely.ts'
import type { Schema } from './schema.ts'
import type { SqlDialect } from './sql-dialect.ts'

/**
 * What must be compared before an article without a day is known to stand on a day or not: kept in the database, in the
 * transaction of the change, so that it is done after a crash, too. See compare-undated.ts.
 */

/** An article that was written, by its key in the database. */
export interface Keyed {
  readonly key: number
  readonly issue_date: string
}

/** Notes that articles of a file, at these places, are to be compared. */
export async function compareLater(
  trx: Transaction<Schema>,
  dialect: SqlDialect,
  file: string,
  places: readonly number[],
): Promise<void> {
  if (places.length === 0) return
  await sql`
    INSERT INTO uncompared_articles (day, article_key)
    SELECT issue_date, key FROM articles WHERE file = ${file} AND ${dialect.isOneOf('place', places)}
    ON CONFLICT DO NOTHING`.execute(trx)
}

/** To be called before articles are changed or taken out: what was kept back because of them is compared again. */
export async function forgetCompared(
  trx: Transaction<Schema>,
  dialect: SqlDialect,
  rows: readonly Keyed[],
): Promise<void> {
  if (rows.length === 0) return
  const keys = rows.map(({ key }) => key)
  const samples = await trx
    .selectFrom('article_samples')
    .select('sample')
    .distinct()
    .where(dialect.isOneOf('article_key', keys))
    .where('day', '>', '')
    .execute()
  await compareSharing(
    trx,
    dialect,
    samples.map(({ sample }) => sample),
  )
  await compareWithShrinking(trx, rows)
  await trx.deleteFrom('article_samples').where(dialect.isOneOf('article_key', keys)).execute()
  await trx
    .deleteFrom('uncompared_articles')
    .where(dialect.isOneOf('article_key', keys))
    .where(dialect.isOneOf('day', [...new Set(rows.map(({ issue_date }) => issue_date))]))
    .execute()
}

/** Whether the archive has an article without a day. */
export const hasUndated = async (db: Kysely<Schema>): Promise<boolean> =>
  (await db.selectFrom('articles').select('key').where('issue_date', '=', '').limit(1).executeTakeFirst()) !==
  undefined

/**
 * To be called before articles are taken out: a day that held too many to be compared may hold few enough then, and all that shares
 * something with it is compared.
 */
async function compareWithShrinking(trx: Transaction<Schema>, rows: readonly Keyed[]): Promise<void> {
  const leaving = new Map<string, number>()
  for (const { issue_date } of rows) leaving.set(issue_date, (leaving.get(issue_date) ?? 0) + 1)
  for (const [day, count] of leaving) {
    if (day === '') continue
    const most = LARGEST_DAY + count
    const held = await trx
      .selectFrom('articles')
      .select('key')
      .where('issue_date', '=', day)
      .limit(most + 1)
      .execute()
    if (held.length <= LARGEST_DAY || held.length > most || !(await hasUndated(trx))) continue
    await sql`
      INSERT INTO uncompared_articles (day, article_key)
      SELECT DISTINCT undated.day, undated.article_key
      FROM article_samples AS undated
      JOIN article_samples AS dated ON dated.sample = undated.sample
      WHERE undated.day = '' AND dated.day = ${day}
      ON CONFLICT DO NOTHING`.execute(trx)
  }
}

/** Notes that the articles without a day that share something with a dated text are to be compared. */
export async function compareSharing(
  trx: Transaction<Schema>,
  dialect: SqlDialect,
  samples: readonly number[],
): Promise<void> {
  if (samples.length === 0) return
  await sql`
    INSERT INTO uncompared_articles (day, article_key)
    SELECT DISTINCT day, article_key FROM article_samples
    WHERE ${dialect.isOneOf('sample', samples)} AND day = ''
    ON CONFLICT DO NOTHING`.execute(trx)
}

/** What a page holds counts for each of its articles: notes the last one above a place that others are taken out from. */
export async function comparePageAbove(trx: Transaction<Schema>, file: string, place: number): Promise<void> {
  await sql`
    INSERT INTO uncompared_articles (day, article_key)
    SELECT issue_date, key FROM articles WHERE file = ${file} AND place < ${place} AND issue_date = ''
    ORDER BY place DESC LIMIT 1
    ON CONFLICT DO NOTHING`.execute(trx)
}
