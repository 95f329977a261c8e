import { createHash } from 'node:crypto'
import { databaseFileOf, requireDatabase } from './database-file.ts'
import { lockDataFolder } from './instance-lock.ts'
import { openPostgres } from './postgres/open-postgres.ts'
import { makeDataFolder, makePrivateFile } from './private-files.ts'
import { type Kysely, sql } from './sql/kysely.ts'
import type { Schema } from './sql/schema.ts'
import type { SqlDatabase } from './sql/sql-database.ts'
import { openDatabase } from './sqlite/open-database.ts'
import { StoreError } from './store-error.ts'

/** What was copied of one table, and found to be the same on both sides. */
export interface CopiedTable {
  readonly table: string
  readonly rows: number
  /** The first 16 digits of a SHA-256 over all rows in order. */
  readonly checksum: string
}

/** Each table with what its rows are ordered by, which is unique; those that others point to come first. */
const TABLES: readonly (readonly [table: keyof Schema, key: readonly string[]])[] = [
  ['archive', ['identity']],
  ['files', ['file']],
  ['articles', ['key']],
  ['uncompared_articles', ['day', 'article_key']],
  ['article_samples', ['sample', 'day', 'article_key']],
  ['changes', ['id']],
  ['chats', ['chat_id']],
  ['lists', ['id']],
  ['bookmarks', ['owner_id', 'article_id']],
  ['alerts', ['key']],
  ['alerted', ['alert_id', 'article_id']],
  ['subscriptions', ['chat_id', 'thread_id']],
  ['updates', ['update_id']],
  ['shown_articles', ['chat_id', 'thread_id', 'article_id']],
  ['outbox_messages', ['id']],
  ['pauses', ['chat_id']],
  ['deletions', ['chat_id', 'message_id']],
  ['channels', ['chat_id']],
  ['article_reports', ['article_id', 'owner_id']],
  ['picture_files', ['content']],
]

/** Rows that are read and written at a time. */
const SLICE = 500
/** How long a database is waited for that a bot holds. */
const HELD_MS = 1_000

type Row = Readonly<Record<string, string | number | null>>

/**
 * Copies all that a store holds into an empty one of any kind, in one transaction, and compares both afterwards.
 * @param from data folder, or the URL of a PostgreSQL database; so is `to`
 * @param nowMs milliseconds since 1970
 * @throws {DataFolderInUseError | StoreError} if a bot runs on either, updates wait to be answered, `to` is not empty, or
 * the copy differs
 */
export async function copyStore(from: string, to: string, nowMs: number): Promise<readonly CopiedTable[]> {
  if (!isUrl(from)) requireDatabase(from)
  const source = await openAlone(from, nowMs)
  try {
    if (isUrl(from)) await refuseWaiting(source.db)
    const target = await openAlone(to, nowMs)
    try {
      return await copyAll(source, target, to)
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}

async function copyAll(
  source: SqlDatabase,
  target: SqlDatabase,
  to: string,
): Promise<readonly CopiedTable[]> {
  const name = nameOf(to)
  await target.db.transaction().execute(async (trx) => {
    for (const [table] of TABLES) {
      const { rows } = await sql`SELECT 1 FROM ${sql.table(table)} LIMIT 1`.execute(trx)
      if (table !== 'archive' && rows.length > 0)
        throw new StoreError(
          'foreign',
          name,
          `${name} is not empty (the table ${table} has rows): copy into an empty database`,
        )
    }
    // The one row that every database begins with.
    const archive = await source.db.selectFrom('archive').selectAll().executeTakeFirstOrThrow()
    const { identity, corpus_path, corpus_real_path } = archive
    await trx.updateTable('archive').set({ identity, corpus_path, corpus_real_path }).execute()
    for (const [table, key] of TABLES.slice(1))
      for await (const rows of slicesOf(source.db, table, key))
        await trx.insertInto(table).values(rows).execute()
    await target.dialect.afterCopy(trx)
  })
  const copied: CopiedTable[] = []
  for (const [table, key] of TABLES) {
    const [ours, theirs] = [await sumOf(source.db, table, key), await sumOf(target.db, table, key)]
    if (ours.checksum !== theirs.checksum)
      throw new StoreError(
        'damaged',
        name,
        `the copy of the table ${table} differs from the original (${ours.rows} and ${theirs.rows} rows), perhaps because a program wrote to it meanwhile: empty ${name} and copy again`,
      )
    copied.push({ table, ...theirs })
  }
  return copied
}

/** What replicas have confirmed to Telegram comes never again: it is answered where it waits, or it is lost. */
async function refuseWaiting(db: Kysely<Schema>): Promise<void> {
  const { rows } = await sql<{ readonly updates: number }>`
    SELECT count(*) AS updates FROM waiting_updates`.execute(db)
  const updates = rows[0]?.updates ?? 0
  if (updates > 0)
    throw new StoreError(
      'busy',
      'the database',
      `${updates} updates that readers have sent wait in the database to be answered: start a bot on it with WEBHOOK_URL until they are, then copy`,
    )
}

async function* slicesOf(db: Kysely<Schema>, table: keyof Schema, key: readonly string[]) {
  const columns = sql.join(COLUMNS[table].map((column) => sql.ref(column)))
  const order = sql.join(key.map((column) => sql.ref(column)))
  for (let after: Row | undefined; ; ) {
    const last = after
    const beyond = last
      ? sql`WHERE (${order}) > (${sql.join(key.map((column) => sql`${last[column]}`))})`
      : sql``
    const { rows } = await sql<Row>`
      SELECT ${columns} FROM ${sql.table(table)} ${beyond} ORDER BY ${order} LIMIT ${SLICE}`.execute(db)
    if (rows.length > 0) yield rows
    after = rows.at(-1)
    if (rows.length < SLICE) return
  }
}

async function sumOf(db: Kysely<Schema>, table: keyof Schema, key: readonly string[]) {
  const hash = createHash('sha256')
  let count = 0
  for await (const rows of slicesOf(db, table, key)) {
    count += rows.length
    for (const row of rows) hash.update(JSON.stringify(COLUMNS[table].map((column) => row[column])))
  }
  return { rows: count, checksum: hash.digest('hex').slice(0, 16) }
}

const isUrl = (place: string) => /^postgres(ql)?:/.test(place)
const nameOf = (place: string) => (isUrl(place) ? 'the database' : place)

/** Opens a store so that no bot runs on it meanwhile. */
async function openAlone(place: string, nowMs: number): Promise<SqlDatabase> {
  if (isUrl(place)) {
    const database = await openPostgres({ url: place })
    const leadership = await database.lead(AbortSignal.timeout(HELD_MS))
    if (!leadership) {
      await database.close()
      throw new StoreError('busy', database.address, `a bot is running on ${database.address}: stop it first`)
    }
    const close = async () => {
      await leadership.release()
      await database.close()
    }
    return { ...database, close }
  }
  const lock = lockDataFolder(place, nowMs)
  try {
    const file = databaseFileOf(place)
    makeDataFolder(place)
    makePrivateFile(file)
    const database = openDatabase({ file })
    const close = async () => {
      await database.close()
      lock.release()
    }
    return { ...database, close }
  } catch (error) {
    lock.release()
    throw error
  }
}

const COLUMNS: { readonly [Table in keyof Schema]: readonly (keyof Schema[Table] & string)[] } = {
  archive: ['identity', 'corpus_path', 'corpus_real_path'],
  files: [
    'file',
    'size',
    'modified_ms',
    'taken_ms',
    'hash',
    'reader',
    'pages',
    'problems',
    'missing_since_ms',
  ],
  articles: [
    'key',
    'file',
    'place',
    'id',
    'state',
    'issue_date',
    'paper',
    'page',
    'page_order',
    'section',
    'continued_from',
    'certainty',
    'hash',
    'as_cut',
    'as_joined',
    'elsewhere',
  ],
  uncompared_articles: ['day', 'article_key'],
  article_samples: ['sample', 'day', 'article_key'],
  changes: ['id', 'arrival', 'revision'],
  chats: [
    'chat_id',
    'kind',
    'title',
    'language',
    'thread_id',
    'state',
    'pause_reason',
    'paused_ms',
    'tidy_minutes',
    'alerts_due_ms',
  ],
  lists: ['id', 'chat_id', 'owner_id', 'list', 'saved_ms'],
  bookmarks: ['owner_id', 'article_id', 'key'],
  alerts: ['key', 'id', 'chat_id', 'thread_id', 'owner_id', 'query', 'muted', 'arrival', 'removed_ms'],
  alerted: ['alert_id', 'article_id'],
  subscriptions: ['chat_id', 'thread_id', 'subscription', 'ended'],
  updates: ['update_id', 'seen_ms'],
  shown_articles: ['chat_id', 'thread_id', 'article_id'],
  outbox_messages: [
    'id',
    'kind',
    'unique_key',
    'chat_id',
    'thread_id',
    'payload',
    'priority',
    'status',
    'attempts',
    'possible_duplicates',
    'due_ms',
    'run_at_ms',
    'rescheduled_ms',
    'created_ms',
    'claimed_ms',
    'finished_ms',
    'message_id',
    'reason',
  ],
  pauses: ['chat_id', 'set_ms', 'until_ms'],
  channels: ['chat_id', 'owner_id', 'title', 'username'],
  deletions: ['chat_id', 'message_id', 'due_ms'],
  article_reports: ['article_id', 'owner_id', 'reported_ms'],
  picture_files: ['content', 'file_id', 'sent_ms'],
}
