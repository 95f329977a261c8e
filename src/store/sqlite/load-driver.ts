import { createRequire } from 'node:module'

/** A prepared statement, as much of it as is used here. */
export interface NativeStatement {
  /** Of the rows that it gives; empty if it gives none. */
  columns(): readonly unknown[]
  all(...values: readonly (string | number | null)[]): readonly unknown[]
  run(...values: readonly (string | number | null)[]): { readonly changes: number | bigint }
}

/** An open database, as much of it as is used here: the same in the driver as in Node's own `node:sqlite`. */
export interface NativeDatabase {
  readonly isTransaction: boolean
  prepare(sql: string): NativeStatement
  exec(sql: string): void
  close(): void
}

/** Opens a database; `timeout` is in milliseconds. */
export type NativeDatabaseClass = new (file: string, options: { readonly timeout: number }) => NativeDatabase

const DRIVER = '@photostructure/sqlite'

/** The platforms that the driver brings binaries for. See docs/adr/0001-sqlite-driver.md. */
export const DRIVER_PLATFORMS = 'Linux, macOS and Windows on x64 and arm64'

/**
 * Loads the SQLite driver.
 * @returns undefined if it has no binary for this machine
 */
export function loadDriver(): NativeDatabaseClass | undefined {
  try {
    // Its CommonJS build, and only when a database is opened: it reads a binary of some megabytes.
    const driver: { readonly DatabaseSync: NativeDatabaseClass } = createRequire(import.meta.url)(DRIVER)
    return driver.DatabaseSync
  } catch {
    return undefined
  }
}
