import type { ArticleId } from '../../domain/index.ts'
import { sql, type Transaction } from './kysely.ts'
import type { Schema } from './schema.ts'
import type { SqlDialect } from './sql-dialect.ts'

/** An issue in the columns of the database: its pieces are joined together. */
export interface IssueKey {
  readonly issue_date: string
  readonly paper: string
}

/** What a transaction has touched: remembered before it is changed, settled at the end. */
export interface Touched {
  /** To be called before the rows are changed, with what they were and what they become. */
  note(rows: readonly (IssueKey & { readonly id: ArticleId })[]): Promise<void>
  issues(): readonly IssueKey[]
  /** Decides which row of each article is shown, and writes down which articles were added, changed or removed. */
  settle(): Promise<void>
}

/** Starts to keep track of what one transaction changes; `settle` belongs into the same transaction. */
export function createTouched(trx: Transaction<Schema>, dialect: SqlDialect): Touched {
  const issues = new Map<string, IssueKey>()
  /** Hash of what was shown before, by id, in the order in which they were noted. */
  const before = new Map<ArticleId, string | undefined>()

  return {
    note: async (rows) => {
      for (const { issue_date, paper } of rows) issues.set(`${issue_date} ${paper}`, { issue_date, paper })
      const ids = [...new Set(rows.map(({ id }) => id))].filter((id) => !before.has(id))
      const hashes = await shownHashes(trx, dialect, ids)
      for (const id of ids) before.set(id, hashes.get(id))
    },
    issues: () => [...issues.values()],
    settle: async () => {
      const ids = [...before.keys()]
      await chooseShown(trx, dialect, ids)
      const after = await shownHashes(trx, dialect, ids)
      await noteChanges(
        trx,
        dialect,
        ids.filter((id) => before.get(id) !== after.get(id)),
      )
    },
  }
}

async function shownHashes(trx: Transaction<Schema>, dialect: SqlDialect, ids: readonly ArticleId[]) {
  const rows = await trx
    .selectFrom('articles')
    .select(['id', 'hash'])
    .where('state', '=', sql.lit('shown'))
    .where(dialect.isOneOf('id', ids))
    .execute()
  return new Map(rows.map(({ id, hash }) => [id, hash]))
}

/** Of several files that hold an article, the first by name shows it, whichever was taken in first. */
async function chooseShown(
  trx: Transaction<Schema>,
  dialect: SqlDialect,
  ids: readonly ArticleId[],
): Promise<void> {
  const first = sql<number>`(SELECT b.key FROM articles b WHERE b.id = articles.id AND b.state <> 'joined'
    ORDER BY b.file, b.place LIMIT 1)`
  const rows = trx.updateTable('articles').where(dialect.isOneOf('id', ids))
  await rows.set({ state: 'copy' }).where('state', '=', sql.lit('shown')).where('key', '<>', first).execute()
  await rows.set({ state: 'shown' }).where('state', '=', sql.lit('copy')).where('key', '=', first).execute()
}

async function noteChanges(
  trx: Transaction<Schema>,
  dialect: SqlDialect,
  ids: readonly ArticleId[],
): Promise<void> {
  if (ids.length === 0) return
  const first = await dialect.takeRevisions(trx, ids.length)
  for (const [index, id] of ids.entries()) {
    const revision = first + index
    await trx
      .insertInto('changes')
      .values({ id, arrival: revision, revision })
      .onConflict((it) => it.column('id').doUpdateSet({ revision }))
      .execute()
  }
}
