import { createRequire } from 'node:module'

export interface NativeStatement {
  /** Whether it gives rows. */
  readonly reader: boolean
  all(values: readonly unknown[]): unknown[]
  run(values: readonly unknown[]): { readonly changes: number }
}

/** What both drivers have in common, of all that better-sqlite3 offers. */
export interface NativeDatabase {
  readonly inTransaction: boolean
  prepare(sql: string): NativeStatement
  exec(sql: string): unknown
  close(): unknown
}

export type NativeDatabaseClass = new (file: string, options: { readonly timeout: number }) => NativeDatabase

/** Best first. See docs/adr/0001-sqlite-drivers.md. */
const DRIVERS = ['better-sqlite3', 'libsql'] as const

export type DriverName = (typeof DRIVERS)[number]

export interface Driver {
  readonly name: DriverName
  readonly Database: NativeDatabaseClass
}

/**
 * Loads the best driver that this machine has; `libsql` brings its binaries along and stands in where
 * better-sqlite3 could be neither fetched nor compiled.
 * @param only this one or none
 * @returns undefined where none can be loaded
 */
export function loadDriver(only?: DriverName): Driver | undefined {
  const require = createRequire(import.meta.url)
  for (const name of only === undefined ? DRIVERS : [only]) {
    try {
      const Database: NativeDatabaseClass = require(name)
      // better-sqlite3 looks for its binary when the first database is opened.
      new Database(':memory:', { timeout: 0 }).close()
      return { name, Database }
    } catch {
      // The next one may fit this machine.
    }
  }
  return undefined
}
