import { type DamagedRowError, reportDamageOnce } from './damaged-row-error.ts'
import { databaseFileOf } from './database-file.ts'
import type { Leadership } from './leadership.ts'
import type { JoinPieces } from './manifest.ts'
import type { PostgresSettings } from './postgres/postgres-settings.ts'
import { closeToOthers, makeDataFolder, makePrivateFile } from './private-files.ts'
import type { Replica } from './replica.ts'
import { sql } from './sql/kysely.ts'
import { createSqlPorts } from './sql/sql-ports.ts'
import { backUp } from './sqlite/back-up.ts'
import { openDatabase } from './sqlite/open-database.ts'
import type { StorePorts } from './store-ports.ts'

/** All that outlives the process. */
export interface Store extends StorePorts {
  /** Path of the database, or `:memory:`; of PostgreSQL its address without the password. */
  readonly file: string
  /**
   * Writes a whole and consistent copy of the database to a file, while others go on reading and writing. SQLite writes
   * a database, PostgreSQL the archive of `pg_dump`, which must be installed.
   * @throws {StoreError} if the file exists already or cannot be written; then nothing is left of it
   */
  backUp(file: string): Promise<void>
  /** What the database finds wrong with itself, a sentence each; SQLite reads all of the file for it. */
  check(): Promise<readonly string[]>
  /** `SQLite`, or which PostgreSQL it is. */
  readonly engine: string
  /**
   * Stands by until this process leads, of all that are open on the database; absent where the data folder is locked.
   * @returns undefined if the signal was aborted before
   */
  readonly lead?: (signal: AbortSignal) => Promise<Leadership | undefined>
  /**
   * Joins the bots that answer behind the same webhook; absent where the data folder is locked, so that there is but one.
   * @param rules by which this process reads pages and makes its index: the same for all
   * @throws {StoreError} if a connection pooler stands between, or another bot has other rules
   */
  readonly joinReplicas?: (rules: string) => Promise<Replica>
  readonly close: () => Promise<void>
}

/** Where the data lies, and what the store needs from outside. */
export interface StoreOptions {
  /** Made if it is missing, and closed to other users; see `closeToOthers`. Left out: everything is in memory, and forgotten at the end. */
  readonly folder?: string
  /** Where all is kept instead of SQLite; the folder holds the index then, and no database. */
  readonly postgres?: PostgresSettings | undefined
  /** How the pieces of an issue are joined. */
  readonly join: JoinPieces
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Told of each row that is damaged, once; it is left out. */
  readonly onDamagedRow?: (error: DamagedRowError) => void
  /** How long to wait for another program that writes; 2,000 unless told. Of SQLite alone. */
  readonly busyTimeoutMs?: number
}

/**
 * Opens the database of the data folder, or of PostgreSQL.
 * @throws {StoreError}
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { folder, postgres, join: joinPieces, now, onDamagedRow = () => {} } = options
  if (postgres === undefined) return openSqlite(options)
  if (folder !== undefined) makeDataFolder(folder)
  // Only now: nobody else waits for the driver.
  const { openPostgres } = await import('./postgres/open-postgres.ts')
  const { backUp: dump, ...database } = await openPostgres(postgres)
  const { address: file, engine, lead, joinReplicas, close } = database
  if (folder !== undefined) closeToOthers(folder)
  return {
    ...createSqlPorts(database, joinPieces, now, reportDamageOnce(onDamagedRow)),
    file,
    engine,
    backUp: dump,
    check: async () => [],
    lead,
    joinReplicas: (rules) => joinReplicas(rules, now),
    close,
  }
}

function openSqlite({
  folder,
  join: joinPieces,
  now,
  busyTimeoutMs,
  onDamagedRow = () => {},
}: StoreOptions): Store {
  const file = folder === undefined ? ':memory:' : databaseFileOf(folder)
  if (folder !== undefined) {
    makeDataFolder(folder)
    makePrivateFile(file)
  }
  const database = openDatabase({ file, ...(busyTimeoutMs !== undefined && { busyTimeoutMs }) })
  if (folder !== undefined) closeToOthers(folder)
  const { db, close } = database
  return {
    ...createSqlPorts(database, joinPieces, now, reportDamageOnce(onDamagedRow)),
    file,
    engine: 'SQLite',
    backUp: (to) => backUp(db, to),
    check: async () => {
      const { rows } = await sql<{ readonly quick_check: string }>`PRAGMA quick_check`.execute(db)
      return rows.map((row) => row.quick_check).filter((sentence) => sentence !== 'ok')
    },
    close,
  }
}
