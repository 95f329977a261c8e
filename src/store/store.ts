import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Archive } from './archive.ts'
import type { JoinPieces, Manifest } from './manifest.ts'
import { backUp } from './sqlite/back-up.ts'
import type { DriverName } from './sqlite/load-driver.ts'
import { openDatabase } from './sqlite/open-database.ts'
import { createSqliteArchive } from './sqlite/sqlite-archive.ts'
import { createSqliteManifest } from './sqlite/sqlite-manifest.ts'
import { StoreError } from './store-error.ts'

/** All that outlives the process. */
export interface Store {
  readonly driver: DriverName
  /** Path of the database, or `:memory:`. */
  readonly file: string
  readonly archive: Archive
  readonly manifest: Manifest
  /**
   * Writes a whole and consistent copy of the database to a file, while others go on reading and writing.
   * @throws {StoreError} where there is such a file already, or it cannot be written; nothing is left of it then
   */
  backUp(file: string): Promise<void>
  /** What SQLite finds wrong with the file, a sentence each; reads all of it. */
  check(): Promise<readonly string[]>
  close(): Promise<void>
}

export interface StoreOptions {
  /** Made where it is missing. Left out: everything is in memory, and forgotten at the end. */
  readonly folder?: string
  /** How the pieces of an issue are joined. */
  readonly join: JoinPieces
  /** The best that can be loaded, unless told. */
  readonly driver?: DriverName
  /** How long to wait, blocking, for another program that writes; 2,000 unless told. */
  readonly busyTimeoutMs?: number
}

/**
 * Opens the database of the data folder.
 * @throws {StoreError}
 */
export async function openStore({ folder, join: joinPieces, ...options }: StoreOptions): Promise<Store> {
  const file = folder === undefined ? ':memory:' : join(makeFolder(folder), 'paperboy.sqlite')
  const { db, driver, close } = openDatabase({ file, ...options })
  return {
    driver,
    file,
    archive: createSqliteArchive(db),
    manifest: createSqliteManifest(db, joinPieces),
    backUp: (to) => backUp(db, to),
    check: async () => {
      const { rows } = await sql<{ readonly quick_check: string }>`PRAGMA quick_check`.execute(db)
      return rows.map((row) => row.quick_check).filter((sentence) => sentence !== 'ok')
    },
    close,
  }
}

function makeFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true })
    return folder
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason'
    throw new StoreError(
      'unreachable',
      folder,
      `cannot make the data folder ${folder} (${reason}): set DATA_DIR to a folder that can be written to`,
      { cause },
    )
  }
}
