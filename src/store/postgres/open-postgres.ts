import { createHash } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import type { Leadership } from '../leadership.ts'
import type { Replica } from '../replica.ts'
import { Kysely, PostgresDialect, sql } from '../sql/kysely.ts'
import type { Schema } from '../sql/schema.ts'
import type { SqlDatabase } from '../sql/sql-database.ts'
import { StoreError } from '../store-error.ts'
import { backUp } from './back-up.ts'
import { lead, type Term } from './leadership.ts'
import { migrate } from './migrate.ts'
import { createPostgresDialect } from './postgres-dialect.ts'
import { storeErrorOf } from './postgres-error.ts'
import { createPostgresLimits } from './postgres-limits.ts'
import { kyselyPool, openPool } from './postgres-pool.ts'
import { connectionOf, type PostgresSettings } from './postgres-settings.ts'
import { createPostgresUpdateQueue } from './postgres-update-queue.ts'
import { openReplicaSession } from './replica-session.ts'

/** An open database of PostgreSQL. */
export interface PostgresDatabase extends SqlDatabase {
  /** Without the password. */
  readonly address: string
  /** `PostgreSQL 15.3` */
  readonly engine: string
  readonly backUp: (file: string) => Promise<void>
  readonly lead: (signal: AbortSignal) => Promise<Leadership | undefined>
  readonly joinReplicas: (rules: string, now: () => number) => Promise<Replica>
}

/**
 * Opens a database of PostgreSQL, and brings its schema up to this version.
 * @throws {StoreError}
 */
export async function openPostgres(settings: PostgresSettings): Promise<PostgresDatabase> {
  const { address } = connectionOf(settings.url)
  const pool = openPool(settings)
  const term: Term = { epoch: undefined }
  try {
    const engine = await prepare(pool, address)
    const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: kyselyPool(pool, address) }) })
    return {
      db,
      // Its commits are cheap beside the way to the server, and its standby is promised all that was told.
      relaxedDb: db,
      dialect: createPostgresDialect(term),
      address,
      engine,
      backUp: (file) => backUp(settings, file),
      lead: (signal) => lead(settings, term, signal),
      joinReplicas: async (rules, now) => {
        const session = await openReplicaSession(settings, db, rules)
        return {
          database: await nameOfDatabase(db),
          updates: createPostgresUpdateQueue(db, session, now),
          limits: createPostgresLimits(db),
          leave: () => session.close(),
        }
      },
      close: () => db.destroy(),
    }
  } catch (error) {
    await pool.end()
    throw error
  }
}

async function prepare(pool: Pool, address: string): Promise<string> {
  let client: PoolClient | undefined
  try {
    client = await pool.connect()
    const engine = await migrate(client, address)
    await checkRights(client, address)
    return engine
  } catch (cause) {
    throw storeErrorOf(cause, address)
  } finally {
    client?.release()
  }
}

/** Of the cluster, which its standbys share, and of the database in it. */
async function nameOfDatabase(db: Kysely<Schema>): Promise<string> {
  const { rows } = await sql<{ readonly name: string }>`
    SELECT (SELECT system_identifier FROM pg_control_system()) || ' ' || oid || ' ' || current_schema() AS name
    FROM pg_database WHERE datname = current_database()`.execute(db)
  return createHash('sha256')
    .update(rows[0]?.name ?? '')
    .digest('hex')
}

/** The user may change all tables: found now, not by the first reader. */
async function checkRights(client: PoolClient, address: string): Promise<void> {
  const { rows } = await client.query<{ readonly name: string; readonly right: string }>(
    `SELECT tablename AS name, "right" FROM pg_tables, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) AS "right"
     WHERE schemaname = current_schema() AND tablename = ANY($1)
       AND NOT has_table_privilege(format('%I.%I', schemaname, tablename), "right") LIMIT 1`,
    [TABLES],
  )
  const [missing] = rows
  if (missing)
    throw new StoreError(
      'noRights',
      address,
      `the user of the database ${address} lacks the right ${missing.right} on the table ${missing.name}: make that user the owner of the database`,
    )
}

const TABLES: readonly string[] = [
  'archive',
  'files',
  'articles',
  'changes',
  'chats',
  'lists',
  'bookmarks',
  'alerts',
  'alerted',
  'subscriptions',
  'updates',
  'shown_articles',
  'outbox_messages',
  'pauses',
  'deletions',
  'channels',
  'article_reports',
  'picture_files',
  'waiting_updates',
  'turns',
  'send_budgets',
]
