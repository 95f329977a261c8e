import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'
import type { Leadership } from '../leadership.ts'
import { StoreError } from '../store-error.ts'
import { storeErrorOf } from './postgres-error.ts'
import { createClient } from './postgres-pool.ts'
import { connectionOf, type PostgresSettings } from './postgres-settings.ts'

/** The bytes of "PBOYlead" as a number. */
const LOCK = '5783272116986405220'
/** Between two attempts of those who stand by: so long a bot has no leader at most, once the server knows that it died. */
const ASK_AGAIN_MS = 150
const HEARTBEAT_MS = 1_000
/** The server ends the session of a leader that has said nothing for so long: it is frozen, or out of reach. */
const SILENT_MS = 5_000

/** Which leader this process is; undefined until it leads. Claims are made in its name. */
export interface Term {
  epoch: number | undefined
}

/**
 * Stands by until this process leads: a lock of the server that ends with its session, however the process ends. Each
 * leader has a number of its own (`epoch`, a fencing token), and a claim counts only in the name of the latest: so a
 * leader that was frozen while another one took over claims nothing, though it does not know yet.
 *
 * Where the session is lost, for example since the server restarts, this process leads on if nobody else has led since.
 * @param signal aborted when nobody wants to lead any more
 * @returns undefined if the signal was aborted before
 * @throws {StoreError} if the server cannot be reached at first, or a connection pooler stands between
 */
export async function lead(
  settings: PostgresSettings,
  term: Term,
  signal: AbortSignal,
): Promise<Leadership | undefined> {
  const { address } = connectionOf(settings.url)
  let session = await openSession(settings, address)
  const releasing = new AbortController()
  const { promise: lost, resolve: lose } = createSettlement()

  const takeOver = async (): Promise<boolean> => {
    const { rows } = await session.query<{ readonly won: boolean }>(
      'SELECT pg_try_advisory_lock($1) AS won',
      [LOCK],
    )
    if (rows[0]?.won !== true) return false
    const before = await latestEpoch(session)
    // Somebody led in between: what this process knows is old.
    if (term.epoch !== undefined && before !== term.epoch) return false
    const { rows: taken } = await session.query<{ readonly epoch: number }>(
      'UPDATE leadership SET epoch = epoch + 1, holder = $1 RETURNING epoch',
      [`process ${process.pid} on ${hostname()}`],
    )
    term.epoch = taken[0]?.epoch
    return true
  }
  /** @returns whether this process leads again */
  const regain = async (): Promise<boolean> => {
    while (!releasing.signal.aborted) {
      try {
        session = await openSession(settings, address)
        while (!releasing.signal.aborted) {
          if (await takeOver()) return true
          if ((await latestEpoch(session)) !== term.epoch) return false
          await sleep(ASK_AGAIN_MS)
        }
      } catch {
        // Not yet.
      }
      await endSession(session)
      await sleep(ASK_AGAIN_MS)
    }
    return false
  }
  const beat = async () => {
    while (!releasing.signal.aborted) {
      await sleep(HEARTBEAT_MS, undefined, { signal: releasing.signal }).catch(() => {})
      const isAlive = await session.query('SELECT 1').then(
        () => true,
        () => false,
      )
      if (!isAlive && !releasing.signal.aborted && !(await regain())) break
    }
    if (!releasing.signal.aborted) lose()
  }

  while (!signal.aborted) {
    const isLeader = await takeOver().catch(async () => {
      await endSession(session)
      session = await openSession(settings, address).catch(() => session)
      return false
    })
    if (isLeader) {
      const beating = beat()
      return {
        lost,
        release: async () => {
          releasing.abort()
          await beating
          await endSession(session)
        },
      }
    }
    await sleep(ASK_AGAIN_MS, undefined, { signal }).catch(() => {})
  }
  await endSession(session)
  return undefined
}

/**
 * A connection of its own whose end the server sees soon: it is ended if it says nothing for five seconds.
 * @throws {StoreError} if the server cannot be reached, or a connection pooler stands between
 */
export async function openSession(settings: PostgresSettings, address: string): Promise<Client> {
  const session = createClient({ ...settings, statementTimeoutMs: SILENT_MS })
  try {
    await session.connect()
    const { rows } = await session.query<{ readonly pid: number }>('SELECT pg_backend_pid() AS pid')
    if ('processID' in session && session.processID !== rows[0]?.pid)
      throw new StoreError(
        'wrongUrl',
        address,
        `DATABASE_URL (${address}) points to a connection pooler such as PgBouncer, where the leader's lock can be lost or shared: use the address of the server itself`,
      )
    // PostgreSQL 13 has no such setting: there a frozen leader is replaced when its network gives it up.
    await session.query(
      "SELECT set_config(name, $1, false) FROM pg_settings WHERE name = 'idle_session_timeout'",
      [String(SILENT_MS)],
    )
    return session
  } catch (cause) {
    await endSession(session)
    throw storeErrorOf(cause, address)
  }
}

/** Ends a session, also one that is lost. Never rejects. */
export const endSession = (session: Client) => session.end().catch(() => {})

async function latestEpoch(session: Client): Promise<number | undefined> {
  const { rows } = await session.query<{ readonly epoch: number }>('SELECT epoch FROM leadership')
  return rows[0]?.epoch
}

function createSettlement() {
  let resolve = () => {}
  const promise = new Promise<void>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}
