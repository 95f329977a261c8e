import type { Chat, ChatKind, ChatStore, PauseReason } from '../chats.ts'
import { isText, readStored } from '../stored-json.ts'
import { inTransaction } from './in-transaction.ts'
import { sql } from './kysely.ts'
import type { Schema } from './schema.ts'
import type { SqlDatabase } from './sql-database.ts'
import { writeTogether } from './write-together.ts'

/**
 * Tables with rows of a chat, and the columns of which a chat may have each combination but once: there the row of the
 * new id stays. `undefined`: a chat has any number of rows.
 */
const TABLES_OF_CHATS: readonly (readonly [table: string, unique: readonly string[] | undefined])[] = [
  ['chats', []],
  ['lists', undefined],
  ['alerts', undefined],
  ['subscriptions', ['thread_id']],
  ['shown_articles', ['thread_id', 'article_id']],
  ['outbox_messages', ['kind', 'thread_id', 'unique_key']],
  ['pauses', []],
]

/**
 * Chats in SQL. Moving a chat to a new id moves all that was stored for it, and what the new id has
 * already stays.
 * That a chat was heard of need not survive a power cut: the chat tells it again with its next message.
 */
export function createSqlChats({ db, relaxedDb, dialect }: SqlDatabase): ChatStore {
  const change = async (
    chatId: number,
    values: Partial<Omit<Schema['chats'], 'thread_id'>> & { thread_id?: number },
  ) => {
    await db.updateTable('chats').set(values).where('chat_id', '=', chatId).execute()
  }
  const get = async (chatId: number) => {
    const row = await db.selectFrom('chats').selectAll().where('chat_id', '=', chatId).executeTakeFirst()
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
        })),
      )
      .onConflict((it) =>
        it.column('chat_id').doUpdateSet({
          kind: sql`excluded.kind`,
          title: sql`excluded.title`,
          state: 'active',
          pause_reason: null,
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
    pause: (chatId, reason) => change(chatId, { state: 'paused', pause_reason: reason }),
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
}

function toChat({ chat_id, kind, language, thread_id, pause_reason, ...row }: ChatRow): Chat {
  const title = row.title === null ? undefined : readStored(row.title, isText)
  return {
    chatId: chat_id,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by this file alone
    kind: kind as ChatKind,
    ...(title !== undefined && { title }),
    ...(language !== null && { language }),
    ...(thread_id !== 0 && { threadId: thread_id }),
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by this file alone
    ...(pause_reason !== null && { paused: pause_reason as PauseReason }),
  }
}
