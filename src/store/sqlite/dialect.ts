import { setTimeout as sleep } from 'node:timers/promises'
import { StoreError } from '../store-error.ts'
import type { Answer, SqliteConnection } from './connection.ts'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from './kysely.ts'

/** Between two attempts to write while another process does. */
const ASK_AGAIN_MS = 10

/**
 * Lets Kysely speak through one connection, one query or transaction at a time.
 * @param busyTimeoutMs how long a transaction waits for other processes that write
 */
export function createDialect(connection: SqliteConnection, busyTimeoutMs: number): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => createDriver(connection, busyTimeoutMs),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

function createDriver(connection: SqliteConnection, busyTimeoutMs: number): Driver {
  const begin = () => beginWriting(connection, busyTimeoutMs)
  const session: DatabaseConnection = {
    executeQuery: async (asked: CompiledQuery) => {
      const { rows, changes } = await query(connection, asked, begin)
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
    beginTransaction: begin,
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
 * A statement that writes is a transaction of its own, unless it is in one: so the wait for other processes is ours,
 * and holds up nothing else here.
 */
async function query(
  connection: SqliteConnection,
  { sql, parameters }: CompiledQuery,
  begin: () => Promise<void>,
): Promise<Answer> {
  if (connection.inTransaction || !/^\s*(insert|update|delete|replace)/i.test(sql))
    return connection.query(sql, parameters)
  await begin()
  try {
    const answer = connection.query(sql, parameters)
    connection.exec('COMMIT')
    return answer
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    throw error
  }
}

/**
 * Begins a writing transaction; while another process writes, waits without holding up what else goes on here.
 * A transaction that began with a read could not become a writing one then.
 */
async function beginWriting(connection: SqliteConnection, busyTimeoutMs: number): Promise<void> {
  const giveUpAt = performance.now() + busyTimeoutMs
  for (;;) {
    try {
      return connection.exec('BEGIN IMMEDIATE')
    } catch (error) {
      if (!(error instanceof StoreError && error.problem === 'busy') || performance.now() > giveUpAt)
        throw error
    }
    await sleep(ASK_AGAIN_MS)
  }
}

function createDoor() {
  let resolve = () => {}
  const promise = new Promise<void>((open) => {
    resolve = open
  })
  return { promise, resolve }
}
