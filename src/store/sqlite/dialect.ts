import { setTimeout as sleep } from 'node:timers/promises'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  SqliteAdapter,
  SqliteIntrospector,
} from '../sql/kysely.ts'
import { StoreError } from '../store-error.ts'
import type { SqliteConnection, StatementResult } from './connection.ts'
import { PlainLimits } from './query-compiler.ts'

/** Between two attempts to write while another process does. */
const ASK_AGAIN_MS = 10

/**
 * What a commit waits for. `disk`: until the disk has it, so that not even a power cut loses it. `system`: until the
 * operating system has it, so that the end of the process does not lose it; the next commit of the other kind also
 * brings it to disk, since the log is written in order.
 */
export type Durability = 'disk' | 'system'

const SYNCHRONOUS: Readonly<Record<Durability, string>> = { disk: 'FULL', system: 'NORMAL' }

interface SharedOptions {
  /** How long a transaction waits for other processes that write. */
  readonly busyTimeoutMs: number
}

/**
 * Makes dialects by which several instances of Kysely speak through one connection, one query or transaction at a time.
 * They differ in what their commits wait for.
 */
export function shareConnection(
  connection: SqliteConnection,
  { busyTimeoutMs }: SharedOptions,
): (durability: Durability) => Dialect {
  const turns = new Turns()
  let current: Durability | undefined
  const begin = async (durability: Durability) => {
    // It cannot be changed within a transaction.
    if (current !== durability) connection.exec(`PRAGMA synchronous = ${SYNCHRONOUS[durability]}`)
    current = durability
    await beginWriting(connection, busyTimeoutMs)
  }
  return (durability) => ({
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => createDriver(connection, turns, () => begin(durability)),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new PlainLimits(),
  })
}

/** Lets in one at a time, in the order in which they came. */
class Turns {
  #last = Promise.resolve()
  #release = () => {}

  async take(): Promise<void> {
    const before = this.#last
    const { promise, resolve } = createDoor()
    this.#last = promise
    await before
    this.#release = resolve
  }

  release(): void {
    this.#release()
  }
}

function createDriver(connection: SqliteConnection, turns: Turns, begin: () => Promise<void>): Driver {
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
  return {
    init: async () => {},
    acquireConnection: async () => {
      await turns.take()
      return session
    },
    releaseConnection: async () => turns.release(),
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
): Promise<StatementResult> {
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
