import type { NativeDatabase, NativeStatement } from './load-driver.ts'
import { storeErrorOf } from './store-error-of.ts'

/** What may be bound to a parameter. */
export type SqliteValue = string | number | null

/** What a statement gave: rows if it has columns, else the number of rows written. */
export interface StatementResult {
  readonly rows: readonly unknown[]
  /** Rows that were written. */
  readonly changes: number
}

/** One connection to a database file. Everything is synchronous; failures are `StoreError`s where foreseen. */
export interface SqliteConnection {
  readonly inTransaction: boolean
  /** Runs one statement. Prepared statements are kept. */
  query(sql: string, values?: readonly unknown[]): StatementResult
  /** Runs statements that take no values and give no rows. */
  exec(sql: string): void
  close(): void
}

const MOST_STATEMENTS = 200

interface Prepared {
  readonly native: NativeStatement
  readonly givesRows: boolean
}

/**
 * Wraps an open database of the driver. Its statements are prepared once, and closing it writes the log (WAL)
 * back into the file.
 * @param file its path, for errors
 */
export function createConnection(database: NativeDatabase, file: string): SqliteConnection {
  const statements = new Map<string, Prepared>()
  const statementOf = (sql: string): Prepared => {
    const known = statements.get(sql)
    if (known) return known
    const native = database.prepare(sql)
    const statement = { native, givesRows: native.columns().length > 0 }
    if (statements.size >= MOST_STATEMENTS) statements.clear()
    statements.set(sql, statement)
    return statement
  }
  const guarded = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      throw storeErrorOf(error, file)
    }
  }
  return {
    get inTransaction() {
      return database.isTransaction
    },
    query: (sql, values = []) =>
      guarded(() => {
        const bound = values.map(bindable)
        const { native, givesRows } = statementOf(sql)
        if (givesRows) return { rows: native.all(...bound), changes: 0 }
        return { rows: [], changes: Number(native.run(...bound).changes) }
      }),
    exec: (sql) => guarded(() => database.exec(sql)),
    close: () => {
      try {
        // SQLite does so by itself only when the last of all processes closes the file.
        database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      } catch {
        // A full disk, or another reader: nothing is lost, the log stays beside the database.
      }
      statements.clear()
      guarded(() => database.close())
    },
  }
}

/** A boolean or a bigint would come back as a number, NaN as NULL: only what comes back as it was gets through. */
function bindable(value: unknown): SqliteValue {
  if (typeof value === 'string' || value === null) return value
  if (typeof value === 'number' && Number.isFinite(value)) return value
  throw new TypeError(`a ${typeof value} cannot be bound to a parameter`)
}
