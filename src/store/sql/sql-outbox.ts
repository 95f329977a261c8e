import type { Selectable } from 'kysely'
import { yieldToEventLoop } from '../../concurrency/index.ts'
import {
  type NewOutboxMessage,
  type Outbox,
  type OutboxMessage,
  type OutboxStatus,
  PRIORITY_STEP_MS,
} from '../outbox.ts'
import { parseStored } from '../stored-json.ts'
import { isActive } from './active-chats.ts'
import { inTransaction } from './in-transaction.ts'
import { keepQuery, type ValueOf } from './keep-query.ts'
import { type Kysely, sql } from './kysely.ts'
import type { Schema } from './schema.ts'
import type { SqlDatabase } from './sql-database.ts'
import type { SqlDialect } from './sql-dialect.ts'
import { noteShown } from './sql-shown-articles.ts'

/**
 * The outbox in SQL. Messages of paused chats stay in it but are not due.
 * @param now milliseconds since 1970
 */
export function createSqlOutbox({ db, dialect }: SqlDatabase, now: () => number): Outbox {
  const messages = db.selectFrom('outbox_messages').selectAll()
  const update = (on: Kysely<Schema>, id: number, ...statuses: readonly OutboxStatus[]) =>
    on.updateTable('outbox_messages').where('id', '=', id).where('status', 'in', statuses)
  // What is asked at each look, and for each message.
  const findDue = keepQuery((value: ValueOf<{ nowMs: number; limit: number }>) =>
    messages
      .where('status', '=', sql.lit('due'))
      .where('run_at_ms', '<=', value('nowMs'))
      .where(turnOf('outbox_messages'), '<=', value('nowMs')) // follows from the line above, and ends the look into the index
      .where(isFirstOfChat(value('nowMs')))
      .where(isActive('outbox_messages'))
      .orderBy(turnOf('outbox_messages'))
      .orderBy('id')
      .limit(value('limit')),
  )
  const findNext = keepQuery((value: ValueOf<{ afterMs: number }>) =>
    db
      .selectFrom('outbox_messages')
      .select('run_at_ms')
      .where('status', '=', sql.lit('due'))
      .where('run_at_ms', '>', value('afterMs'))
      .where(isActive('outbox_messages'))
      .orderBy('run_at_ms')
      .limit(1),
  )
  const completeSent = keepQuery((value: ValueOf<{ id: number; nowMs: number; messageId: number | null }>) =>
    update(db, value('id'), 'sending')
      .set({ status: 'sent', message_id: value('messageId'), finished_ms: value('nowMs') })
      .returningAll(),
  )

  return {
    add: async (added) => {
      const ids: number[] = []
      const { rowsAtOnce } = dialect
      for (let from = 0; from < added.length; from += rowsAtOnce) {
        if (from > 0) await yieldToEventLoop()
        ids.push(...(await addMessages(db, dialect, added.slice(from, from + rowsAtOnce), now())))
      }
      if (ids.length > rowsAtOnce) await dialect.addedMany(db, 'outbox_messages')
      return ids
    },
    due: async (nowMs, limit) => (await findDue(db, { nowMs, limit })).map(toMessage),
    nextRunAt: async (afterMs) => {
      const [row] = await findNext(db, { afterMs })
      return row?.run_at_ms
    },
    claim: async (id) => {
      const row = await update(db, id, 'due')
        .where(dialect.mayClaim())
        .set(({ eb }) => ({ status: 'sending', attempts: eb('attempts', '+', 1), claimed_ms: now() }))
        .returningAll()
        .executeTakeFirst()
      return row && toMessage(row)
    },
    unclaim: async (id) => {
      await update(db, id, 'sending').where(dialect.mayClaim()).set({ status: 'due' }).execute()
    },
    complete: (id, { messageId, shown }) =>
      inTransaction(db, async (trx) => {
        const [row] = await completeSent(trx, { id, messageId: messageId ?? null, nowMs: now() })
        if (row && shown) await noteShown(trx, dialect, toMessage(row), shown)
      }),
    reschedule: async (id, { fromMs, waitMs, mayHaveArrived = false }) => {
      await update(db, id, 'due', 'sending')
        .set(({ eb }) => ({
          status: 'due',
          run_at_ms: fromMs + waitMs,
          rescheduled_ms: fromMs,
          ...(mayHaveArrived && { possible_duplicates: eb('possible_duplicates', '+', 1) }),
        }))
        .execute()
    },
    fail: async (id, reason) => {
      await update(db, id, 'due', 'sending').set({ status: 'failed', reason, finished_ms: now() }).execute()
    },
    supersede: async (kind, untilMs) => {
      const rows = await db
        .updateTable('outbox_messages')
        .set({ status: 'failed', reason: 'superseded', finished_ms: now() })
        .where('kind', '=', kind)
        .where('status', '=', sql.lit('due'))
        .where('due_ms', '<', untilMs) // follows from the line below, and spares most the look
        .where(hasSuccessor(untilMs))
        .returning('id')
        .execute()
      return rows.length
    },
    recover: () =>
      inTransaction(db, async (trx) => {
        const rows = await trx
          .updateTable('outbox_messages')
          .set(({ eb }) => ({ status: 'due', possible_duplicates: eb('possible_duplicates', '+', 1) }))
          .where('status', '=', sql.lit('sending'))
          .returning('id')
          .execute()
        const wait = sql<number>`run_at_ms - coalesce(rescheduled_ms, created_ms)`
        const latestMs = sql<number>`${now()} + CASE WHEN ${wait} > 0 THEN ${wait} ELSE 0 END`
        await trx
          .updateTable('outbox_messages')
          .set({ run_at_ms: latestMs, rescheduled_ms: now() })
          .where('status', '=', sql.lit('due'))
          .where('run_at_ms', '>', latestMs)
          .execute()
        return rows.length
      }),
    vacuum: async (kind, finishedMs) => {
      const rows = await db
        .deleteFrom('outbox_messages')
        .where('kind', '=', kind)
        .where('finished_ms', '<=', finishedMs)
        .returning('id')
        .execute()
      return rows.length
    },
    queues: () =>
      db
        .selectFrom('outbox_messages')
        .where('status', 'in', ['due', 'sending'])
        .select(({ fn }) => [
          'kind',
          sql<'due' | 'sending'>`status`.as('status'),
          fn.countAll<number>().as('messages'),
          fn.min<number>('run_at_ms').as('oldestMs'),
        ])
        .groupBy(['kind', 'status'])
        .orderBy('kind')
        .orderBy('status')
        .execute(),
    get: async (id) => {
      const row = await messages.where('id', '=', id).executeTakeFirst()
      return row && toMessage(row)
    },
    ofChat: async (chatId) => {
      const rows = await messages.where('chat_id', '=', chatId).orderBy('id').execute()
      return rows.map(toMessage)
    },
    find: async ({ kind, chatId, threadId = 0, uniqueKey }) => {
      const row = await messages
        .where('kind', '=', kind)
        .where('chat_id', '=', chatId)
        .where('thread_id', '=', threadId)
        .where('unique_key', '=', uniqueKey)
        .executeTakeFirst()
      return row && toMessage(row)
    },
  }
}

const COLUMNS = [
  ['kind', 'text'],
  ['unique_key', 'text'],
  ['chat_id', 'integer'],
  ['thread_id', 'integer'],
  ['payload', 'text'],
  ['priority', 'integer'],
  ['due_ms', 'number'],
] as const

/** Adds messages, as a part of something greater. @returns the ids of those that are new */
export async function addMessages(
  trx: Kysely<Schema>,
  dialect: SqlDialect,
  messages: readonly NewOutboxMessage[],
  nowMs: number,
): Promise<readonly number[]> {
  const values = messages.map(({ kind, uniqueKey, chatId, threadId = 0, payload, priority, dueMs }) => [
    kind,
    uniqueKey ?? null,
    chatId,
    threadId,
    JSON.stringify(payload),
    priority,
    dueMs,
  ])
  const { rows } = await sql<{ id: number }>`
    INSERT INTO outbox_messages
      (kind, unique_key, chat_id, thread_id, payload, priority, due_ms, run_at_ms, created_ms, status)
    SELECT kind, unique_key, chat_id, thread_id, payload, priority, due_ms, due_ms, ${nowMs}, 'due'
    FROM ${dialect.rowsOf(COLUMNS, values)} WHERE true
    ON CONFLICT DO NOTHING RETURNING id`.execute(trx)
  return rows.map(({ id }) => id)
}

/** What messages are ordered by. The index `outbox_messages_by_turn` holds the same expression: change both or none. */
const turnOf = (table: string) =>
  sql<number>`(${sql.table(table)}.run_at_ms - ${sql.table(table)}.priority * ${sql.lit(PRIORITY_STEP_MS)})`

/**
 * No message of the same chat is to be sent before it. Turns are subtracted and not compared, or SQLite would look the
 * earlier one up by its turn, among the messages of all chats.
 */
const isFirstOfChat = (nowMs: number) => {
  const difference = sql<number>`${turnOf('earlier')} - ${turnOf('outbox_messages')}`
  return sql<boolean>`NOT EXISTS (
    SELECT 1 FROM outbox_messages AS earlier
    WHERE earlier.chat_id = outbox_messages.chat_id AND earlier.status = 'due' AND earlier.run_at_ms <= ${nowMs}
      AND (${difference} < 0 OR (${difference} = 0 AND earlier.id < outbox_messages.id)))`
}

/** A later message of the same kind and place has come due. */
const hasSuccessor = (untilMs: number) => sql<boolean>`EXISTS (
  SELECT 1 FROM outbox_messages AS later
  WHERE later.kind = outbox_messages.kind AND later.chat_id = outbox_messages.chat_id
    AND later.thread_id = outbox_messages.thread_id AND later.due_ms > outbox_messages.due_ms
    AND later.due_ms <= ${untilMs})`

const toMessage = (row: Selectable<Schema['outbox_messages']>): OutboxMessage => ({
  id: row.id,
  kind: row.kind,
  ...(row.unique_key !== null && { uniqueKey: row.unique_key }),
  chatId: row.chat_id,
  ...(row.thread_id !== 0 && { threadId: row.thread_id }),
  payload: parseStored(row.payload),
  priority: row.priority,
  dueMs: row.due_ms,
  runAtMs: row.run_at_ms,
  status: row.status,
  attempts: row.attempts,
  possibleDuplicates: row.possible_duplicates,
  ...(row.message_id !== null && { messageId: row.message_id }),
  ...(row.reason !== null && { reason: row.reason }),
})
