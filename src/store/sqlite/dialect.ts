import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { Answer, SqliteConnection } from './connection.ts'

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
      const { rows, changes } = query(connection, sql, parameters)
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

/**
 * A statement that writes is a transaction of its own, unless it is in one. By `exec`, because libsql keeps a
 * prepared statement open that was refused as busy, and then refuses the next commit.
 */
function query(connection: SqliteConnection, sql: string, parameters: readonly unknown[]): Answer {
  if (connection.inTransaction || !/^\s*(insert|update|delete|replace)/i.test(sql))
    return connection.query(sql, parameters)
  connection.exec('BEGIN IMMEDIATE')
  try {
    const answer = connection.query(sql, parameters)
    connection.exec('COMMIT')
    return answer
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    throw error
  }
}

function createDoor() {
  let resolve = () => {}
  const promise = new Promise<void>((open) => {
    resolve = open
  })
  return { promise, resolve }
}
