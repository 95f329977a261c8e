import { resolve } from 'node:path'
import { Kysely } from '../sql/kysely.ts'
import type { Schema } from '../sql/schema.ts'
import type { SqlDatabase } from '../sql/sql-database.ts'
import { StoreError } from '../store-error.ts'
import { createConnection, type SqliteConnection } from './connection.ts'
import { shareConnection } from './dialect.ts'
import { DRIVER_PLATFORMS, loadDriver, type NativeDatabaseClass } from './load-driver.ts'
import { migrate } from './migrate.ts'
import { sqliteDialect } from './sqlite-dialect.ts'
import { storeErrorOf } from './store-error-of.ts'

interface DatabaseOptions {
  /** Path of the file, or `:memory:`. Its folder must be there. */
  readonly file: string
  /** How long to wait for another program that writes; 2,000 unless told. */
  readonly busyTimeoutMs?: number
}

/** Readers wait for nobody but in rare moments, such as a first look after a crash. */
const BLOCKING_MS = 30

/**
 * Opens the database, or makes it, with the schema of this version.
 * @throws {StoreError}
 */
export function openDatabase({ file, busyTimeoutMs = 2000 }: DatabaseOptions): SqlDatabase {
  const Driver = loadDriver()
  if (!Driver)
    throw new StoreError(
      'noDriver',
      file,
      `the SQLite driver cannot be loaded on ${process.platform} ${process.arch}, Node ${process.version}: it supports ${DRIVER_PLATFORMS}; if yours is one of them, run npm ci again`,
    )
  const connection = connect(Driver, file, busyTimeoutMs)
  try {
    prepare(connection, busyTimeoutMs)
    if (keepsDeletedRows(migrate(connection, file))) compact(connection)
    // From now on others run beside us, so that the waiting is done by the dialect.
    connection.exec(`PRAGMA busy_timeout = ${BLOCKING_MS}`)
  } catch (error) {
    connection.close()
    throw error
  }
  const dialectOf = shareConnection(connection, { busyTimeoutMs })
  const db = new Kysely<Schema>({ dialect: dialectOf('disk') })
  const relaxedDb = new Kysely<Schema>({ dialect: dialectOf('system') })
  const close = async () => {
    // A query of its own turn: everything asked before it is done by then.
    await db.connection().execute(async () => {})
    await relaxedDb.destroy()
    await db.destroy()
    connection.close()
  }
  return { db, relaxedDb, dialect: sqliteDialect, close }
}

/** The first version of the schema with which deleted rows are overwritten. */
const SECURE_SINCE = 12

const keepsDeletedRows = (version: number): boolean => version > 0 && version < SECURE_SINCE

/** Writes the database anew, without what earlier versions left in its free space. */
function compact(connection: SqliteConnection): void {
  try {
    connection.exec('VACUUM')
  } catch (error) {
    // It needs as much room again for a moment, and nobody else who writes. Old rows then stay until they are overwritten.
    if (!(error instanceof StoreError && (error.problem === 'full' || error.problem === 'busy'))) throw error
  }
}

function connect(Driver: NativeDatabaseClass, file: string, timeout: number): SqliteConnection {
  // SQLite takes `file:a?mode=memory` for an address; an absolute path is always a file.
  const path = file === ':memory:' ? file : resolve(file)
  try {
    return createConnection(new Driver(path, { timeout }), file)
  } catch (cause) {
    throw storeErrorOf(cause, file)
  }
}

function prepare(connection: SqliteConnection, busyTimeoutMs: number): void {
  // An article of 1,000 characters fits a page of 8 KiB. It counts only where the file is made.
  connection.exec('PRAGMA page_size = 8192')
  keepLog(connection, busyTimeoutMs)
  // What is deleted is overwritten: whoever asks to be forgotten is not to be found in free space.
  connection.exec('PRAGMA secure_delete = ON')
  connection.exec('PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -16000')
}

const ASK_AGAIN_MS = 5

/**
 * Turns the log (WAL) on. Of two processes that make the file together SQLite tells one at once that it is locked, as each
 * would wait for the other (https://sqlite.org/c3ref/busy_handler.html): it asks again.
 */
function keepLog(connection: SqliteConnection, busyTimeoutMs: number): void {
  const giveUpAt = performance.now() + busyTimeoutMs
  for (;;) {
    try {
      connection.query('PRAGMA journal_mode = WAL')
      return
    } catch (error) {
      if (!(error instanceof StoreError && error.problem === 'busy') || performance.now() > giveUpAt)
        throw error
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ASK_AGAIN_MS)
  }
}
