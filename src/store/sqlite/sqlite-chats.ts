import type { Chat, ChatKind, ChatStore, PauseReason } from '../chats.ts'
import { isText, readStored } from '../stored-json.ts'
import { type Kysely, sql } from './kysely.ts'
import type { Schema } from './schema.ts'
import { writeTogether } from './write-together.ts'

/** Tables with rows of a chat. Where a chat may have but one row of a kind, that of the new id stays. */
const TABLES_OF_CHATS = [
  'chats',
  'lists',
  'alerts',
  'subscriptions',
  'shown_articles',
  'outbox_messages',
  'pauses',
] as const

/**
 * Chats in SQLite. Moving a chat to a new id moves all that was stored for it, and what the new id has
 * already stays.
 * @param relaxedDb notes that a chat was heard of, which it tells again with its next message
 */
export function createSqliteChats(db: Kysely<Schema>, relaxedDb: Kysely<Schema> = db): ChatStore {
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
    const rows = await relaxedDb
      .insertInto('chats')
      .values(
        heard.map(({ chatId, kind, title }) => ({
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
    // One row for each value, a chat that was heard twice included.
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
      db.transaction().execute(async (trx) => {
        for (const table of TABLES_OF_CHATS) {
          await sql`UPDATE OR IGNORE ${sql.table(table)} SET chat_id = ${to} WHERE chat_id = ${from}`.execute(
            trx,
          )
          await sql`DELETE FROM ${sql.table(table)} WHERE chat_id = ${from}`.execute(trx)
        }
        await trx.updateTable('chats').set({ kind: 'supergroup' }).where('chat_id', '=', to).execute()
      }),
  }
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
