import type { Kysely, Selectable } from 'kysely'
import type { Letter, Outbox, OutboxEntry } from '../outbox.ts'
import { isActive } from './active-chats.ts'
import type { Schema } from './schema.ts'

/** How long a settled letter is remembered, so that one of the same name is not taken again. */
const KEPT_MS = 48 * 3_600_000

export function createSqliteOutbox(db: Kysely<Schema>, now: () => number): Outbox {
  const update = (id: number, states: readonly OutboxEntry['state'][]) =>
    db.updateTable('outbox').where('id', '=', id).where('state', 'in', states)
  const settle = async (
    id: number,
    states: readonly OutboxEntry['state'][],
    values: { state: 'sent' | 'failed'; message_id?: number | null; reason?: string },
  ) => {
    await update(id, states)
      .set({ ...values, settled_ms: now() })
      .execute()
  }
  return {
    put: (letter) =>
      db.transaction().execute(async (trx) => {
        await trx
          .deleteFrom('outbox')
          .where('settled_ms', '<=', now() - KEPT_MS)
          .execute()
        return putLetter(trx, letter)
      }),
    due: async (nowMs, limit) => {
      const rows = await db
        .selectFrom('outbox')
        .selectAll()
        .where('state', '=', 'waiting')
        .where('not_before_ms', '<=', nowMs)
        .where(isActive('outbox'))
        .orderBy('priority', 'desc')
        .orderBy('not_before_ms')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(toEntry)
    },
    nextDueMs: async (afterMs) => {
      const { next } = await db
        .selectFrom('outbox')
        .select(({ fn }) => fn.min<number | null>('not_before_ms').as('next'))
        .where('state', '=', 'waiting')
        .where('not_before_ms', '>', afterMs)
        .where(isActive('outbox'))
        .executeTakeFirstOrThrow()
      return next ?? undefined
    },
    begin: async (id) => {
      const row = await update(id, ['waiting'])
        .set(({ eb }) => ({ state: 'sending', attempts: eb('attempts', '+', 1) }))
        .returningAll()
        .executeTakeFirst()
      return row && toEntry(row)
    },
    finish: (id, messageId) => settle(id, ['sending'], { state: 'sent', message_id: messageId ?? null }),
    postpone: async (id, notBeforeMs, ambiguous = false) => {
      await update(id, ['waiting', 'sending'])
        .set({ state: 'waiting', not_before_ms: notBeforeMs, ...(ambiguous && { possible_duplicate: 1 }) })
        .execute()
    },
    fail: (id, reason) => settle(id, ['waiting', 'sending'], { state: 'failed', reason }),
    recover: async () => {
      const rows = await db
        .updateTable('outbox')
        .set({ state: 'waiting', possible_duplicate: 1 })
        .where('state', '=', 'sending')
        .returning('id')
        .execute()
      return rows.length
    },
    get: async (id) => {
      const row = await db.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirst()
      return row && toEntry(row)
    },
  }
}

/** Puts a letter in, as a part of something greater. @returns undefined where its name was taken before */
export async function putLetter(
  trx: Kysely<Schema>,
  { chatId, payload, priority, notBeforeMs, once }: Letter,
): Promise<number | undefined> {
  const row = await trx
    .insertInto('outbox')
    .values({
      chat_id: chatId,
      payload: JSON.stringify(payload),
      once: once ?? null,
      priority,
      not_before_ms: notBeforeMs,
      state: 'waiting',
      message_id: null,
      reason: null,
      settled_ms: null,
    })
    .onConflict((it) => it.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

const toEntry = (row: Selectable<Schema['outbox']>): OutboxEntry => ({
  id: row.id,
  chatId: row.chat_id,
  payload: JSON.parse(row.payload),
  priority: row.priority,
  notBeforeMs: row.not_before_ms,
  state: row.state,
  attempts: row.attempts,
  possibleDuplicate: row.possible_duplicate === 1,
  ...(row.message_id !== null && { messageId: row.message_id }),
  ...(row.reason !== null && { reason: row.reason }),
})
