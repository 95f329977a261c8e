import { StoreError } from '../store-error.ts'
import type { SqliteConnection } from './connection.ts'
import { migrations } from './migrations.ts'
import { makeKnownSchema, rememberSchema } from './new-schema.ts'

/** "PBOY": tells our databases from those of other programs. */
const APPLICATION_ID = 0x50_42_4f_59

/**
 * Brings the schema up to date, each step in a transaction of its own, of a new database all in one; two processes may do
 * so at once.
 * @returns the version that the database had; 0 if it is new
 * @throws {StoreError} if the database belongs to another program, or a newer version of this one made it
 */
export function migrate(connection: SqliteConnection, file: string): number {
  const before = versionOf(connection, file)
  if (before === 0) makeNew(connection, file)
  while (takeStep(connection, file));
  return before
}

/** Waits for the disk once, and not at each step. */
function makeNew(connection: SqliteConnection, file: string): void {
  from(0, connection, file, () => {
    if (makeKnownSchema(connection)) return migrations.length
    for (const step of migrations) connection.exec(step)
    rememberSchema(connection)
    return migrations.length
  })
}

/** @returns whether there may be another step to take */
function takeStep(connection: SqliteConnection, file: string): boolean {
  const version = versionOf(connection, file)
  if (version >= migrations.length) return false
  from(version, connection, file, () => {
    connection.exec(migrations[version] ?? '')
    return version + 1
  })
  return true
}

/** Changes the schema in a transaction. @param change brings it to the version that it returns */
function from(version: number, connection: SqliteConnection, file: string, change: () => number): void {
  connection.exec('BEGIN IMMEDIATE')
  try {
    // Another process may have done so while this one waited for its turn.
    if (versionOf(connection, file) === version)
      connection.exec(`PRAGMA user_version = ${change()}; PRAGMA application_id = ${APPLICATION_ID}`)
    connection.exec('COMMIT')
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    throw error
  }
}

function versionOf(connection: SqliteConnection, file: string): number {
  const version = readPragma(connection, 'user_version')
  const isOurs = readPragma(connection, 'application_id') === APPLICATION_ID
  const isEmpty = version === 0 && connection.query('SELECT 1 FROM sqlite_master LIMIT 1').rows.length === 0
  if (!isOurs && !isEmpty)
    throw new StoreError(
      'foreign',
      file,
      `${file} belongs to another program: set DATA_DIR to another folder`,
    )
  if (version > migrations.length)
    throw new StoreError(
      'newer',
      file,
      `${file} was made by a newer version of Paperboy (schema ${version}, this version knows ${migrations.length}): update Paperboy`,
    )
  return version
}

/** A pragma that is one number. */
function readPragma(connection: SqliteConnection, name: string): number {
  const [row] = connection.query(`PRAGMA ${name}`).rows
  return Number(Object.values(row ?? {})[0] ?? 0)
}
