import { createHash, randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'
import { type Kysely, sql } from '../sql/kysely.ts'
import type { Schema } from '../sql/schema.ts'
import { StoreError } from '../store-error.ts'
import { endSession, openSession } from './leadership.ts'
import { connectionOf, type PostgresSettings } from './postgres-settings.ts'

/** First of the two keys of the locks by which replicas are known to live: "PBOR". */
const REPLICAS = 0x50_42_4f_52
/** Begins what the session of each replica is called; the digest of its rules follows. */
const RULES = 'paperboy rules '
const HEARTBEAT_MS = 1_000
const ASK_AGAIN_MS = 150
/** A replica whose lock is gone for so long is dead: after a restart of the server all need a moment to come back. */
const DEAD_AFTER_MS = 1_500

/** That this process lives, and which others do. */
export interface ReplicaSession {
  /** A number that no other replica has. */
  readonly holder: number
  /** Those of the given replicas that are dead for sure. */
  dead(holders: readonly number[]): Promise<readonly number[]>
  close(): Promise<void>
}

/**
 * Holds a lock of the server with a number of this process, on a connection of its own: so the others see that it lives,
 * and see its end at once, however it ends. A process that is frozen loses its session after five seconds.
 * @param rules by which this process reads pages and makes its index; replicas of other rules give other answers
 * @throws {StoreError} also if another replica lives that has other rules
 */
export async function openReplicaSession(
  settings: PostgresSettings,
  db: Kysely<Schema>,
  rules: string,
): Promise<ReplicaSession> {
  const { address } = connectionOf(settings.url)
  const holder = randomInt(1, 2 ** 31 - 1)
  // The server shows to all what each session is called.
  const name = `${RULES}${createHash('sha256').update(rules).digest('hex').slice(0, 16)}`
  const open = async () => {
    const opened = await openSession(settings, address)
    await opened.query('SELECT pg_advisory_lock_shared($1, $2)', [REPLICAS, holder])
    await opened.query("SELECT set_config('application_name', $1, false)", [name])
    return opened
  }
  let session = await open()
  const { rows: others } = await session.query<{ readonly pid: number }>(
    `SELECT pid FROM pg_stat_activity
     WHERE datname = current_database() AND starts_with(application_name, $1) AND application_name <> $2 LIMIT 1`,
    [RULES, name],
  )
  if (others.length > 0) {
    await endSession(session)
    throw new StoreError(
      'otherRules',
      address,
      `another bot over the database ${address} reads or indexes text by other rules than this one (${rules}): run the same version of Paperboy and of Node, with the same packages, in all of them, and end those of the old version first`,
    )
  }
  const closing = new AbortController()
  const reopen = async () => {
    await endSession(session)
    for (let again: Client | undefined; again === undefined && !closing.signal.aborted; ) {
      again = await open().catch(() => undefined)
      if (again) session = again
      else await sleep(ASK_AGAIN_MS)
    }
  }
  const beat = async () => {
    while (!closing.signal.aborted) {
      await sleep(HEARTBEAT_MS, undefined, { signal: closing.signal }).catch(() => {})
      await session.query('SELECT 1').catch(reopen)
    }
  }
  const beating = beat()
  /** Since when each was seen to have no lock, on the monotonic clock. */
  const goneSince = new Map<number, number>()
  return {
    holder,
    dead: async (holders) => {
      const { rows } = await sql<{ readonly holder: number }>`
        SELECT objid::bigint AS holder FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database
        WHERE locktype = 'advisory' AND granted AND classid = ${sql.lit(REPLICAS)} AND objsubid = 2
          AND datname = current_database()`.execute(db)
      const living = new Set([holder, ...rows.map((row) => row.holder)])
      const now = performance.now()
      const gone = holders.filter((it) => !living.has(it))
      for (const it of goneSince.keys()) if (!gone.includes(it)) goneSince.delete(it)
      for (const it of gone) goneSince.set(it, goneSince.get(it) ?? now)
      return gone.filter((it) => now - (goneSince.get(it) ?? now) >= DEAD_AFTER_MS)
    },
    close: async () => {
      closing.abort()
      await beating
      await endSession(session)
    },
  }
}
