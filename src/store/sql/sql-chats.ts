import type { Chat, ChatKind, ChatStore, PauseReason } from '../chats.ts'
import { isText, readStored } from '../stored-json.ts'
import { inTransaction } from './in-transaction.ts'
import { keepQuery, type ValueOf } from './keep-query.ts'
import { sql, type Updateable } from './kysely.ts'
import type { Schema } from './schema.ts'
import type { SqlDatabase } from './sql-database.ts'
import { TABLES_OF_CHATS } from './tables-of-chats.ts'
import { writeTogether } from './write-together.ts'

/**
 * Chats in SQL. Moving a chat to a new id moves all that was stored for it, and what the new id has
 * already stays.
 * That a chat was heard of need not survive a power cut: the chat tells it again with its next message.
 * @param now milliseconds since 1970
 */
export function createSqlChats({ db, relaxedDb, dialect }: SqlDatabase, now: () => number): ChatStore {
  const change = async (chatId: number, values: Updateable<Schema['chats']>) => {
    await db.updateTable('chats').set(values).where('chat_id', '=', chatId).execute()
  }
  const find = keepQuery((value: ValueOf<{ chatId: number }>) =>
    db.selectFrom('chats').selectAll().where('chat_id', '=', value('chatId')),
  )
  const findDaily = keepQuery(() =>
    db
      .selectFrom('chats')
      .select(['chat_id', 'alerts_due_ms'])
      .where('alerts_due_ms', 'is not', null)
      .where('state', '=', 'active')
      .orderBy('chat_id'),
  )
  const get = async (chatId: number) => {
    const [row] = await find(db, { chatId })
    return row && toChat(row)
  }
  const noteHeard = writeTogether(async (heard: readonly Pick<Chat, 'chatId' | 'kind' | 'title'>[]) => {
    // Each chat once, as it was heard last; in one order, so that two processes never wait for one another.
    const latest = [...new Map(heard.map((it) => [it.chatId, it])).values()].toSorted(
      (a, b) => a.chatId - b.chatId,
    )
    const rows = await relaxedDb
      .insertInto('chats')
      .values(
        latest.map(({ chatId, kind, title }) => ({
          chat_id: chatId,
          language: null,
          kind,
          title: title === undefined ? null : JSON.stringify(title),
          state: 'active' as const,
          pause_reason: null,
          paused_ms: null,
        })),
      )
      .onConflict((it) =>
        it.column('chat_id').doUpdateSet({
          kind: sql`excluded.kind`,
          title: sql`excluded.title`,
          state: 'active',
          pause_reason: null,
          paused_ms: null,
        }),
      )
      .returningAll()
      .execute()
    const chats = new Map(rows.map((row) => [row.chat_id, toChat(row)]))
    return heard.flatMap(({ chatId }) => chats.get(chatId) ?? [])
  })
  return {
    get,
    heard: async (heard) => {
      // Most of the time nothing is new, and a write would wait for the disk.
      const known = await get(heard.chatId)
      const isNews = known?.kind !== heard.kind || known.title !== heard.title || known.paused !== undefined
      return isNews ? noteHeard(heard) : known
    },
    setLanguage: (chatId, language) => change(chatId, { language: language ?? null }),
    setThread: (chatId, threadId) => change(chatId, { thread_id: threadId ?? 0 }),
    setTidyMinutes: (chatId, minutes) => change(chatId, { tidy_minutes: minutes ?? null }),
    setAlertsDue: (chatId, dueMs) => change(chatId, { alerts_due_ms: dueMs ?? null }),
    withDailyAlerts: async () => {
      const rows = await findDaily(db, {})
      return rows.map(({ chat_id, alerts_due_ms }) => ({ chatId: chat_id, dueMs: Number(alerts_due_ms) }))
    },
    pause: async (chatId, reason) => {
      await db
        .updateTable('chats')
        .set((it) => ({
          state: 'paused',
          pause_reason: reason,
          // Told again, it has been gone for as long as before.
          paused_ms: it.fn.coalesce('paused_ms', it.val(now())),
        }))
        .where('chat_id', '=', chatId)
        .execute()
    },
    countBlocked: (sinceMs) =>
      db
        .selectFrom('chats')
        .select(({ fn }) => [
          fn.countAll<number>().as('total'),
          sql<number>`count(CASE WHEN pause_reason IN ('blocked', 'kicked') AND paused_ms >= ${sinceMs} THEN 1 END)`.as(
            'blocked',
          ),
        ])
        .executeTakeFirstOrThrow(),
    migrate: (from, to) =>
      inTransaction(db, async (trx) => {
        await dialect.lockChat(trx, to)
        for (const [table, unique] of TABLES_OF_CHATS) {
          await sql`UPDATE ${sql.table(table)} SET chat_id = ${to} WHERE chat_id = ${from}
            AND NOT ${unique === undefined ? sql`false` : isTaken(table, to, unique)}`.execute(trx)
          await sql`DELETE FROM ${sql.table(table)} WHERE chat_id = ${from}`.execute(trx)
        }
        await trx.updateTable('chats').set({ kind: 'supergroup' }).where('chat_id', '=', to).execute()
      }),
  }
}

/** The chat has a row already that differs from this one in nothing that is unique. */
const isTaken = (table: string, chatId: number, unique: readonly string[]) => {
  const same = unique.map((column) => sql`own.${sql.ref(column)} = ${sql.table(table)}.${sql.ref(column)}`)
  return sql`EXISTS (SELECT 1 FROM ${sql.table(table)} AS own WHERE ${sql.join([sql`own.chat_id = ${chatId}`, ...same], sql` AND `)})`
}

interface ChatRow {
  readonly chat_id: number
  readonly kind: string
  readonly title: string | null
  readonly language: string | null
  readonly thread_id: number
  readonly pause_reason: string | null
  readonly tidy_minutes: number | null
  readonly alerts_due_ms: number | null
}

function toChat({ chat_id, kind, language, thread_id, pause_reason, ...row }: ChatRow): Chat {
  const title = row.title === null ? undefined : readStored(row.title, isText)
  return {
    chatId: chat_id,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by this file alone
    kind: kind as ChatKind,
    ...(title !== undefined && { title }),
    ...(language !== null && { language }),
    ...(row.tidy_minutes !== null && { tidyMinutes: row.tidy_minutes }),
    ...(row.alerts_due_ms !== null && { alertsDueMs: row.alerts_due_ms }),
    ...(thread_id !== 0 && { threadId: thread_id }),
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by this file alone
    ...(pause_reason !== null && { paused: pause_reason as PauseReason }),
  }
}
