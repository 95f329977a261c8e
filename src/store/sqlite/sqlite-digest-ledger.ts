import { setImmediate as breathe } from 'node:timers/promises'
import type { Digest, DigestKey, DigestLedger, DigestReader } from '../digest-ledger.ts'
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
        if (from > 0) await breathe()
        const rows = digests
          .slice(from, from + SLICE)
          .map(({ chatId, threadId = 0, day, dueMs }) => [chatId, threadId, day, dueMs])
        const { rows: added } = await sql`
          INSERT INTO digests (chat_id, thread_id, day, due_ms, state)
          SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, 'due'
          FROM json_each(${JSON.stringify(rows)}) WHERE true
          ON CONFLICT DO NOTHING RETURNING 1`.execute(db)
        planned += added.length
      }
      return planned
    },
    passOver: async (nowMs) => {
      const rows = await db
        .updateTable('digests')
        .set({ state: 'failed', reason: 'passed over' })
        .where('state', '=', 'due')
        .where('due_ms', '<=', nowMs)
        .where(
          sql<boolean>`EXISTS (SELECT 1 FROM digests AS later WHERE later.chat_id = digests.chat_id
            AND later.thread_id = digests.thread_id AND later.day > digests.day AND later.due_ms <= ${nowMs})`,
        )
        .returning('day')
        .execute()
      return rows.length
    },
    due: async (nowMs, limit) => {
      const rows = await db
        .selectFrom('digests')
        .selectAll()
        .where('state', '=', 'due')
        .where('due_ms', '<=', nowMs)
        .where('not_before_ms', '<=', nowMs)
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
    finish: (key, { messageId, articleIds, startsOver = false }) =>
      db.transaction().execute(async (trx) => {
        const { chatId, threadId = 0 } = key
        await update(trx, key, ['sending'])
          .set({ state: 'sent', message_id: messageId ?? null })
          .execute()
        if (startsOver)
          await trx
            .deleteFrom('shown_articles')
            .where('chat_id', '=', chatId)
            .where('thread_id', '=', threadId)
            .execute()
        await sql`
          INSERT INTO shown_articles (chat_id, thread_id, article_id)
          SELECT ${chatId}, ${threadId}, value FROM json_each(${JSON.stringify(articleIds)}) WHERE true
          ON CONFLICT DO NOTHING`.execute(trx)
      }),
    postpone: async (key, notBeforeMs, ambiguous = false) => {
      await update(db, key, ['due', 'sending'])
        .set(({ eb }) => ({
          state: 'due',
          not_before_ms: notBeforeMs,
          ...(ambiguous && { possible_duplicate: eb('possible_duplicate', '+', 1) }),
        }))
        .execute()
    },
    fail: async (key, reason) => {
      await update(db, key, ['due', 'sending']).set({ state: 'failed', reason }).execute()
    },
    recover: async () => {
      const rows = await db
        .updateTable('digests')
        .set(({ eb }) => ({ state: 'due', possible_duplicate: eb('possible_duplicate', '+', 1) }))
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
    shown: async ({ chatId, threadId = 0 }: DigestReader) => {
      const rows = await db
        .selectFrom('shown_articles')
        .select('article_id')
        .where('chat_id', '=', chatId)
        .where('thread_id', '=', threadId)
        .execute()
      return new Set(rows.map((row) => row.article_id))
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
  possibleDuplicates: row.possible_duplicate,
  ...(row.message_id !== null && { messageId: row.message_id }),
  ...(row.reason !== null && { reason: row.reason }),
})
