import { setImmediate as breathe } from 'node:timers/promises'
import type { Digest, DigestKey, DigestLedger } from '../digest-ledger.ts'
import { isActive } from './active-chats.ts'
import { type Kysely, type Selectable, sql } from './kysely.ts'
import type { Schema } from './schema.ts'

/** Digests that are planned in one statement, some milliseconds of work; ten thousand may be due at once. */
const SLICE = 1000

export function createSqliteDigestLedger(db: Kysely<Schema>): DigestLedger {
  /** The digest of that key, where it is in one of these states. */
  const update = (
    trx: Kysely<Schema>,
    { chatId, threadId = 0, day }: DigestKey,
    states: readonly Digest['state'][],
  ) =>
    trx
      .updateTable('digests')
      .where('chat_id', '=', chatId)
      .where('thread_id', '=', threadId)
      .where('day', '=', day)
      .where('state', 'in', states)

  return {
    plan: async (digests) => {
      let planned = 0
      for (let from = 0; from < digests.length; from += SLICE) {
        const rows = digests
          .slice(from, from + SLICE)
          .map(({ chatId, threadId = 0, day, dueMs }) => [chatId, threadId, day, dueMs])
        const { rows: added } = await sql`
          INSERT INTO digests (chat_id, thread_id, day, due_ms, state)
          SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, 'due'
          FROM json_each(${JSON.stringify(rows)}) WHERE true
          ON CONFLICT DO NOTHING RETURNING 1`.execute(db)
        planned += added.length
        await breathe()
      }
      return planned
    },
    due: async (nowMs, limit) => {
      const rows = await db
        .selectFrom('digests')
        .selectAll()
        .where('state', '=', 'due')
        .where('due_ms', '<=', nowMs)
        .where(isActive('digests'))
        .orderBy('due_ms')
        .limit(limit)
        .execute()
      return rows.map(toDigest)
    },
    begin: async (key) => {
      const row = await update(db, key, ['due'])
        .set(({ eb }) => ({ state: 'sending', attempts: eb('attempts', '+', 1) }))
        .returningAll()
        .executeTakeFirst()
      return row && toDigest(row)
    },
    finish: (key, { messageId, articleIds }) =>
      db.transaction().execute(async (trx) => {
        await update(trx, key, ['sending'])
          .set({ state: 'sent', message_id: messageId ?? null })
          .execute()
        for (const article_id of articleIds)
          await trx
            .insertInto('shown_articles')
            .values({ chat_id: key.chatId, article_id })
            .onConflict((it) => it.doNothing())
            .execute()
      }),
    postpone: async (key, dueMs, ambiguous = false) => {
      await update(db, key, ['sending'])
        .set({ state: 'due', due_ms: dueMs, ...(ambiguous && { possible_duplicate: 1 }) })
        .execute()
    },
    fail: async (key, reason) => {
      await update(db, key, ['due', 'sending']).set({ state: 'failed', reason }).execute()
    },
    recover: async () => {
      const rows = await db
        .updateTable('digests')
        .set({ state: 'due', possible_duplicate: 1 })
        .where('state', '=', 'sending')
        .returning('day')
        .execute()
      return rows.length
    },
    get: async ({ chatId, threadId = 0, day }) => {
      const row = await db
        .selectFrom('digests')
        .selectAll()
        .where('chat_id', '=', chatId)
        .where('thread_id', '=', threadId)
        .where('day', '=', day)
        .executeTakeFirst()
      return row && toDigest(row)
    },
    shown: async (chatId) => {
      const rows = await db
        .selectFrom('shown_articles')
        .select('article_id')
        .where('chat_id', '=', chatId)
        .execute()
      return new Set(rows.map((row) => row.article_id))
    },
    forgetShown: async (chatId) => {
      await db.deleteFrom('shown_articles').where('chat_id', '=', chatId).execute()
    },
  }
}

const toDigest = (row: Selectable<Schema['digests']>): Digest => ({
  chatId: row.chat_id,
  ...(row.thread_id !== 0 && { threadId: row.thread_id }),
  day: row.day,
  dueMs: row.due_ms,
  state: row.state,
  attempts: row.attempts,
  possibleDuplicate: row.possible_duplicate === 1,
  ...(row.message_id !== null && { messageId: row.message_id }),
  ...(row.reason !== null && { reason: row.reason }),
})
