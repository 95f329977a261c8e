import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from '../sql/kysely.ts'
import type { SqlDialect } from '../sql/sql-dialect.ts'

/** A log that others read just then cannot be emptied: how often that is tried, and how long after the last time. */
const MOST_TRIES = 20
const TRY_AGAIN_MS = 50

/** SQLite lets one transaction write at a time, so nothing has to be locked. Lists are passed as JSON. */
export const sqliteDialect: SqlDialect = {
  isOneOf: (column, values) =>
    sql<boolean>`${sql.ref(column)} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`,
  rowsOf: (columns, rows) => {
    const selected = columns.map(([name], index) => sql`value ->> ${sql.lit(index)} AS ${sql.ref(name)}`)
    return sql`(SELECT ${sql.join(selected)} FROM json_each(${JSON.stringify(rows)})) AS it`
  },
  // It works in this thread: a thousand rows are some milliseconds, and ten thousand digests may come due at once.
  rowsAtOnce: 1_000,
  addedMany: async () => {},
  nextKey: (query) => query,
  lockChat: async () => {},
  afterCopy: async () => {},
  // Deleted rows are overwritten in the database (secure_delete); the log still has the pages as they were.
  afterForgetting: async (db) => {
    for (let tries = 1; tries <= MOST_TRIES; tries++) {
      const { rows } = await sql<{ readonly busy: number }>`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db)
      if (rows[0]?.busy !== 1) return
      await sleep(TRY_AGAIN_MS)
    }
  },
  mayClaim: () => sql<boolean>`true`,
  lockArchive: async () => {},
  takeRevisions: async (trx) => {
    const { latest } = await trx
      .selectFrom('changes')
      .select(({ fn }) => fn.max<number | null>('revision').as('latest'))
      .executeTakeFirstOrThrow()
    return (latest ?? 0) + 1
  },
}
