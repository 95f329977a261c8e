import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ConnectionOptions } from 'node:tls'
import type { Client, ClientConfig, Pool, PoolClient, PoolConfig } from 'pg'
import { despiteConflicts } from '../sql/in-transaction.ts'
import type { PostgresPool, PostgresPoolClient } from '../sql/kysely.ts'
import { StoreError } from '../store-error.ts'
import { escapeText, unescapeText } from './escape-text.ts'
import { findWritable } from './find-writable.ts'
import { Places } from './places.ts'
import { storeErrorOf } from './postgres-error.ts'
import { type Connection, connectionOf, type PostgresSettings } from './postgres-settings.ts'

/** Object ids of types, as the server gives them with each column. */
const [INT8, TEXT, FLOAT8, VARCHAR, NUMERIC] = [20, 25, 701, 1043, 1700]

const CONNECT_WITHIN_MS = 5_000
/** While the server restarts, or another one takes over. */
const ASK_AGAIN_MS = 100
const KEEP_ALIVE_MS = 10_000
const STATEMENT_TIMEOUT_MS = 30_000
const POOL_SIZE = 10

/**
 * Loads the driver: only where PostgreSQL is asked for, so that nobody else waits for it.
 */
export const loadPostgres = (): typeof import('pg') => createRequire(import.meta.url)('pg')

/**
 * What a client is made of.
 * @throws {StoreError} if the URL, or the file of certificates that it names, cannot be used
 */
function clientConfig({ url, statementTimeoutMs = STATEMENT_TIMEOUT_MS }: PostgresSettings): ClientConfig {
  const connection = connectionOf(url)
  const { hosts, user, password, database, options } = connection
  return {
    ...hosts[0],
    database,
    ...(user !== undefined && { user }),
    ...(password !== undefined && { password }),
    ...(options !== undefined && { options }),
    ssl: tlsOf(connection),
    application_name: 'paperboy',
    statement_timeout: statementTimeoutMs,
    // The server gives up by itself, unless it is frozen or out of reach.
    query_timeout: statementTimeoutMs + CONNECT_WITHIN_MS,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    types: { getTypeParser: parserOf },
  }
}

/** A connection of its own, for what must stay on one. */
export const createClient = (settings: PostgresSettings): Client => new (clientOf(settings))()

/** A pool of connections, of which a broken one is given up and made anew. */
export function openPool(settings: PostgresSettings): Pool {
  const config: PoolConfig = {
    ...clientConfig(settings),
    max: settings.poolSize ?? POOL_SIZE,
    Client: clientOf(settings),
  }
  const pool = new (loadPostgres().Pool)(config)
  // The pool has dropped a lost connection, and tells of it once more.
  pool.on('error', () => {})
  return pool
}

/**
 * The driver leaves a connection open when it cannot log in: the process would wait a minute for the server to end it.
 * And a connection that is lost while nothing is asked tells of it by an event, which ends the process if nobody listens.
 * Of several servers this one goes to the one that takes changes.
 */
function clientOf(settings: PostgresSettings): typeof Client {
  const Driver = loadPostgres().Client
  const config = clientConfig(settings)
  const { hosts } = connectionOf(settings.url)
  return class extends Driver {
    constructor() {
      super(config)
      this.on('error', () => {})
    }

    async #connect(): Promise<Client> {
      try {
        Object.assign(this, await findWritable(hosts, Driver, config))
        return await super.connect()
      } catch (error) {
        const { connection }: { connection?: { stream?: { destroy(): void } } } = this as object
        connection?.stream?.destroy()
        throw error
      }
    }

    override connect(): Promise<Client>
    override connect(callback: (error: Error) => void): void
    override connect(callback?: (error: Error) => void): unknown {
      const connected = this.#connect()
      if (!callback) return connected
      // oxlint-disable-next-line promise/no-callback-in-promise -- the pool of the driver takes callbacks alone
      return connected.then(() => Reflect.apply(callback, undefined, []), callback)
    }
  }
}

/**
 * The pool as Kysely uses it: texts that PostgreSQL does not bear are escaped, failures are `StoreError`s, a statement
 * that was undone for another one is repeated, and a connection is waited for while the server restarts.
 */
export function kyselyPool(pool: Pool, address: string): PostgresPool {
  const connect = () => connectPatiently(pool, address)
  const places = new Places(pool.options.max)
  return {
    connect: async () => {
      await places.take()
      try {
        return kyselyClient(await connect(), connect, () => places.give(), address)
      } catch (error) {
        places.give()
        throw error
      }
    },
    end: () => pool.end(),
  }
}

async function connectPatiently(pool: Pool, address: string): Promise<PoolClient> {
  const giveUpAt = performance.now() + CONNECT_WITHIN_MS
  for (;;) {
    try {
      return await pool.connect()
    } catch (cause) {
      const error = storeErrorOf(cause, address)
      const mayPass =
        error instanceof StoreError && (error.problem === 'unreachable' || error.problem === 'busy')
      if (!mayPass || performance.now() > giveUpAt) throw error
    }
    await sleep(ASK_AGAIN_MS)
  }
}

function kyselyClient(
  first: PoolClient,
  connect: () => Promise<PoolClient>,
  onRelease: () => void,
  address: string,
): PostgresPoolClient {
  let client: PoolClient | undefined = first
  let isBroken = false
  let inTransaction = false
  const ask = async (sql: string, values: readonly unknown[]) => {
    try {
      client ??= await connect()
      return await client.query(sql, values.map(bindable))
    } catch (cause) {
      const error = storeErrorOf(cause, address)
      isBroken = error instanceof StoreError && error.problem === 'unreachable'
      throw error
    }
  }
  const askAnew = async (sql: string, values: readonly unknown[]) => {
    try {
      return await ask(sql, values)
    } catch (error) {
      if (!wasNotDone(error, sql)) throw error
      client?.release(true)
      client = undefined
      return ask(sql, values)
    }
  }
  const query = async (sql: string, values: readonly unknown[] = []) => {
    // A transaction is repeated as a whole, by whoever began it.
    const result = inTransaction ? await ask(sql, values) : await despiteConflicts(() => askAnew(sql, values))
    if (/^(begin|start transaction)/i.test(sql)) inTransaction = true
    else if (/^(commit|rollback$)/i.test(sql)) inTransaction = false
    return result
  }
  const release = () => {
    client?.release(isBroken)
    onRelease()
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Kysely asks with texts alone, and streams nothing
  return { query, release } as unknown as PostgresPoolClient
}

/**
 * The connection was lost, as all are when a server restarts, and surely nothing was done: the server says so by
 * 57P01, what could not be sent (EPIPE) was not read, and a read or the beginning of a transaction does nothing.
 */
function wasNotDone(error: unknown, sql: string): boolean {
  if (!(error instanceof StoreError) || error.problem !== 'unreachable') return false
  const { cause } = error
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  return /^(select|begin)/i.test(sql) || code === '57P01' || code === 'EPIPE'
}

/** As in SQLite: only what comes back as it was gets through. */
function bindable(value: unknown): unknown {
  if (typeof value === 'string') return escapeText(value)
  if (value === null || (typeof value === 'number' && Number.isFinite(value))) return value
  if (Array.isArray(value)) return value.map(bindable)
  throw new TypeError(`a ${typeof value} cannot be bound to a parameter`)
}

/** Counts and ids are numbers here: none of ours is above 2^53, and one that were would be told of. */
function readInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`the number ${text} of the database is out of range`)
  return value
}

function parserOf(type: number, format?: string): (value: string) => unknown {
  if (type === INT8) return readInteger
  if (type === NUMERIC || type === FLOAT8) return Number
  if (type === TEXT || type === VARCHAR) return unescapeText
  const parse: (value: string) => unknown = loadPostgres().types.getTypeParser(
    type,
    format === 'binary' ? 'binary' : 'text',
  )
  return parse
}

function tlsOf({ sslMode, rootCertificate }: Connection): ConnectionOptions | false {
  if (sslMode === 'disable') return false
  const ca = rootCertificate === undefined ? {} : { ca: readCertificate(rootCertificate) }
  if (sslMode === 'require') return { ...ca, rejectUnauthorized: false }
  // The driver itself compares the certificate with the host that it goes to.
  return sslMode === 'verify-ca' ? { ...ca, checkServerIdentity: () => undefined } : ca
}

function readCertificate(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new StoreError('wrongUrl', file, `DATABASE_URL: cannot read the sslrootcert file ${file}`, {
      cause,
    })
  }
}
