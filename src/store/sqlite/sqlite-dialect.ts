import { sql } from '../sql/kysely.ts'
import type { SqlDialect } from '../sql/sql-dialect.ts'

/** SQLite lets one transaction write at a time, so nothing has to be locked. Lists are passed as JSON. */
export const sqliteDialect: SqlDialect = {
  isOneOf: (column, values) =>
    sql<boolean>`${sql.ref(column)} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`,
  rowsOf: (columns, rows) => {
    const selected = columns.map(([name], index) => sql`value ->> ${sql.lit(index)} AS ${sql.ref(name)}`)
    return sql`(SELECT ${sql.join(selected)} FROM json_each(${JSON.stringify(rows)})) AS it`
  },
  addedMany: async () => {},
  nextKey: (query) => query,
  lockChat: async () => {},
  afterCopy: async () => {},
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
