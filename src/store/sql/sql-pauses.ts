import type { PauseStore } from '../pauses.ts'
import { sql } from './kysely.ts'
import type { SqlDatabase } from './sql-database.ts'

/** Stands for all chats; Telegram gives no chat this number. */
const ALL = 0

/** Rate-limit waits in SQL, one row for each chat and one for all of them. */
export function createSqlPauses({ db }: SqlDatabase): PauseStore {
  return {
    set: async ({ chatId = ALL, setMs, untilMs }) => {
      await db
        .insertInto('pauses')
        .values({ chat_id: chatId, set_ms: setMs, until_ms: untilMs })
        .onConflict((it) =>
          it
            .column('chat_id')
            .doUpdateSet({ set_ms: sql`excluded.set_ms`, until_ms: sql`excluded.until_ms` })
            .where(sql<boolean>`excluded.until_ms > pauses.until_ms`),
        )
        .execute()
    },
    active: async (nowMs) => {
      await db.deleteFrom('pauses').where('until_ms', '<=', nowMs).execute()
      const rows = await db.selectFrom('pauses').selectAll().orderBy('until_ms', 'desc').execute()
      return rows.map(({ chat_id: chatId, set_ms: setMs, until_ms: untilMs }) =>
        chatId === ALL ? { setMs, untilMs } : { chatId, setMs, untilMs },
      )
    },
  }
}
