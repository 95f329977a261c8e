import type { DriverName, NativeDatabase, NativeStatement } from './load-driver.ts'
import { storeErrorOf } from './store-error-of.ts'

/** What may be bound to a parameter: the drivers agree on no more than these. */
export type SqliteValue = string | number | null

export interface Answer {
  readonly rows: readonly unknown[]
  /** Rows that were written. */
  readonly changes: number
}

/** One connection to a database file. Everything is synchronous; failures are `StoreError`s where foreseen. */
export interface SqliteConnection {
  readonly driver: DriverName
  readonly inTransaction: boolean
  /** Runs one statement. Prepared statements are kept. */
  query(sql: string, values?: readonly unknown[]): Answer
  /** Runs statements that take no values and give no rows. */
  exec(sql: string): void
  close(): void
}

const MOST_STATEMENTS = 200

export function createConnection(
  database: NativeDatabase,
  driver: DriverName,
  file: string,
): SqliteConnection {
  const statements = new Map<string, NativeStatement>()
  const statementOf = (sql: string): NativeStatement => {
    const known = statements.get(sql)
    if (known) return known
    const statement = database.prepare(sql)
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
    driver,
    get inTransaction() {
      return database.inTransaction
    },
    query: (sql, values = []) =>
      guarded(() => {
        const bound = values.map(bindable)
        const statement = statementOf(sql)
        if (statement.reader) return { rows: statement.all(bound), changes: 0 }
        return { rows: [], changes: statement.run(bound).changes }
      }),
    exec: (sql) => guarded(() => void database.exec(sql)),
    close: () => {
      try {
        // Else libsql, which closes when the last statement is collected, leaves it to whoever opens next.
        database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      } catch {
        // A full disk, or another reader: nothing is lost, the log stays beside the database.
      }
      statements.clear()
      guarded(() => void database.close())
    },
  }
}

/** libsql ends the whole process when it is given a boolean, so nothing unusual gets through to any driver. */
function bindable(value: unknown): SqliteValue {
  if (typeof value === 'string' || value === null) return value
  if (typeof value === 'number' && Number.isFinite(value)) return value
  throw new TypeError(`a ${typeof value} cannot be bound to a parameter`)
}
