import type { Kysely } from './kysely.ts'
import type { Schema } from './schema.ts'
import type { SqlDialect } from './sql-dialect.ts'

/** An open database, with all migrations applied: what the adapters of the ports work on. */
export interface SqlDatabase {
  readonly db: Kysely<Schema>
  /**
   * The same database. What is written by this one outlives the process, and may be lost in a power cut if nothing was
   * written by `db` after it. For what is written often and is no great loss: see docs/adr/0006-durability.md.
   */
  readonly relaxedDb: Kysely<Schema>
  readonly dialect: SqlDialect
  /** Waits for what is under way. */
  readonly close: () => Promise<void>
}
