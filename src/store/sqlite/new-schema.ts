import type { SqliteConnection } from './connection.ts'

/** The one row that the steps write: which archive this is. */
const IDENTITY = 'INSERT INTO archive (identity) VALUES (lower(hex(randomblob(8))))'

/** What the first new database of this process became by all steps: the statements that make the same at once. */
let known: readonly string[] | undefined

/**
 * Makes the schema of this version in an empty database at once, if this process has made one step by step before: a tenth of the
 * work, which tells where a process opens many. The caller begins and ends the transaction.
 * @returns whether it is made
 */
export function makeKnownSchema(connection: SqliteConnection): boolean {
  if (known === undefined) return false
  for (const statement of known) connection.exec(statement)
  return true
}

/** Remembers the schema of a database that was new, and has been taken through all steps just now. */
export function rememberSchema(connection: SqliteConnection): void {
  // A table before its indexes: in the order in which they were made. What SQLite makes by itself has no statement.
  const { rows } = connection.query(
    `SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid`,
  )
  known = [...rows.map((row) => String(Object.values(row ?? {})[0])), IDENTITY]
}
