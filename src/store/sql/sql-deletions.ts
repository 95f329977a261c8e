import type { DeletionStore } from '../deletions.ts'
import type { SqlDatabase } from './sql-database.ts'

/** Deletions to come, in SQL. */
export const createSqlDeletions = ({ db }: SqlDatabase): DeletionStore => ({
  add: async ({ chatId, messageId, dueMs }) => {
    await db
      .insertInto('deletions')
      .values({ chat_id: chatId, message_id: messageId, due_ms: dueMs })
      .onConflict((it) => it.columns(['chat_id', 'message_id']).doNothing())
      .execute()
  },
  due: async (nowMs, limit) => {
    const rows = await db
      .selectFrom('deletions')
      .selectAll()
      .where('due_ms', '<=', nowMs)
      .orderBy('due_ms')
      .orderBy('chat_id')
      .orderBy('message_id')
      .limit(limit)
      .execute()
    return rows.map((row) => ({ chatId: row.chat_id, messageId: row.message_id, dueMs: row.due_ms }))
  },
  remove: async (chatId, messageId) => {
    await db
      .deleteFrom('deletions')
      .where('chat_id', '=', chatId)
      .where('message_id', '=', messageId)
      .execute()
  },
})
