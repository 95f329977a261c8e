import type { DeletionStore } from '../deletions.ts'
import { keepQuery, type ValueOf } from './keep-query.ts'
import type { SqlDatabase } from './sql-database.ts'

/** Deletions to come, in SQL. */
export function createSqlDeletions({ db }: SqlDatabase): DeletionStore {
  const findDue = keepQuery((value: ValueOf<{ nowMs: number; limit: number }>) =>
    db
      .selectFrom('deletions')
      .selectAll()
      .where('due_ms', '<=', value('nowMs'))
      .orderBy('due_ms')
      .orderBy('chat_id')
      .orderBy('message_id')
      .limit(value('limit')),
  )
  return {
    add: async ({ chatId, messageId, dueMs }) => {
      await db
        .insertInto('deletions')
        .values({ chat_id: chatId, message_id: messageId, due_ms: dueMs })
        .onConflict((it) => it.columns(['chat_id', 'message_id']).doNothing())
        .execute()
    },
    due: async (nowMs, limit) => {
      const rows = await findDue(db, { nowMs, limit })
      return rows.map((row) => ({ chatId: row.chat_id, messageId: row.message_id, dueMs: row.due_ms }))
    },
    remove: async (chatId, messageId) => {
      await db
        .deleteFrom('deletions')
        .where('chat_id', '=', chatId)
        .where('message_id', '=', messageId)
        .execute()
    },
  }
}
