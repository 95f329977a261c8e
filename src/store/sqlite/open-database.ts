import { StoreError } from '../store-error.ts'
import { createConnection, type SqliteConnection } from './connection.ts'
import { createDialect } from './dialect.ts'
import { Kysely } from './kysely.ts'
import { type Driver, type DriverName, loadDriver } from './load-driver.ts'
import { migrate } from './migrate.ts'
import type { Schema } from './schema.ts'
import { storeErrorOf } from './store-error-of.ts'

export interface DatabaseOptions {
  /** Path of the file, or `:memory:`. Its folder must be there. */
  readonly file: string
  /** The best that can be loaded, unless told. */
  readonly driver?: DriverName
  /** How long to wait for another program that writes; 2,000 unless told. */
  readonly busyTimeoutMs?: number
}

/** Readers wait for nobody but in rare moments, such as a first look after a crash. */
const BLOCKING_MS = 30

export interface Database {
  readonly driver: DriverName
  readonly db: Kysely<Schema>
  /** Waits for what is under way. */
  readonly close: () => Promise<void>
}

/**
 * Opens the database, or makes it, with the schema of this version.
 * @throws {StoreError}
 */
export function openDatabase({ file, driver: only, busyTimeoutMs = 2000 }: DatabaseOptions): Database {
  const driver = loadDriver(only)
  if (!driver)
    throw new StoreError(
      'noDriver',
      file,
      `no SQLite fits this machine (${process.platform} ${process.arch}, Node ${process.version}): run npm rebuild better-sqlite3 with a C++ compiler at hand`,
    )
  const connection = connect(driver, file, busyTimeoutMs)
  try {
    prepare(connection)
    migrate(connection, file)
    // From now on others run beside us, so that the waiting is done by the dialect.
    connection.exec(`PRAGMA busy_timeout = ${BLOCKING_MS}`)
  } catch (error) {
    connection.close()
    throw error
  }
  const db = new Kysely<Schema>({ dialect: createDialect(connection, busyTimeoutMs) })
  const close = async () => {
    // A query of its own turn: everything asked before it is done by then.
    await db.connection().execute(async () => {})
    await db.destroy()
    connection.close()
  }
  return { driver: driver.name, db, close }
}

function connect({ name, Database }: Driver, file: string, timeout: number): SqliteConnection {
  try {
    return createConnection(new Database(file, { timeout }), name, file)
  } catch (cause) {
    const error = storeErrorOf(cause, file)
    if (error instanceof StoreError) throw error
    // Neither driver gives a code where the file or its folder cannot be opened.
    throw new StoreError('unreachable', file, `the database ${file} cannot be opened`, { cause })
  }
}

function prepare(connection: SqliteConnection): void {
  // An article of 1,000 characters fits a page of 8 KiB. It counts only where the file is made.
  connection.exec('PRAGMA page_size = 8192')
  connection.query('PRAGMA journal_mode = WAL')
  connection.exec('PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -16000')
}
