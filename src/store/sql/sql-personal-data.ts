import type { PersonalDataStore } from '../personal-data.ts'
import { inTransaction } from './in-transaction.ts'
import { sql } from './kysely.ts'
import { LIST_COLUMNS, NOBODY, toSavedList } from './list-row.ts'
import type { SqlDatabase } from './sql-database.ts'
import { TABLES_OF_CHATS } from './tables-of-chats.ts'

/** Personal data in SQL. */
export const createSqlPersonalData = ({ db, dialect }: SqlDatabase): PersonalDataStore => ({
  listsOf: async (chatId) => {
    const rows = await db
      .selectFrom('lists')
      .select(LIST_COLUMNS)
      .where((it) => it.or([it('chat_id', '=', chatId), it('owner_id', '=', chatId)]))
      .orderBy('saved_ms')
      .orderBy('id')
      .execute()
    return rows.flatMap((row) => toSavedList(row) ?? [])
  },
  forget: async (chatId) => {
    await inTransaction(db, async (trx) => {
      await dialect.lockChat(trx, chatId)
      const channels = await trx
        .selectFrom('channels')
        .select('chat_id')
        .where('owner_id', '=', chatId)
        .execute()
      for (const id of [chatId, ...channels.map((it) => it.chat_id)])
        for (const [table] of TABLES_OF_CHATS)
          await sql`DELETE FROM ${sql.table(table)} WHERE chat_id = ${id}`.execute(trx)
      await trx.deleteFrom('lists').where('owner_id', '=', chatId).execute()
      await trx.deleteFrom('bookmarks').where('owner_id', '=', chatId).execute()
      await trx.deleteFrom('article_reports').where('owner_id', '=', chatId).execute()
      await trx.updateTable('alerts').set({ owner_id: NOBODY }).where('owner_id', '=', chatId).execute()
      // Operators may have been told that Telegram let nothing be sent to this chat.
      for (const after of [',', '}'])
        await trx
          .deleteFrom('outbox_messages')
          .where('payload', 'like', `%"chatId":${chatId}${after}%`)
          .execute()
    })
    await dialect.afterForgetting(db)
  },
  goneSince: async (untilMs) => {
    const rows = await db
      .selectFrom('chats')
      .select('chat_id')
      .where('pause_reason', 'in', ['blocked', 'kicked', 'deactivated'])
      .where('paused_ms', '<=', untilMs)
      .orderBy('chat_id')
      .execute()
    return rows.map(({ chat_id }) => chat_id)
  },
})
