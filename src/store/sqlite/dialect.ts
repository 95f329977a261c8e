import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { SqliteConnection } from './connection.ts'

/** Lets Kysely speak through one connection, one query or transaction at a time. */
export function createDialect(connection: SqliteConnection): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => createDriver(connection),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

function createDriver(connection: SqliteConnection): Driver {
  const session: DatabaseConnection = {
    executeQuery: async ({ sql, parameters }: CompiledQuery) => {
      const { rows, changes } = connection.query(sql, parameters)
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the border: rows are as the schema says
      return { rows: rows as never[], numAffectedRows: BigInt(changes) }
    },
    streamQuery: () => {
      throw new Error('rows are not streamed: a statement left open would hold the database')
    },
  }
  let last = Promise.resolve()
  let release = () => {}
  return {
    init: async () => {},
    acquireConnection: async () => {
      const before = last
      const { promise, resolve } = createDoor()
      last = promise
      await before
      release = resolve
      return session
    },
    releaseConnection: async () => release(),
    // A transaction that began with a read could not become a writing one while another process writes.
    // By `exec`, because libsql keeps a prepared statement open that was refused as busy.
    beginTransaction: async () => connection.exec('BEGIN IMMEDIATE'),
    commitTransaction: async () => connection.exec('COMMIT'),
    rollbackTransaction: async () => {
      // SQLite rolls back by itself when the disk is full or fails.
      if (connection.inTransaction) connection.exec('ROLLBACK')
    },
    // Whoever opened the connection closes it: Kysely passes this over where it has run no query.
    destroy: async () => {},
  }
}

function createDoor() {
  let resolve = () => {}
  const promise = new Promise<void>((open) => {
    resolve = open
  })
  return { promise, resolve }
}
