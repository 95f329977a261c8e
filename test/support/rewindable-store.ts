import { joinPieces } from '../../src/intake/index.ts'
import type { Store } from '../../src/store/index.ts'
import { sql } from '../../src/store/sql/kysely.ts'
import { createSqlPorts } from '../../src/store/sql/sql-ports.ts'
import { openDatabase } from '../../src/store/sqlite/open-database.ts'

/** A store in memory whose content can be kept and brought back, which takes a tenth of making and filling another one. */
export interface RewindableStore {
  readonly store: Omit<Store, 'backUp' | 'check' | 'engine' | 'file'>
  /** Keeps all that is in the store now. @returns brings it back, as often as one likes; nothing may be under way then */
  readonly keep: () => Promise<() => Promise<void>>
}

/** @param now milliseconds since 1970 */
export async function openRewindableStore(now: () => number): Promise<RewindableStore> {
  const database = openDatabase({ file: ':memory:' })
  const { db, close } = database
  const { rows } = await sql<{ readonly name: string }>`
    SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid`.execute(db)
  // In the order in which they were made: what others point to comes first.
  const tables = rows.map(({ name }) => name)
  let kept = 0
  return {
    store: { ...createSqlPorts(database, joinPieces, now), close },
    keep: async () => {
      const image = `kept${++kept}`
      await sql`ATTACH ':memory:' AS ${sql.ref(image)}`.execute(db)
      for (const table of tables)
        await sql`CREATE TABLE ${sql.ref(`${image}.of_${table}`)} AS SELECT * FROM ${sql.ref(`main.${table}`)}`.execute(
          db,
        )
      return () =>
        db.transaction().execute(async (trx) => {
          for (const table of tables.toReversed())
            await sql`DELETE FROM ${sql.ref(`main.${table}`)}`.execute(trx)
          for (const table of tables)
            await sql`INSERT INTO ${sql.ref(`main.${table}`)} SELECT * FROM ${sql.ref(`${image}.of_${table}`)}`.execute(
              trx,
            )
        })
    },
  }
}
