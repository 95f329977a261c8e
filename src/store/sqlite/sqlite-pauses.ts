import type { PauseStore } from '../pauses.ts'
import { type Kysely, sql } from './kysely.ts'
import type { Schema } from './schema.ts'

/** Stands for all chats; Telegram gives no chat this number. */
const ALL = 0

export function createSqlitePauses(db: Kysely<Schema>): PauseStore {
  return {
    set: async ({ chatId = ALL, untilMs }) => {
      await db
        .insertInto('pauses')
        .values({ chat_id: chatId, until_ms: untilMs })
        .onConflict((it) =>
          it.column('chat_id').doUpdateSet({ until_ms: sql`MAX(pauses.until_ms, excluded.until_ms)` }),
        )
        .execute()
    },
    active: async (nowMs) => {
      await db.deleteFrom('pauses').where('until_ms', '<=', nowMs).execute()
      const rows = await db.selectFrom('pauses').selectAll().orderBy('until_ms', 'desc').execute()
      return rows.map(({ chat_id: chatId, until_ms: untilMs }) =>
        chatId === ALL ? { untilMs } : { chatId, untilMs },
      )
    },
  }
}
